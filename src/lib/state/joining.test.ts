import { describe, expect, test } from 'vitest';
import type { Unpacked } from '#engine/answers.ts';
import type { Question, Variation } from '#engine/protocol.ts';
import { named } from '#num/named.ts';
import { firstOf, join, knownFor, restOf } from './joining.ts';
import { runOf, type Shown } from './results.ts';
import { FACTS } from './testing/fakes.ts';

const generate = { count: 0, temperature: 1, topK: 0, topP: 1, seed: 0 };

function asking(variations: Record<string, Variation>, text = 'a', weights?: string[]): Question {
	return { model: 'storyteller', text, generate, edits: [], variations, ...(weights && { weights }) };
}

const value = (number: number) => named(['pos'], [1], Float32Array.of(number));

function answering(captures: Unpacked['captures'], milliseconds = 1): Unpacked {
	const cost = { multiplyAdds: [1], tokens: [1], cacheBytes: 0, milliseconds };
	const costs = Object.fromEntries(Object.keys(captures).map((name) => [name, cost]));
	return { model: FACTS, tokens: [], promptLength: 1, unseenFrom: 1, full: false, steps: [], costs, captures };
}

function showing(question: Question, answer: Unpacked): Shown {
	return { question, answer, run: runOf(question, answer, { facts: FACTS, vocabulary: [] }) };
}

describe('of a question about the run on show', () => {
	const known = asking({
		model: { captures: ['logits', 'blocks.*.attn.q'] },
		own: { offset: 3, captures: ['logits'] }
	});

	test('only the captures that are missing are asked', () => {
		const more = asking({ model: { captures: ['logits', 'blocks.2.attn.q', 'blocks.2.attn.k'] } });
		expect(restOf(more, known)?.variations).toEqual({ model: { captures: ['blocks.2.attn.k'] } });
	});

	test('nothing is left when all is known', () =>
		expect(restOf(asking({ own: { offset: 3, captures: ['logits'] } }), known)).toBeUndefined());

	test('a variation that differs is asked whole', () => {
		const other = asking({ own: { offset: 4, captures: ['logits'] } });
		expect(restOf(other, known)?.variations).toEqual(other.variations);
	});

	test('a variation that is left out is not asked', () =>
		expect(restOf(asking({ other: { captures: ['logits'] } }), known, ['other'])).toBeUndefined());
});

test('of another text everything is asked but the weights', () => {
	const shown = showing(
		asking({ model: { captures: ['logits'] } }, 'a', ['W_U']),
		answering({ model: {}, weights: {} })
	);
	const question = asking({ model: { captures: ['logits'] } }, 'b', ['W_U', 'W_E']);
	expect(restOf(question, knownFor(question, shown))).toEqual({ ...question, weights: ['W_E'] });
});

test('the shared run comes first when variations are asked one by one', () => {
	const question = asking({ own: { captures: ['logits'] }, model: { captures: ['logits'] } });
	expect(Object.keys(firstOf(question).variations)).toEqual(['model']);
});

describe('an answer that joins the one on show', () => {
	const before = showing(
		asking({ model: { captures: ['embed'] }, own: { offset: 3, captures: ['embed'] } }),
		answering({ model: { embed: value(1) }, own: { embed: value(2) } })
	);

	test('adds to it, and leaves what was there the same object', () => {
		const asked = asking({ model: { captures: ['logits'] } });
		const { answer, question } = join(before, asked, answering({ model: { logits: value(3) } }));
		expect(answer.captures['model']?.['embed']).toBe(before.answer.captures['model']?.['embed']);
		expect(answer.captures['model']?.['logits']).toEqual(value(3));
		expect(question.variations['model']?.captures).toEqual(['embed', 'logits']);
	});

	test('leaves the cost of a run that was made before', () => {
		const { answer } = join(before, asking({ model: { captures: ['logits'] } }), answering({ model: {} }, 0));
		expect(answer.costs['model']?.milliseconds).toBe(1);
	});

	test('replaces a variation that now differs', () => {
		const asked = asking({ own: { offset: 4, captures: ['logits'] } });
		const { answer } = join(before, asked, answering({ own: { logits: value(5) } }));
		expect(answer.captures['own']).toEqual({ logits: value(5) });
	});

	test('replaces everything but the weights when it is of another text', () => {
		const held = showing(
			asking({}, 'a', ['W_U']),
			answering({ model: { embed: value(1) }, weights: { W_U: value(9) } })
		);
		const { answer } = join(
			held,
			asking({ model: { captures: ['logits'] } }, 'b'),
			answering({ model: { logits: value(6) } })
		);
		expect(answer.captures).toEqual({ model: { logits: value(6) }, weights: { W_U: value(9) } });
	});
});
