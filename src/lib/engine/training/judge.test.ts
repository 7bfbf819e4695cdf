import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import { IGNORED } from './targets.ts';

/** Two texts of three positions; a position whose target is ignored counts for nothing. */
const BATCH = {
	texts: 2,
	ids: [0, 1, 2, 0, 1, 2],
	targets: [IGNORED, 1, 2, IGNORED, 0, 0],
	answers: [false, true, true, false, true, true]
};
/** Logits whose probabilities are told: of three tokens, [pos, 3]. */
const sure = (token: number, p: number) => [0, 1, 2].map((id) => Math.log(id === token ? p : (1 - p) / 2));
const LOGITS = Float32Array.from([
	...[9, 9, 9],
	...sure(1, 0.8),
	...sure(1, 0.6),
	...[9, 9, 9],
	...sure(0, 0.9),
	...sure(0, 0.5)
]);
const judgement = judge(LOGITS, 3, BATCH);

test('errors are told by their place among the answers of a text', () => {
	expect(judgement.wrong).toEqual([0, 0.5]);
});

test('a text is right when all its answers are', () => {
	expect([judgement.tokens, judgement.texts]).toEqual([0.75, 0.5]);
});

test('answers are told apart by how sure the model was', () => {
	const filled = judgement.sure.flatMap(({ count, confidence, right }, tenth) =>
		count > 0 ? [[tenth, count, +confidence.toFixed(4), right]] : []
	);
	expect(filled).toEqual([
		[5, 1, 0.5, 1],
		[6, 1, 0.6, 0],
		[8, 1, 0.8, 1],
		[9, 1, 0.9, 1]
	]);
	expect(judgement.confidence).toBeCloseTo(0.7, 5);
});

test('the gap is the largest logit less the mean of the others', () => {
	const gaps = [0.8, 0.6, 0.9, 0.5].map((p) => Math.log(p) - Math.log((1 - p) / 2));
	expect(judgement.gap).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap, 0) / 4, 5);
});

test('the loss is the mean surprise at the right answers', () => {
	const right = [0.8, 0.2, 0.9, 0.5];
	expect(judgement.loss).toBeCloseTo(-right.reduce((sum, p) => sum + Math.log(p), 0) / 4, 5);
});
