import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { take } from '#num/named.ts';
import { dot, maxAbsDifference } from '#num/stats.ts';
import type { Rotary } from './compute.ts';
import point from './point.ts';
import { turn, wavelength } from './turning.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const TURNING = { dims: 8, theta: 10000 };

async function rotaryFor(
	asked: Parameters<typeof resultFor<typeof point.needs, typeof point.params, unknown, never>>[1]
): Promise<Rotary> {
	const { rotary } = await resultFor(point, asked);
	if (!rotary) throw new Error('nothing turns');
	return rotary;
}

describe('turn', () => {
	const q = [0.3, -1.2, 0.7, 2.1, 1.5, 0.4, -0.6, 0.9];
	const k = [1.1, 0.2, -0.5, 0.8, -0.3, 1.7, 0.6, -1.4];
	const score = (m: number, n: number) => dot(turn(q, m, TURNING), turn(k, n, TURNING));

	test('turns dimension i together with dimension i + dims/2', () => {
		const [x, , , , y] = turn([1, 0, 0, 0, 0, 0, 0, 0], Math.PI / 2, TURNING);
		expect(x).toBeCloseTo(0, 12);
		expect(y).toBeCloseTo(1, 12);
	});

	test('keeps the length of a vector', () => {
		expect(dot(turn(q, 37, TURNING), turn(q, 37, TURNING))).toBeCloseTo(dot(q, q), 10);
	});

	test('leaves dimensions past `dims` alone', () => {
		expect([...turn([1, 2, 3, 4], 5, { dims: 2, theta: 10000 })].slice(2)).toEqual([3, 4]);
	});

	test('gives scores that know the distance only', () => {
		for (const shift of [1, 40, 1000]) expect(score(9 + shift, 4 + shift)).toBeCloseTo(score(9, 4), 9);
		expect(Math.abs(score(9, 3) - score(9, 4))).toBeGreaterThan(0.1);
	});
});

test('the fastest pair takes 2π tokens for a turn, and each next one a constant factor more', () => {
	expect(wavelength(0, TURNING)).toBeCloseTo(2 * Math.PI);
	expect(wavelength(1, TURNING)).toBeCloseTo(2 * Math.PI * 10);
	expect(wavelength(3, TURNING)).toBeCloseTo(2 * Math.PI * 1000);
});

describe.each(['neox-full', 'neox-partial', 'llama-gqa', 'llama-mha', SHIPPED])('in %s', (model) => {
	test('rotating q and k here gives what the model has after its own rotation', async () => {
		const { model: captured, run } = await answersFor(point, { text: TEXT, model });
		if (run.model.positions.kind !== 'rotary') throw new Error('nothing turns');
		const at = { head: 1, pos: 5 };
		const own = captured.rot_q ? take(captured.rot_q, at).data : [];
		expect(maxAbsDifference(turn(take(captured.q, at).data, 5, run.model.positions), own)).toBeLessThan(1e-4);
	});

	test.each([0, 1, 2])('what the pairs and the still dimensions of head %i add makes the score', async (head) => {
		const { pairs, still, score } = await rotaryFor({ text: TEXT, model, focus: { head, query: 9, key: 3 } });
		expect(pairs.reduce((sum, { adds }) => sum + adds, still.adds)).toBeCloseTo(score, 3);
	});

	test.each([1, 7, 40, 300, 1000])(
		'equal offsets give equal scores: moving the whole text by %i changes none',
		async (by) => {
			for (const layer of [0, 1]) {
				const { shift } = await rotaryFor({ text: TEXT, model, focus: { layer, head: 1 }, params: { shift: by } });
				expect(shift.cells).toBeGreaterThan(50);
				expect(shift.largest).toBeLessThan(1e-4);
				expect(Math.abs(shift.exactChange)).toBeLessThan(1e-9);
			}
		}
	);

	test('moving only the key changes the score', async () => {
		const { move } = await rotaryFor({ text: TEXT, model, focus: { key: 1 }, params: { move: 8 } });
		expect(Math.abs(move.change)).toBeGreaterThan(1e-4);
	});

	test('moving the whole text by 7 does turn the query, by 7 radians in the fastest pair', async () => {
		const after = async (dials: 'own' | 'shifted') =>
			(await rotaryFor({ text: TEXT, model, params: { dials, shift: 7 } })).pairs[0]?.query.after ?? NaN;
		expect(Math.cos((await after('shifted')) - (await after('own')))).toBeCloseTo(Math.cos(7), 3);
	});

	test('both curves start at the model’s own score, and only that of both tokens stays there', async () => {
		const { curves, score } = await rotaryFor({ text: TEXT, model, focus: { query: 9, key: 3 } });
		expect(curves.within[0]?.[1]).toBeCloseTo(score, 3);
		const [first = [0, NaN], ...others] = curves.together;
		for (const [, other] of others) expect(Math.abs(other - first[1])).toBeLessThan(1e-9);
		expect(Math.max(...curves.within.map(([, other]) => Math.abs(other - first[1])))).toBeGreaterThan(1e-2);
	});

	test('a rotation keeps the length of q', async () => {
		const { norms } = await rotaryFor({ text: TEXT, model });
		expect(norms.after).toBeCloseTo(norms.before, 3);
	});
});

test('both moved, the two hands of every dial keep the angle between them', async () => {
	const asked = { text: TEXT, model: SHIPPED, focus: { key: 1 } };
	const between = async (dials: 'own' | 'shifted' | 'moved') =>
		(await rotaryFor({ ...asked, params: { dials } })).pairs.map(({ query, key }) => Math.cos(query.after - key.after));
	const own = await between('own');
	expect(maxAbsDifference(await between('shifted'), own)).toBeLessThan(1e-3);
	expect(maxAbsDifference(await between('moved'), own)).toBeGreaterThan(0.1);
});

test('a pair is unfinished when the trained length is shorter than its wavelength', async () => {
	const { pairs, unfinished } = await rotaryFor({ text: TEXT, model: SHIPPED });
	// 2π · 10000^(i/16) passes 256 tokens between pairs 6 and 7.
	expect([pairs.length, unfinished]).toEqual([16, 9]);
});

test('the trained model’s score moves far more by a distance of 8 than by a shift of 1000', async () => {
	const asked = { text: TEXT, model: SHIPPED, focus: { layer: 1, head: 2, key: 1 } };
	const { move, shift } = await rotaryFor({ ...asked, params: { move: 8, shift: 1000 } });
	expect(Math.abs(move.change)).toBeGreaterThan(100 * shift.largest);
});

test('a model with learned positions has no rotation to show', async () => {
	expect((await resultFor(point, { text: TEXT, model: 'gpt2-tiny' })).rotary).toBeUndefined();
});
