import type { JudgedBatch } from './data.ts';
import { IGNORED } from './targets.ts';

/** How well a model foretells a batch. Means are over the tokens that are answers unless said otherwise. */
export interface Judgement {
	/** Mean cross-entropy of all that is learnt, in nats, without smoothing. */
	readonly loss: number;
	/** The share of answers' tokens that are the likeliest. */
	readonly tokens: number;
	/** The share of texts all of whose answers are right: what greedy generation would answer without a mistake. */
	readonly texts: number;
	/** The mean probability of the token that is likeliest: how sure the model is of itself. */
	readonly confidence: number;
	/** How far the largest logit stands above the mean of all others, on average. */
	readonly gap: number;
	/** Answers by how sure the model was of its likeliest token: tenths of probability, the last one with 1 in it. */
	readonly sure: readonly Certainty[];
	/** The share of answers that are wrong, by their place among the answers of a text: the first, the second, and so on. */
	readonly wrong: readonly number[];
}

/** Answers of about one certainty. */
export interface Certainty {
	readonly count: number;
	/** The mean probability of the likeliest token; 0 where there is none. */
	readonly confidence: number;
	/** The share that is right; 0 where there is none. */
	readonly right: number;
}

const BINS = 10;

/** Judges logits, [pos, d_vocab] text after text. */
export function judge(logits: Float32Array, d_vocab: number, { texts, targets, answers }: JudgedBatch): Judgement {
	const length = targets.length / texts;
	const bins = Array.from({ length: BINS }, () => ({ count: 0, sum: 0, right: 0 }));
	const places: { count: number; wrong: number }[] = [];
	const faultless = new Array<boolean>(texts).fill(true);
	let [loss, learnt, gap, place] = [0, 0, 0, 0];
	for (const [row, target] of targets.entries()) {
		if (row % length === 0) place = 0;
		if (target === IGNORED) continue;
		const scores = logits.subarray(row * d_vocab, (row + 1) * d_vocab);
		const { likeliest, total, apart } = readScores(scores);
		loss += total - (scores[target] ?? NaN);
		learnt++;
		if (!answers[row]) continue;
		const [isRight, p] = [likeliest === target, Math.exp((scores[likeliest] ?? NaN) - total)];
		const bin = bins[Math.min(BINS - 1, Math.floor(p * BINS))];
		// Logits that are no numbers belong to no bin.
		if (bin) [bin.count, bin.sum, bin.right] = [bin.count + 1, bin.sum + p, bin.right + Number(isRight)];
		const at = (places[place++] ??= { count: 0, wrong: 0 });
		[at.count, at.wrong] = [at.count + 1, at.wrong + Number(!isRight)];
		gap += apart;
		if (!isRight) faultless[Math.floor(row / length)] = false;
	}
	const answered = places.reduce((sum, { count }) => sum + count, 0);
	const wrong = places.reduce((sum, at) => sum + at.wrong, 0);
	return {
		loss: loss / learnt,
		tokens: 1 - wrong / answered,
		texts: faultless.filter(Boolean).length / texts,
		confidence: bins.reduce((sum, bin) => sum + bin.sum, 0) / answered,
		gap: gap / answered,
		sure: bins.map(({ count, sum, right }) => ({ count, confidence: sum / (count || 1), right: right / (count || 1) })),
		wrong: places.map((at) => at.wrong / at.count)
	};
}

/** Which score is the largest, the logarithm of the sum of their powers of e, and how far the largest is from the others' mean. */
function readScores(scores: Float32Array): { likeliest: number; total: number; apart: number } {
	let likeliest = 0;
	for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[likeliest] ?? 0)) likeliest = i;
	const most = scores[likeliest] ?? NaN;
	let [powers, all] = [0, 0];
	for (const score of scores) {
		powers += Math.exp(score - most);
		all += score;
	}
	return { likeliest, total: most + Math.log(powers), apart: most - (all - most) / (scores.length - 1) };
}
