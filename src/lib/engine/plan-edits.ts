/** Checks edits against a model, and finds out which values and which indices they mean. */
import { axesOf, captureNames, namesMatching } from './capture-names.ts';
import type { Axis, CaptureName } from './captures.ts';
import type { ModelConfig } from './config.ts';
import type { Edit } from './edits.ts';
import { EngineError } from './failures.ts';

/** An edit that is known to fit a model. */
export interface PlannedEdit {
	readonly edit: Edit;
	readonly names: ReadonlySet<CaptureName>;
	/** The one index, from the start, that each narrowed axis is narrowed to. */
	readonly where: ReadonlyMap<Axis, number>;
}

/** How long a text is: negative indices count from `length`, and no index may reach `limit`. */
export interface Extent {
	readonly length: number;
	readonly limit: number;
}

/** Where alone an edit has a meaning, for those that undo or redo one step. */
const PLACES: { readonly [kind in Edit['do']]?: readonly string[] } = {
	unscale: ['attn_scores_scaled'],
	mask: ['attn_scores'],
	unrotate: ['rot_q', 'rot_k'],
	unskip: ['resid_mid', 'resid_post']
};

const TEXT_AXES = ['pos', 'query', 'key'] as const;

const AXES: readonly Exclude<Axis, 'layer'>[] = [
	'head',
	'kv_head',
	...TEXT_AXES,
	'one',
	'd_model',
	'd_head',
	'd_mlp',
	'd_vocab'
];

/** Edits as they apply to a model and a text; throws EngineError `bad-edit`, in one sentence, for what does not fit. */
export function planEdits(edits: readonly Edit[], config: ModelConfig, extent: Extent): PlannedEdit[] {
	const names = captureNames(config);
	return edits.map((edit) => {
		const matching = namesMatching(edit.at, names);
		if (matching.length === 0) badEdit(`this model has no value called "${edit.at}"`);
		const narrowed = AXES.filter((axis) => edit[axis] !== undefined);
		for (const name of matching) checkFit(edit, name, narrowed);
		const where = new Map(narrowed.map((axis) => [axis, indexOn(axis, edit[axis] ?? 0, config, extent)]));
		return { edit, names: new Set(matching), where };
	});
}

/** True for an axis along which a text extends. */
export function isTextAxis(axis: Axis): boolean {
	return TEXT_AXES.some((textAxis) => textAxis === axis);
}

/** True when an edit means a place counted from the text's end, which moves as the text grows. */
export function countsFromEnd(edit: Edit): boolean {
	return TEXT_AXES.some((axis) => (edit[axis] ?? 0) < 0);
}

/** How long an axis is; a text's axes are as long as the text. */
export function axisLength(axis: Axis, config: ModelConfig, text: number): number {
	switch (axis) {
		case 'pos':
		case 'query':
		case 'key':
			return text;
		case 'layer':
			return config.layers;
		case 'head':
			return config.heads;
		case 'kv_head':
			return config.kvHeads;
		case 'one':
			return 1;
		case 'd_model':
		case 'd_head':
		case 'd_mlp':
		case 'd_vocab':
			return config[axis];
		default:
			return axis satisfies never;
	}
}

/** Refuses an edit: throws EngineError `bad-edit`. */
export function badEdit(why: string): never {
	throw new EngineError('bad-edit', why);
}

function checkFit(edit: Edit, name: CaptureName, narrowed: readonly Axis[]): void {
	const axes = axesOf(name);
	const stranger = narrowed.find((axis) => !axes.includes(axis));
	if (stranger) badEdit(`${name} has no axis "${stranger}"; its axes are ${axes.join(', ')}`);
	const places = PLACES[edit.do];
	if (places && !places.some((place) => name.endsWith(`.${place}`)))
		badEdit(`"${edit.do}" applies to ${places.join(' and ')}, not to ${name}`);
}

function indexOn(axis: Axis, index: number, config: ModelConfig, { length, limit }: Extent): number {
	const place = index < 0 ? index + axisLength(axis, config, length) : index;
	const end = axisLength(axis, config, limit);
	if (!Number.isInteger(index) || place < 0 || place >= end)
		badEdit(`${axis} ${index} is not one of ${end === 1 ? 'the only 1' : `the ${end}`}`);
	return place;
}
