import { expect, test } from 'vitest';
import { maxAbsDifference } from '#num/stats.ts';
import { chooseBackend } from '../backend.ts';
import { tensor } from '../tf.ts';
import { dropoutTap, keptValues } from './dropout.ts';

test('a share of the values is dropped, and the mean stays', () => {
	const values = keptValues(20_000, 0.25, 1);
	const dropped = values.filter((value) => value === 0).length / values.length;
	expect(dropped).toBeCloseTo(0.25, 2);
	expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(1, 2);
});

test('only what was asked for is dropped', async () => {
	await chooseBackend({ force: 'cpu' });
	const tap = dropoutTap({ embedding: 0, attention: 0.5, ffn: 0 }, 1);
	const ones = tensor(new Float32Array(100).fill(1), [10, 10]);
	expect(tap('blocks.0.mlp_out', ones)).toBe(ones);
	expect(tap('blocks.0.resid_pre', ones)).toBe(ones);
	const weights = await tap('blocks.1.attn.pattern', ones).data();
	expect(new Set(weights)).toEqual(new Set([0, 2]));
});

test('blocks drop different values', () => {
	const tap = dropoutTap({ embedding: 0, attention: 0, ffn: 0.5 }, 1);
	const ones = tensor(new Float32Array(100).fill(1), [10, 10]);
	const [one, other] = [tap('blocks.0.mlp_out', ones), tap('blocks.1.mlp_out', ones)];
	expect(maxAbsDifference([...one.dataSync()], [...other.dataSync()])).toBe(2);
});
