/** What `npm run -s trace` is asked, read from its words. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Edit } from '../../src/lib/engine/edits.ts';
import type { Sampling } from '../../src/lib/engine/protocol.ts';

/** A mistake of whoever asks: told in one line. */
export class Mistake extends Error {}

/** One trace that is asked for. */
export interface TraceOptions {
	readonly model: string;
	readonly text: string | undefined;
	readonly ids: readonly number[] | undefined;
	readonly captures: readonly string[];
	readonly edits: readonly Edit[];
	readonly generate: Sampling & { readonly count: number };
	readonly backend: 'cpu' | 'wasm';
	readonly out: string | undefined;
}

const WORDS = {
	model: { type: 'string' },
	text: { type: 'string' },
	ids: { type: 'string' },
	capture: { type: 'string', multiple: true },
	edit: { type: 'string', multiple: true },
	generate: { type: 'string' },
	seed: { type: 'string' },
	temperature: { type: 'string' },
	'top-k': { type: 'string' },
	'top-p': { type: 'string' },
	backend: { type: 'string' },
	out: { type: 'string' }
} as const;

/** The options that words mean; throws a Mistake that says which word is wrong. */
export function traceOptions(words: readonly string[]): TraceOptions {
	const read = parse(words);
	if (read.model === undefined) throw new Mistake('--model <folder> is missing');
	if ((read.text === undefined) === (read.ids === undefined)) throw new Mistake('give either --text or --ids');
	const { backend = 'wasm' } = read;
	if (backend !== 'cpu' && backend !== 'wasm') throw new Mistake(`--backend is cpu or wasm, not "${backend}"`);
	return {
		model: read.model,
		text: read.text,
		ids: read.ids === undefined ? undefined : idsOf(read.ids),
		captures: read.capture ?? [],
		edits: (read.edit ?? []).map(editOf),
		generate: {
			count: number('generate', read.generate ?? '0', { integer: true }),
			seed: number('seed', read.seed ?? '0', { integer: true }),
			temperature: number('temperature', read.temperature ?? '1', {}),
			topK: number('top-k', read['top-k'] ?? '0', { integer: true }),
			topP: number('top-p', read['top-p'] ?? '1', { most: 1 })
		},
		backend,
		out: read.out
	};
}

function parse(words: readonly string[]) {
	try {
		return parseArgs({ args: [...words], options: WORDS, strict: true, allowPositionals: false }).values;
	} catch (error) {
		throw new Mistake((error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' '));
	}
}

function idsOf(text: string): number[] {
	return text.split(',').map((id) => number('ids', id.trim(), { integer: true }));
}

function number(
	name: string,
	text: string,
	{ integer = false, most = Number.MAX_SAFE_INTEGER }: { readonly integer?: boolean; readonly most?: number }
): number {
	const value = Number(text);
	const fits = text.trim() !== '' && value >= 0 && value <= most && (!integer || Number.isInteger(value));
	if (fits) return value;
	throw new Mistake(`--${name} takes ${integer ? 'whole numbers' : 'a number'} from 0 up, not "${text}"`);
}

const index = v.optional(v.pipe(v.number(), v.integer()));
const finite = v.pipe(v.number(), v.finite());
const size = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const where = {
	at: v.string(),
	head: index,
	kv_head: index,
	pos: index,
	query: index,
	key: index,
	one: index,
	d_model: index,
	d_head: index,
	d_mlp: index,
	d_vocab: index
};

const edit: v.GenericSchema<unknown, unknown> = v.variant('do', [
	v.strictObject({ ...where, do: v.literal('zero') }),
	v.strictObject({ ...where, do: v.literal('scale'), by: finite }),
	v.strictObject({ ...where, do: v.literal('set'), to: finite }),
	v.strictObject({ ...where, do: v.literal('noise'), std: finite, seed: place }),
	v.strictObject({ ...where, do: v.literal('unscale') }),
	v.strictObject({ ...where, do: v.literal('unrotate') }),
	v.strictObject({ ...where, do: v.literal('unskip') }),
	v.strictObject({
		...where,
		do: v.literal('mask'),
		kind: v.picklist(['causal', 'none', 'window', 'prefix', 'padding']),
		size,
		cells: v.optional(v.array(v.strictObject({ query: place, key: place, open: v.boolean() })))
	}),
	v.strictObject({
		...where,
		do: v.literal('swap'),
		text: v.optional(v.string()),
		ids: v.optional(v.array(place)),
		edits: v.optional(v.array(v.lazy(() => edit)))
	})
]);

function editOf(json: string): Edit {
	const parsed = v.safeParse(edit, parsedJson(json));
	// The schema above is the type Edit, written out; a recursive one cannot be derived from.
	if (parsed.success) return parsed.output as Edit;
	const [issue] = parsed.issues;
	throw new Mistake(`--edit ${json}: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
}

function parsedJson(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		throw new Mistake(`--edit ${json} is not JSON`);
	}
}
