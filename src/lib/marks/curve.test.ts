import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Curve from './Curve.svelte';
import { layoutCurves, nearestX, sampled, type Series } from './curve.ts';
import { tickText } from './tick-text.ts';

const variance: Series = {
	name: 'variance of q·k',
	points: [[4, 4.1], [32, 31], [512, 520]], // prettier-ignore
	errors: [0.5, 3, 40],
	tone: 'query'
};
const scaled: Series = { name: 'after ÷√d_k', points: [[4, 1], [32, 0.97], [512, 1.02]], tone: 'key', dashed: true }; // prettier-ignore
const logs = { x: { label: 'd_k', log: true }, y: { label: 'variance', log: true } };
const plain = { x: { label: 'step' }, y: { label: 'loss' } };

gallery('Curve', Curve, {
	'two lines over logarithms': { series: [variance, scaled], ...logs, at: 32, label: 'Variance by d_k' },
	'a single point': { series: [{ name: 'loss', points: [[0, 3]] }], ...plain, label: 'Loss' },
	'no points': { series: [], ...plain, label: 'Nothing yet', height: 120 }
});

const lay = (series: Series[], axes: Parameters<typeof layoutCurves>[1] = plain) =>
	layoutCurves(series, axes, 400, 200);

test('greater values stand higher and further right', () => {
	const { x, y } = lay([variance]);
	expect(x(512)).toBeGreaterThan(x(4));
	expect(y(520)).toBeLessThan(y(4.1));
});

test('equal ratios take equal room on a logarithmic axis', () => {
	const { x } = lay([variance], logs);
	expect(x(64) - x(16)).toBeCloseTo(x(256) - x(64));
});

test('error bars stay inside the frame', () => {
	const { top, bottom, errors } = lay([variance], logs);
	for (const { y0, y1 } of errors.flat()) {
		expect(Math.min(y0, y1)).toBeGreaterThanOrEqual(top);
		expect(Math.max(y0, y1)).toBeLessThanOrEqual(bottom);
	}
});

test('a point that a logarithmic axis cannot hold is left out of the line', () => {
	const layout = lay([{ name: 'a', points: [[1, 1], [2, 0], [4, 4]] }], logs); // prettier-ignore
	expect(layout.paths[0]?.match(/[ML]/g)).toHaveLength(2);
});

test('ticks leave room for their numbers', () => {
	const { xTicks } = layoutCurves([variance], logs, 360, 200);
	const gaps = xTicks.slice(1).map((tick, i) => tick.at - (xTicks[i]?.at ?? 0));
	expect(Math.min(...gaps)).toBeGreaterThan(28);
});

test('no size is too small to lay out', () => {
	const layout = layoutCurves([variance], plain, 0, 60);
	expect(layout.paths.join('')).not.toContain('NaN');
});

test('the pointer finds the nearest point in pixels', () => {
	const { x } = lay([variance], logs);
	expect(nearestX([variance], x, x(40))).toBe(32);
	expect(nearestX([], x, 10)).toBeUndefined();
});

test('numbers of an axis are no longer than they need to be', () => {
	expect([0, 0.5, 512, 10_000, -2, 1e-6].map(tickText)).toEqual(['0', '0.5', '512', '10.0 k', '−2', '1e-6']);
});

test('a table of a long curve keeps its ends and at most 33 places', () => {
	const places = sampled(Array.from({ length: 513 }, (_, i) => i));
	expect([places.length, places[0], places.at(-1)]).toEqual([33, 0, 512]);
});

test('a table of a short curve keeps every place', () => {
	expect(sampled([1, 5, 9])).toEqual([1, 5, 9]);
});
