import { expect, test } from 'vitest';
import type { RunFacts } from '#points/define.ts';
import { remarksOnReading, sayNotice } from './notices.ts';
import { FACTS } from './testing/fakes.ts';

/** A run of a model whose vocabulary is a and b. */
function runOf(model: string, texts: readonly string[]): RunFacts {
	const tokens = texts.map((text, i) => ({ id: text === 'b' ? 1 : 0, text, start: i, end: i + 1 }));
	const sampling = { temperature: 1, topK: 0, topP: 1, seed: 0 };
	const vocabulary = ['a', 'b'];
	return { model: { ...FACTS, id: model }, tokens, promptLength: texts.length, steps: [], sampling, vocabulary };
}

test('what a reader’s own model takes for another token is said once each, and nothing of what it knows', () => {
	const [remark] = remarksOnReading(runOf('own-0123abcd', ['a', 'Z', 'b', 'Z', '?']));
	expect(remark && sayNotice(remark).en).toContain('(“Z” → “a”, “?” → “a”)');
	expect(remarksOnReading(runOf('own-0123abcd', ['a', 'b']))).toEqual([]);
});

test('of a shipped model’s reading nothing is said', () => {
	expect(remarksOnReading(runOf('storyteller', ['Z']))).toEqual([]);
});
