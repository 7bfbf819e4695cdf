/** Edits that a click makes on a whole run. */
import type { Edit } from '#engine/edits.ts';
import { isVariation, type AnyPoint, type Focus, type RunFacts } from '#points/define.ts';
import { fullParams, type PointParams } from './reader.ts';

/** Every query sees every key. */
export const UNMASKED: Edit = { at: 'blocks.*.attn.attn_scores', do: 'mask', kind: 'none' };

/** Scores go undivided into the softmax. */
export const UNSCALED: Edit = { at: 'blocks.*.attn.attn_scores_scaled', do: 'unscale' };

/** One head writes nothing. */
export function headOff({ layer, head }: Pick<Focus, 'layer' | 'head'>): Edit {
	return { at: `blocks.${layer}.attn.z`, do: 'zero', head };
}

/** Some edits and one more, which stands once. */
export function withEdit(edits: readonly Edit[], edit: Edit): Edit[] {
	return [...edits.filter((one) => !isSame(one, edit)), edit];
}

/** Some edits without one that is among them, else with it. */
export function toggledEdit(edits: readonly Edit[], edit: Edit): Edit[] {
	return hasEdit(edits, edit) ? edits.filter((one) => !isSame(one, edit)) : withEdit(edits, edit);
}

/** True when an edit is among others. */
export function hasEdit(edits: readonly Edit[], edit: Edit): boolean {
	return edits.some((one) => isSame(one, edit));
}

/** Each of some edits once, in order. */
export function distinctEdits(edits: readonly Edit[]): Edit[] {
	return edits.filter((edit, index) => edits.findIndex((one) => isSame(one, edit)) === index);
}

/** What `panelEdits` reads. */
interface Panels {
	readonly points: readonly AnyPoint[];
	/** What the reader chose of a point's parameters, if anything. */
	readonly chosenOf: (id: string) => PointParams | undefined;
	readonly focus: Focus;
	readonly run: Pick<RunFacts, 'model' | 'promptLength'>;
}

/**
 * What the reader changed in the model in single panels, as edits of a whole run. A panel is about its first variation;
 * what that edits at the start too is the point's own comparison, not the reader's change.
 */
export function panelEdits({ points, chosenOf, focus, run }: Panels): Edit[] {
	return points.flatMap((point) => {
		const chosen = chosenOf(point.id);
		const name = Object.keys(point.needs).find(isVariation);
		if (!chosen || name === undefined) return [];
		const editsOf = (params: PointParams) => {
			// The point's own schema made these parameters; the registry has only forgotten their types.
			const { edits = [], reads } = point.variations[name]?.(params as never, focus, run) ?? {};
			return reads ? [] : edits.map(plain);
		};
		const usual = editsOf(fullParams(point));
		return editsOf(fullParams(point, chosen)).filter((edit) => !hasEdit(usual, edit));
	});
}

/** An edit without what changes nothing of it, so that the same edit is the same wherever it was made. */
function plain(edit: Edit): Edit {
	if (edit.do !== 'mask') return edit;
	const { size, cells = [], ...rest } = edit;
	const isSized = size !== undefined && edit.kind !== 'none' && edit.kind !== 'causal';
	return { ...rest, ...(isSized && { size }), ...(cells.length > 0 && { cells }) };
}

function isSame(one: Edit, other: Edit): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
