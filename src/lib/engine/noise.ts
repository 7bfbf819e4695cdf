/** Normal noise by place: the same number at the same place of the same value, on every backend and in every pass. */
import { uniformAt } from '#num/random.ts';

/** The stream of noise for one named value: a seed and a name make another. */
export function streamOf(seed: number, name: string): number {
	// FNV-1a, so that blocks which are edited together do not receive the same noise.
	let hash = 0x811c9dc5;
	for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	return (hash >>> 0) * 2 ** 20 + (seed % 2 ** 20);
}

/** The standard normal number at a place of a stream (Box and Muller, 1958). */
export function normalAt(stream: number, place: number): number {
	// 1 − u is never 0, so that its logarithm is finite.
	const radius = Math.sqrt(-2 * Math.log(1 - uniformAt(stream, 2 * place)));
	return radius * Math.cos(2 * Math.PI * uniformAt(stream, 2 * place + 1));
}
