/** Where in a text the tokens stand that some kinds of heads look for. */

/** What detectors know of a text. */
export interface Places {
	readonly length: number;
	/** For each token, the earlier places of the same token. */
	readonly same: readonly (readonly number[])[];
	/** For each token, the places right after those earlier ones, as far as they come before it. */
	readonly next: readonly (readonly number[])[];
	/** Where what is to be said next stands in the text already. */
	readonly told: readonly number[];
}

/** The places of a text of these ids; `told` are those that already hold what is to be said after it. */
export function placesOf(ids: readonly number[], told: readonly number[] = []): Places {
	const seen = new Map<number, number[]>();
	const same = ids.map((id, place) => {
		const before = seen.get(id) ?? [];
		seen.set(id, [...before, place]);
		return before;
	});
	// After a token that stands twice in a row comes the second one itself: no place to look back to.
	const next = same.map((before, place) => before.map((one) => one + 1).filter((after) => after < place));
	return { length: ids.length, same, next, told: told.filter((place) => place < ids.length) };
}
