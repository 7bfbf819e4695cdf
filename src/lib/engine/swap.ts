/** The runs that `swap` edits take values from. */
import { CaptureStore } from './capture-store.ts';
import { namesMatching } from './capture-names.ts';
import type { Edit } from './edits.ts';
import { forward } from './forward.ts';
import type { Model } from './model.ts';
import { badEdit, planEdits } from './plan-edits.ts';
import { strangerIn } from './reading.ts';
import { tapWith } from './tap.ts';
import { tidy } from './tf.ts';

/** The values of other runs, by the edit that takes from them, until they are disposed. */
export interface OtherRuns {
	get(edit: Edit): CaptureStore | undefined;
	dispose(): void;
}

type Swap = Extract<Edit, { do: 'swap' }>;

/** Runs what the edits swap from, with those runs' own edits; throws EngineError `bad-edit`. */
export function otherRuns(model: Model, edits: readonly Edit[]): OtherRuns {
	const stores = new Map<Edit, CaptureStore>();
	const disposeAll = () => stores.forEach((store) => store.dispose());
	try {
		for (const edit of edits) if (edit.do === 'swap') stores.set(edit, runOther(model, edit));
	} catch (error) {
		disposeAll();
		throw error;
	}
	return { get: (edit) => stores.get(edit), dispose: disposeAll };
}

function runOther(model: Model, swap: Swap): CaptureStore {
	const ids = idsOf(model, swap);
	const { edits = [] } = swap;
	const { config, weights } = model;
	const captures = new CaptureStore({ asked: new Set(namesMatching(swap.at, model.names)), room: { left: 0 } });
	const others = otherRuns(model, edits);
	try {
		const span = { start: 0, count: ids.length, keys: ids.length };
		const tap = tapWith({
			config,
			span,
			edits: planEdits(edits, config, { length: ids.length, limit: ids.length }),
			otherOf: ({ edit }, name) => others.get(edit)?.get(name),
			record: (name, value) => captures.record(name, value)
		});
		tidy(() => void forward(config, weights, { ids, span, offset: 0, tap }));
		return captures;
	} catch (error) {
		captures.dispose();
		throw error;
	} finally {
		others.dispose();
	}
}

/** The other text's ids, as many as the context holds. */
function idsOf({ config, tokenizer }: Model, { ids, text }: Swap): readonly number[] {
	const found = ids ?? (text === undefined ? undefined : tokenizer?.encode(text));
	if (!found || found.length === 0) badEdit('"swap" needs another text, or its ids');
	const stranger = strangerIn(found, config.d_vocab);
	if (stranger !== undefined) badEdit(`"swap" names the id ${stranger}, of ${config.d_vocab}`);
	return found.slice(0, config.context);
}
