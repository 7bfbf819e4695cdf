import { expect, test } from 'vitest';
import { Draws } from './draws.ts';
import { sample } from './sampling.ts';

const sampling = { temperature: 1, topK: 0, topP: 1, seed: 5 };
const logits = Float32Array.from({ length: 50 }, (_, i) => Math.sin(i));

test('what is drawn twice is drawn once', () => {
	const draws = new Draws();
	expect(draws.from(logits, sampling, 3)).toBe(draws.from(logits, { ...sampling }, 3));
});

test.each([
	['another seed', { seed: 6 }, 3],
	['another step', {}, 4],
	['another temperature', { temperature: 0 }, 3],
	['another k', { topK: 2 }, 3],
	['another p', { topP: 0.1 }, 3]
])('%s draws anew, as if for the first time', (_, change, index) => {
	const draws = new Draws();
	draws.from(logits, sampling, 3);
	expect(draws.from(logits, { ...sampling, ...change }, index)).toEqual(
		sample(logits, { ...sampling, ...change }, index)
	);
});
