import { expect, test } from 'vitest';
import { distinctEdits, hasEdit, headOff, panelEdits, toggledEdit, UNMASKED, UNSCALED, withEdit } from './run-edits.ts';
import { FACTS, mask, POINTS } from './testing/fakes.ts';

const focus = { layer: 1, head: 0, query: 2, key: 1 };
const run = { model: FACTS, promptLength: 3 };

test('an edit stands once, however often it is made', () => {
	expect(withEdit(withEdit([UNSCALED], UNMASKED), { ...UNMASKED })).toEqual([UNSCALED, UNMASKED]);
});

test('an edit is made by one click and taken out by the next', () => {
	const once = toggledEdit([UNMASKED], headOff(focus));
	expect([hasEdit(once, headOff({ layer: 1, head: 0 })), toggledEdit(once, headOff(focus))]).toEqual([
		true,
		[UNMASKED]
	]);
});

test('edits that are offered twice are listed once', () => {
	expect(distinctEdits([UNMASKED, UNSCALED, { ...UNMASKED }])).toEqual([UNMASKED, UNSCALED]);
});

test('what a panel’s setting changes in the model can be made of the whole run', () => {
	const chosenOf = (id: string) => (id === 'causal-mask' ? { mask: 'none' } : undefined);
	expect(panelEdits({ points: POINTS, chosenOf, focus, run })).toEqual([UNMASKED]);
});

test('a panel’s own comparison is no change of the reader’s', () => {
	const chosenOf = (id: string) => (id === 'causal-mask' ? { size: 7 } : undefined);
	expect(panelEdits({ points: POINTS, chosenOf, focus, run })).toEqual([]);
});

test('the mask taken off in its panel is the one that a click takes off', () => {
	const point = {
		...mask,
		variations: {
			changed: ({ mask: kind }: { readonly mask: 'causal' | 'none' }) => ({
				edits: [{ at: UNMASKED.at, do: 'mask' as const, kind, size: 4, cells: [] }]
			})
		}
	};
	expect(panelEdits({ points: [point], chosenOf: () => ({ mask: 'none' }), focus, run })).toEqual([UNMASKED]);
});
