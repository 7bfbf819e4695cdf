/** A way on from the end of the text that nobody has written yet: ids of tokens, `12.507` in a link. */

/** Most tokens that a branch looks ahead. */
export const MOST_AHEAD = 8;

/** The ids that a branch names; what is no token of the vocabulary ends it. */
export function readBranch(written: string, { d_vocab }: { readonly d_vocab: number }): readonly number[] {
	const ids = written.split('.').map((part) => (/^\d{1,7}$/.test(part) ? Number(part) : NaN));
	const end = ids.findIndex((id) => !(id < d_vocab));
	return ids.slice(0, Math.min(MOST_AHEAD, end < 0 ? ids.length : end));
}

/** A branch as a link writes it. */
export function writeBranch(ids: readonly number[]): string {
	return ids.slice(0, MOST_AHEAD).join('.');
}
