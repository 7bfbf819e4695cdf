import type { JudgedBatch } from './data.ts';
import { IGNORED } from './targets.ts';

/** How well a model foretells a batch. */
export interface Judgement {
	/** Mean cross-entropy of what is learnt, in nats, without smoothing. */
	readonly loss: number;
	/** The share of answers' tokens that are the likeliest. */
	readonly tokens: number;
	/** The share of texts all of whose answers are right: what greedy generation would answer without a mistake. */
	readonly texts: number;
	/** The mean probability of the token that is likeliest, where answers stand: how sure the model is of itself. */
	readonly confidence: number;
}

/** Judges logits, [pos, d_vocab] text after text. */
export function judge(logits: Float32Array, d_vocab: number, { texts, targets, answers }: JudgedBatch): Judgement {
	const length = targets.length / texts;
	let [loss, learnt, right, answered, sure] = [0, 0, 0, 0, 0];
	const faultless = new Array<boolean>(texts).fill(true);
	for (const [row, target] of targets.entries()) {
		if (target === IGNORED) continue;
		const scores = logits.subarray(row * d_vocab, (row + 1) * d_vocab);
		const likeliest = indexOfMost(scores);
		const total = logSumExp(scores, scores[likeliest] ?? NaN);
		loss += total - (scores[target] ?? NaN);
		learnt++;
		if (!answers[row]) continue;
		answered++;
		sure += Math.exp((scores[likeliest] ?? NaN) - total);
		if (likeliest === target) right++;
		else faultless[Math.floor(row / length)] = false;
	}
	const whole = faultless.filter(Boolean).length / texts;
	return { loss: loss / learnt, tokens: right / answered, texts: whole, confidence: sure / answered };
}

function indexOfMost(scores: Float32Array): number {
	let most = 0;
	for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[most] ?? 0)) most = i;
	return most;
}

function logSumExp(scores: Float32Array, most: number): number {
	let sum = 0;
	for (const score of scores) sum += Math.exp(score - most);
	return most + Math.log(sum);
}
