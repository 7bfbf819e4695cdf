import { describe, expect, test } from 'vitest';
import { withTry } from './choices.ts';
import { startOf } from './reader.ts';
import { mask, MODELS, POINTS } from './testing/fakes.ts';

const START = startOf(MODELS, POINTS);
const LABEL = { en: 'said', zh: '说' };
const after = (suggestion: Omit<Parameters<typeof withTry>[2], 'label'>, state = START) =>
	withTry(state, mask, { label: LABEL, ...suggestion }, MODELS);

describe('a suggestion', () => {
	test('changes what it names', () => {
		const suggested = after({
			model: 'reader',
			text: 'x y',
			focus: { head: 1 },
			params: { size: 1 },
			sampling: { temperature: 0, topK: 5 },
			generate: 3
		});
		expect(suggested).toEqual({
			...START,
			model: 'reader',
			text: 'x y',
			head: 1,
			params: { [mask.id]: { size: 1 } },
			temperature: 0,
			topK: 5,
			count: 3
		});
	});

	test('leaves what it does not name', () => {
		const mine = { ...START, model: 'reader', text: 'mine', count: 2, topP: 0.5, seed: 9 };
		expect(after({}, mine)).toEqual({ ...mine, params: { [mask.id]: {} } });
	});

	test('opens its point’s panel and reads it, if it says so', () => {
		const folded = { ...START, open: [] };
		expect(after({ opens: true }, folded)).toMatchObject({ open: [mask.id], reading: mask.id });
		expect(after({}, folded)).toMatchObject({ open: [] });
	});

	test('of a model that is not offered leaves the model', () => {
		expect(after({ model: 'gpt-9' }).model).toBe('storyteller');
	});

	test('of sampling out of range is held to the range of links', () => {
		expect(after({ sampling: { temperature: 99, topP: -1 } })).toMatchObject({ temperature: 5, topP: 0 });
	});
});
