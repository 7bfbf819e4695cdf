import { expect, test } from 'vitest';
import { strongestInduction } from './induction.ts';

test('a head that looks at what came after the earlier copy scores 1, and is named', () => {
	// Tokens 5 7 5: the last query looks at key 1, in head 1 alone.
	const data = [1, 0, 0, 0.5, 0.5, 0, 1, 0, 0, 1, 0, 0, 0.5, 0.5, 0, 0, 1, 0];
	expect(strongestInduction({ shape: [1, 2, 3, 3], data }, [5, 7, 5])).toEqual({ layer: 0, head: 1, score: 1 });
});

test('a text without a repetition shows no induction', () => {
	expect(strongestInduction({ shape: [1, 1, 2, 2], data: [1, 0, 1, 0] }, [1, 2])).toBeUndefined();
});
