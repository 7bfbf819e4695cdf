/** How the runs of this point differ from the reader's own. */
import type { Edit } from '#engine/captures.ts';
import type { RunFacts, Variations } from '#points/define.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';

const OPEN: Edit = { at: 'blocks.*.attn.attn_scores', do: 'mask', kind: 'none' };

/** Takes a model's positions out: nothing is turned, or nothing added. */
export function withoutPositions({ positions }: Pick<RunFacts['model'], 'positions'>): readonly Edit[] {
	if (positions.kind === 'learned') return [{ at: 'pos_embed', do: 'zero' }];
	return [
		{ at: 'blocks.*.attn.rot_q', do: 'unrotate' },
		{ at: 'blocks.*.attn.rot_k', do: 'unrotate' }
	];
}

/**
 * The shuffled runs differ from the reader's own only while they are looked at. Every mask is taken off them: a causal one
 * tells each token how many stand before it, which is order too.
 */
export const variations: Variations<typeof needs, typeof params> = {
	without: (_params, _focus, { model }) => ({ edits: withoutPositions(model) }),
	seeing: ({ kind }) => (kind === 'none' ? { edits: [OPEN] } : {}),
	seeingShuffled: ({ kind, seed }) => (kind === 'none' ? { edits: [OPEN], reads: { do: 'permute', seed } } : {}),
	blind: ({ kind }, _focus, { model }) => (kind === 'none' ? { edits: [...withoutPositions(model), OPEN] } : {}),
	blindShuffled: ({ kind, seed }, _focus, { model }) =>
		kind === 'none' ? { edits: [...withoutPositions(model), OPEN], reads: { do: 'permute', seed } } : {}
};
