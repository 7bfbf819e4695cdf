import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { dot, maxAbsDifference, mean } from '#num/stats.ts';
import point from './point.ts';
import { rotated, rotationBy, sinusoid, wavesOver } from './sinusoid.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const WAVES = wavesOver(512, 10_000);
const EVERY = 100;
// The trained model with a table of positions.
const LEARNED = 'storyteller-gpt2';

describe('sinusoid', () => {
	test('is the table of the paper: sin and cos of place ÷ 10000^(2i/d)', () => {
		const [p, i] = [37, 20];
		expect(sinusoid(p, WAVES)[2 * i]).toBeCloseTo(Math.sin(p / Math.pow(10_000, (2 * i) / 512)), 12);
		expect(sinusoid(p, WAVES)[2 * i + 1]).toBeCloseTo(Math.cos(p / Math.pow(10_000, (2 * i) / 512)), 12);
	});

	test('has the same length at every place: √(d/2)', () => {
		for (const place of [0, 1, 99, 12_345])
			expect(dot(sinusoid(place, WAVES), sinusoid(place, WAVES))).toBeCloseTo(256, 9);
	});

	test('compares two places by their distance: Σ cos(k · frequency)', () => {
		const expected = Array.from({ length: 256 }, (_, i) => Math.cos(11 / 10_000 ** (i / 256))).reduce((a, b) => a + b);
		for (const place of [0, 5, 700])
			expect(dot(sinusoid(place, WAVES), sinusoid(place + 11, WAVES))).toBeCloseTo(expected, 8);
	});
});

describe('the rotation of k places', () => {
	test.each([1, 4, 250, 1000])('made from k = %i alone, takes every place to the one k further on', (shift) => {
		const rotation = rotationBy(shift, WAVES);
		for (const place of [0, 1, 17, 128, 255])
			expect(maxAbsDifference(rotated(rotation, sinusoid(place, WAVES)), sinusoid(place + shift, WAVES))).toBeLessThan(
				1e-11
			);
	});

	test('made from another k misses by far', () => {
		expect(maxAbsDifference(rotated(rotationBy(3, WAVES), sinusoid(9, WAVES)), sinusoid(13, WAVES))).toBeGreaterThan(
			0.5
		);
	});
});

describe.each([SHIPPED, 'gpt2-tiny', 'llama-gqa', 'neox-partial'])('in %s', (model) => {
	test.each(['sinusoidal', 'rotary'] as const)('%s places k apart differ by one rotation, whatever p', async (kind) => {
		const { turn, table } = await resultFor(point, { text: TEXT, model, params: { kind, shift: 400 } });
		expect(turn?.error).toBeLessThan(1e-11);
		expect(turn?.compared).toBe((table?.places ?? 0) * (table?.dims ?? 0));
	});

	test('sinusoidal places are as alike as their distance says: all curves are one', async () => {
		const { table } = await resultFor(point, { text: TEXT, model, focus: { query: 7 } });
		expect(table?.curves.length).toBeGreaterThan(2);
		expect(table?.apart).toBeLessThan(1e-12);
	});

	test('without positions another next token is expected', async () => {
		const { effect } = await resultFor(point, { text: TEXT, model });
		expect(Math.abs((effect?.before.probability ?? 0) - (effect?.kept ?? 0))).toBeGreaterThan(1e-6);
		expect(Math.abs((effect?.loss?.after ?? 0) - (effect?.loss?.before ?? 0))).toBeGreaterThan(1e-5);
	});
});

describe.each([SHIPPED, 'gpt2-tiny', 'llama-gqa'])('shuffled in %s', (model) => {
	test.each([1, 2, 77])('without positions no prediction changes (seed %i)', async (seed) => {
		const { order } = await resultFor(point, { text: TEXT, model, params: { kind: 'none', seed } });
		expect(order?.most.blind).toBeLessThan(1e-4);
		expect(order?.blind).toHaveLength(order?.order.length ?? 0);
	});

	test('with its positions predictions do change', async () => {
		const { order } = await resultFor(point, { text: TEXT, model, params: { kind: 'none' } });
		expect(order?.most.seeing).toBeGreaterThan(100 * (order?.most.blind ?? Infinity));
	});
});

test.each(['gpt2-tiny', LEARNED])('learned places are not as alike as their distance says (%s)', async (model) => {
	const { table } = await resultFor(point, { text: TEXT, model, params: { kind: 'learned' } });
	expect(table?.apart).toBeGreaterThan(0.1);
});

test('a rotary model has no learned table to show', async () => {
	const { table, turn } = await resultFor(point, { text: TEXT, model: SHIPPED, params: { kind: 'learned' } });
	expect([table, turn]).toEqual([undefined, undefined]);
});

describe.each([SHIPPED, LEARNED])('in the trained model %s', (model) => {
	test('without positions the mean loss on texts that it was not trained on rises', async () => {
		const rises: number[] = [];
		for (const text of heldOut()) {
			const { effect } = await resultFor(point, { text, model });
			if (effect?.loss) rises.push(effect.loss.after - effect.loss.before);
		}
		expect(rises.length).toBeGreaterThan(15);
		expect(mean(rises)).toBeGreaterThan(0.3);
	});
});

/** Every so many-th text of every family, with its answer. */
function heldOut(): string[] {
	const folder = new URL('../../../../training/held_out/', import.meta.url);
	return readdirSync(folder)
		.toSorted()
		.flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
		.filter((_, line) => line % EVERY === 0)
		.map((line) => {
			// The files are ours, one such object a line.
			const { prompt, answer } = JSON.parse(line) as { prompt: string; answer: string };
			return prompt + answer;
		});
}
