/** What a token that is not to be learnt has as its target. */
export const IGNORED = -1;

/**
 * What cross-entropy multiplies the log-probabilities with, [pos, d_vocab]: the right token's share, and with smoothing an
 * equal part for every token, the right one too (Szegedy et al., 2016). Rows that are ignored are 0, the rest together
 * sum to 1, so that the loss is a mean.
 */
export function smoothedTargets(targets: readonly number[], d_vocab: number, smoothing: number): Float32Array {
	const values = new Float32Array(targets.length * d_vocab);
	const counted = targets.reduce((sum, target) => sum + Number(target !== IGNORED), 0);
	for (const [row, target] of targets.entries()) {
		if (target === IGNORED) continue;
		if (smoothing > 0) values.fill(smoothing / d_vocab / counted, row * d_vocab, (row + 1) * d_vocab);
		const place = row * d_vocab + target;
		values[place] = (values[place] ?? 0) + (1 - smoothing) / counted;
	}
	return values;
}
