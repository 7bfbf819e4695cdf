import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Arrows from './Arrows.svelte';
import { layoutArrows } from './arrows.ts';

gallery('Arrows', Arrows, {
	'two that add up': {
		arrows: [
			{ from: [0, 0], to: [3, 0], label: 'sum', tone: 'ink', strong: true },
			{ from: [0, 0], to: [2, 1], label: 'first', tone: 'value' },
			{ from: [2, 1], to: [3, 0], label: 'second', tone: 'value' }
		],
		chosen: 1,
		label: 'Two vectors head to tail'
	},
	'one of no length': { arrows: [{ from: [0, 0], to: [0, 0], label: 'nothing' }], label: 'Nothing to add' },
	none: { arrows: [], label: 'Nothing yet' }
});

const ends = (path: string | undefined) => (path ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];

test('one unit is as long across as it is up', () => {
	const [across, up] = layoutArrows(
		[
			{ from: [0, 0], to: [1, 0] },
			{ from: [0, 0], to: [0, 1] }
		],
		300,
		200
	);
	const length = (head: string | undefined, line: string | undefined) => {
		const [[x1 = 0, y1 = 0], [x0 = 0, y0 = 0]] = [ends(head), ends(line)];
		return Math.hypot(x1 - x0, y1 - y0);
	};
	expect(length(across?.head, across?.line)).toBeCloseTo(length(up?.head, up?.line), 1);
});

test('an arrow that starts where another ended touches its tip', () => {
	const [first, second] = layoutArrows(
		[
			{ from: [0, 0], to: [2, 1] },
			{ from: [2, 1], to: [3, -1] }
		],
		300,
		200
	);
	expect(ends(second?.line).slice(0, 2)).toEqual(ends(first?.head).slice(0, 2));
});

test('everything stays inside the picture', () => {
	const arrows = [
		{ from: [0, 0], to: [-50, 3] },
		{ from: [-50, 3], to: [80, -40] }
	] as const;
	for (const { head } of layoutArrows(arrows, 240, 160)) {
		const [x = -1, y = -1] = ends(head);
		expect(x >= 0 && x <= 240 && y >= 0 && y <= 160).toBe(true);
	}
});

test('a short arrow has no name beside it', () => {
	const [long, short] = layoutArrows(
		[
			{ from: [0, 0], to: [10, 0] },
			{ from: [10, 0], to: [10.2, 0] }
		],
		300,
		200
	);
	expect([long?.name !== undefined, short?.name]).toEqual([true, undefined]);
});
