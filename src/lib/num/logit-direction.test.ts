import { expect, test } from 'vitest';
import { logitConstant, logitDirection, logitsOf, type WayOut } from './logit-direction.ts';
import { named } from './named.ts';
import { normals } from './random.ts';
import { dot, mean, variance } from './stats.ts';

const [WIDTH, TOKENS] = [7, 5];
const next = normals(3);
const drawn = (length: number) => Float32Array.from({ length }, next);
const layerNorm: WayOut = {
	w: named(['d_model'], [WIDTH], drawn(WIDTH)),
	b: named(['d_model'], [WIDTH], drawn(WIDTH)),
	W_U: named(['d_model', 'd_vocab'], [WIDTH, TOKENS], drawn(WIDTH * TOKENS)),
	centers: true
};
const rmsNorm: WayOut = { ...layerNorm, b: undefined, centers: false };
const parts = [drawn(WIDTH), drawn(WIDTH), drawn(WIDTH)];
const stream = Float64Array.from({ length: WIDTH }, (_, i) => parts.reduce((sum, part) => sum + (part[i] ?? 0), 0));

test.each([
	['LayerNorm', layerNorm, Math.sqrt(variance(stream))],
	['RMSNorm', rmsNorm, Math.sqrt(dot(stream, stream) / WIDTH)]
])('parts along the direction and the constant add up to the logit, through %s', (_, out, scale) => {
	const logits = logitsOf(out, stream, scale);
	for (let token = 0; token < TOKENS; token++) {
		const along = logitDirection(out, token, scale);
		const sum = parts.reduce((total, part) => total + dot(part, along), logitConstant(out, token));
		expect(sum).toBeCloseTo(logits[token] ?? NaN, 10);
	}
});

test('a logit is the normed stream times a column of the unembedding', () => {
	const scale = Math.sqrt(variance(stream));
	const normed = stream.map((value, i) => {
		return ((value - mean(stream)) / scale) * (layerNorm.w.data[i] ?? NaN) + (layerNorm.b?.data[i] ?? NaN);
	});
	const column = normed.map((_, i) => layerNorm.W_U.data[i * TOKENS + 2] ?? NaN);
	expect(logitsOf(layerNorm, stream, scale)[2]).toBeCloseTo(dot(normed, column), 10);
});

test('what is the same in every dimension does nothing through LayerNorm', () => {
	const flat = new Float64Array(WIDTH).fill(3);
	expect(dot(flat, logitDirection(layerNorm, 1, 2))).toBeCloseTo(0, 10);
	expect(Math.abs(dot(flat, logitDirection(rmsNorm, 1, 2)))).toBeGreaterThan(0.01);
});

test('a norm without a bias adds nothing of its own', () => {
	expect(logitConstant(rmsNorm, 0)).toBe(0);
});
