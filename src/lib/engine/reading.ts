/** The tokens that a variation reads in place of a run's own. */
import { permutation } from '#num/random.ts';
import type { ModelConfig } from './config.ts';
import { badEdit } from './plan-edits.ts';
import type { Reading } from './protocol.ts';

/** The ids that are read instead of a run's, as many as the context holds; throws EngineError `bad-edit` for a strange id. */
export function readIds(
	ids: readonly number[],
	reads: Reading | undefined,
	{ context, d_vocab }: Pick<ModelConfig, 'context' | 'd_vocab'>
): readonly number[] {
	if (!reads) return ids;
	const read = changed(ids, reads).slice(0, context);
	const stranger = strangerIn(read, d_vocab);
	if (stranger !== undefined) badEdit(`"${reads.do}" names the id ${stranger}, of ${d_vocab}`);
	return read;
}

/** The first of some ids that a vocabulary of this size has not. */
export function strangerIn(ids: readonly number[], d_vocab: number): number | undefined {
	return ids.find((id) => !Number.isInteger(id) || id < 0 || id >= d_vocab);
}

function changed(ids: readonly number[], reads: Reading): readonly number[] {
	switch (reads.do) {
		case 'replace':
			return ids.map((id, pos) => (pos === reads.pos ? reads.id : id));
		case 'permute':
			return permutation(ids.length, reads.seed).map((pos) => ids[pos] ?? 0);
		case 'append':
			return [...ids, ...reads.ids];
		default:
			return reads satisfies never;
	}
}
