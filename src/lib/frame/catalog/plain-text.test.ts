import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test('a sentence loses its markup and keeps its words', () => {
	expect(plainText('Why {q:divide **by** √d_{k}}, in `code`')).toBe('Why divide by √dk, in code');
});
