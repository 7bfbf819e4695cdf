import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { entropyBits } from '#num/stats.ts';
import { MOST_AHEAD, readBranch, writeBranch } from './branch.ts';
import { chancesOf, cutOf, fallOf } from './chances.ts';
import point from './point.ts';
import { power } from './power.ts';
import { sentenceOf } from './sentence.ts';
import { wayOf, waysFrom } from './ways.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const LONG = 'Tom saw a cat and a dog. '.repeat(30);
const PLAIN = { temperature: 1, topK: 0, topP: 1 };
const LOGITS = Float32Array.of(2, 1, 0, -1);

describe.each([SHIPPED, 'neox-full', 'gpt2-tiny', 'llama-gqa'])('in %s', (model) => {
	test('the product of all steps is e to the sum of their logarithms', async () => {
		const { sentence } = await resultFor(point, { text: TEXT.slice(0, 30), model });
		expect(sentence.factors.length).toBeGreaterThan(3);
		expect(sentence.error).toBeLessThan(1e-12);
	});

	test('no longer text is more probable than its beginning', async () => {
		const { sentence } = await resultFor(point, { text: TEXT.slice(0, 30), model });
		const products = sentence.factors.map(({ product }) => product);
		expect(products).toEqual(products.toSorted((a, b) => b - a));
	});

	test('a temperature below 1 takes choice away from a step, one above gives it', async () => {
		const bits = async (temperature: number) =>
			(await resultFor(point, { text: TEXT.slice(0, 30), model, sampling: { temperature } })).step?.bits.drawn ?? NaN;
		const [cold, plain, hot] = [await bits(0.5), await bits(1), await bits(2)];
		expect(cold).toBeLessThan(plain);
		expect(plain).toBeLessThan(hot);
	});

	test('each column’s probabilities are those of the text’s own factors', async () => {
		const { columns, sentence } = await resultFor(point, { text: TEXT.slice(0, 30), model });
		const taken = columns.flatMap(({ pos, alternatives }) =>
			alternatives.filter(({ taken }) => taken).map(({ probability, rank }) => ({ pos, probability, rank }))
		);
		expect(taken.length).toBeGreaterThan(2);
		for (const { pos, probability, rank } of taken) {
			const factor = sentence.factors.find((one) => one.pos === pos);
			expect(factor?.probability).toBeCloseTo(probability, 12);
			expect(factor?.rank).toBe(rank);
		}
	});
});

describe('the text', () => {
	test('is kept up to the place where another token is taken', async () => {
		const { columns } = await resultFor(point, { text: TEXT, model: SHIPPED });
		const [first] = columns;
		const { run } = await answersFor(point, { text: TEXT, model: SHIPPED });
		const before = TEXT.slice(0, run.tokens[first?.pos ?? 0]?.start);
		for (const { text, label } of first?.alternatives ?? []) expect(text).toBe(before + label);
	});

	test('cannot be cut inside a character', async () => {
		const { run } = await answersFor(point, { text: 'Tom 龘', model: SHIPPED });
		const inside = run.tokens.findIndex(({ part }) => part && part.index > 0);
		expect(inside).toBeGreaterThan(0);
		const { columns } = await resultFor(point, { text: 'Tom 龘', model: SHIPPED, focus: { query: inside - 1 } });
		const column = columns.find(({ pos }) => pos === inside);
		expect(column?.alternatives.map(({ text }) => text)).toEqual(column?.alternatives.map(() => undefined));
	});

	test('so long that its probability underflows is told by its logarithm', async () => {
		const { sentence } = await resultFor(point, { text: LONG, model: 'neox-full' });
		const many = Array.from({ length: 40 }, () => sentence.factors).flat();
		const sum = many.reduce((all, { log }) => all + log, 0);
		expect(many.reduce((all, { probability }) => all * probability, 1)).toBe(0);
		expect(power(sum)).toMatch(/^\d\.\d·10\^\{−\d{3,4}\}$/);
	});

	test('of a single token has no factor, and a perplexity of 1', async () => {
		const { sentence, columns } = await resultFor(point, { text: 'a' });
		expect(sentence).toMatchObject({ factors: [], product: 1, sum: 0, perplexity: 1 });
		expect(columns.map(({ origin }) => origin)).toEqual(['next']);
	});
});

describe('the columns', () => {
	test('tell what was given from what was drawn and what comes next', async () => {
		const { columns } = await resultFor(point, { text: TEXT, model: SHIPPED, generated: 4 });
		expect(columns.map(({ origin }) => origin)).toEqual(['given', 'given', 'drawn', 'drawn', 'drawn', 'drawn', 'next']);
	});

	test('hold the place that the reader looks at', async () => {
		const { columns, step } = await resultFor(point, { text: TEXT, model: SHIPPED, focus: { query: 2 } });
		expect(columns.filter(({ focused }) => focused).map(({ pos }) => pos)).toEqual([3]);
		expect(step?.column.pos).toBe(3);
	});

	test('show the token taken even where it is far from likely', async () => {
		const { columns } = await resultFor(point, { text: 'Tom zzz', model: SHIPPED });
		for (const { origin, alternatives } of columns)
			expect(alternatives.filter(({ taken }) => taken).length).toBe(origin === 'next' ? 0 : 1);
	});
});

describe('a branch past the end of the text', () => {
	test('goes on as the text would if it were written', async () => {
		const start = await resultFor(point, { text: TEXT, model: SHIPPED });
		// The likeliest that begins a word: written after the text, it stays the token that it is.
		const [one] = start.columns.at(-1)?.alternatives.filter(({ label }) => label.startsWith(' ')) ?? [];
		const looked = await resultFor(point, { text: TEXT, model: SHIPPED, params: { branch: String(one?.id) } });
		const written = await resultFor(point, { text: one?.text ?? '', model: SHIPPED });
		expect(looked.branchText).toBe(one?.text);
		const [ahead, next] = [looked.columns.at(-1), written.columns.at(-1)];
		expect([ahead?.origin, next?.origin]).toEqual(['ahead', 'next']);
		expect(ahead?.alternatives.map(({ id }) => id)).toEqual(next?.alternatives.map(({ id }) => id));
		for (const [i, { probability }] of ahead?.alternatives.entries() ?? [])
			expect(probability).toBeCloseTo(next?.alternatives[i]?.probability ?? NaN, 6);
	});

	test('branches again at every token, and the last one is looked at closely', async () => {
		const { columns, step, branch } = await resultFor(point, { text: 'abc', params: { branch: '5.9.2' } });
		expect(columns.map(({ origin }) => origin).slice(-4)).toEqual(['next', 'ahead', 'ahead', 'ahead']);
		expect(branch.map(({ id }) => id)).toEqual([5, 9, 2]);
		expect(step?.column).toBe(columns.at(-1));
	});

	test('ends where the context does', async () => {
		const { columns, run } = await answersAndColumns('x'.repeat(31), '5.9.2');
		expect(run.tokens.length).toBe(31);
		expect(columns.at(-1)?.pos).toBe(32);
	});

	async function answersAndColumns(text: string, branch: string) {
		const asked = { text, params: { branch } };
		const { run } = await answersFor(point, asked);
		return { run, columns: (await resultFor(point, asked)).columns };
	}
});

describe('chancesOf', () => {
	test('at temperature 0 leaves the likeliest alone', () => {
		const chances = chancesOf(LOGITS, { ...PLAIN, temperature: 0 });
		expect([[...chances.drawn], chances.kept]).toEqual([[1, 0, 0, 0], 1]);
		expect(cutOf(chances, 1)).toBe('greedy');
	});

	test('names what took a token out, the first that did', () => {
		const chances = chancesOf(LOGITS, { temperature: 1, topK: 3, topP: 0.7 });
		expect([0, 1, 2, 3].map((id) => cutOf(chances, id))).toEqual([undefined, undefined, 'top-p', 'top-k']);
	});

	test('shares what was cut among those that stay, in proportion', () => {
		const [all, two] = [chancesOf(LOGITS, PLAIN).drawn, chancesOf(LOGITS, { ...PLAIN, topK: 2 }).drawn];
		expect((two[0] ?? 0) + (two[1] ?? 0)).toBeCloseTo(1, 12);
		expect((two[0] ?? 0) / (two[1] ?? 1)).toBeCloseTo((all[0] ?? 0) / (all[1] ?? 1), 12);
		expect(entropyBits(two)).toBeLessThan(entropyBits(all));
	});

	test('lays chances end to end without a gap', () => {
		const chances = chancesOf(LOGITS, PLAIN);
		const edge = chances.drawn[0] ?? 0;
		expect(fallOf(chances, 0)).toEqual({ id: 0, from: 0 });
		expect(fallOf(chances, edge - 1e-9).id).toBe(0);
		expect(fallOf(chances, edge)).toEqual({ id: 1, from: edge });
		expect(fallOf(chances, 1 - 1e-12).id).toBe(3);
	});
});

describe('a branch', () => {
	test('is written as it is read', () => {
		expect(writeBranch(readBranch('5.0.60', { d_vocab: 61 }))).toBe('5.0.60');
	});

	test('ends before what is no token, and is never longer than one looks', () => {
		expect(readBranch('5.61.2', { d_vocab: 61 })).toEqual([5]);
		expect(readBranch('', { d_vocab: 61 })).toEqual([]);
		expect(readBranch('1.x.2', { d_vocab: 61 })).toEqual([1]);
		expect(readBranch('1.'.repeat(20), { d_vocab: 61 }).length).toBe(MOST_AHEAD);
	});
});

test('a sentence’s rank counts the likelier tokens', () => {
	const tokens = [0, 2].map((id) => ({ id, text: '', start: 0, end: 0 }));
	const logits = { axes: ['pos', 'd_vocab'] as const, shape: [2, 4], data: Float32Array.of(...LOGITS, ...LOGITS) };
	expect(sentenceOf(logits, tokens).factors).toMatchObject([{ pos: 1, rank: 2 }]);
});

test('a small number is written as a power of ten', () => {
	expect([power(0), power(Math.log(0.0123)), power(-1000)]).toEqual(['1.0000', '0.0123', '5.1·10^{−435}']);
});

test('ways leave from the token taken', async () => {
	const { columns } = await resultFor(point, { text: TEXT, model: SHIPPED });
	const [column] = columns;
	expect(column?.alternatives[waysFrom(column)]?.taken).toBe(true);
	expect([waysFrom(undefined), wayOf(0, 1)]).toEqual([0, 'M0 50C50 50 50 150 100 150']);
});
