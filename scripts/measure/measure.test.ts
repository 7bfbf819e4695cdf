import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseBackend } from '../../src/lib/engine/backend.ts';
import { Tokenizer } from '../../src/lib/engine/tokenizer.ts';
import { ABILITIES, type HeadFigures } from '../../src/lib/frame/catalog/card.ts';
import { shippedFiles } from '../../tests/golden/shipped.ts';
import { shares } from './abilities.ts';
import { answered, isLikelier } from './answering.ts';
import { measuredCard, type Measures } from './card.ts';
import { measureHeads, mentions } from './heads.ts';
import { loadFolder, type Loaded } from './model-folder.ts';
import { measurePositions } from './positions.ts';
import { readQuestions, sampleOf, tokenized } from './questions.ts';
import { Reader } from './reader.ts';
import { verdicts } from './targets.ts';

const tokenizer = Tokenizer.parse(shippedFiles('storyteller').tokenizer);

describe('an answer', () => {
	const after = (rows: readonly (readonly number[])[]) => (count: number) => rows[count] ?? [];

	test('is compared with a wrong one where they part', () => {
		const said = after([
			[0, 9, 0],
			[0, 1, 2]
		]);
		expect(isLikelier([1, 2], [1, 1], said)).toBe(true);
		expect(isLikelier([1, 1], [1, 2], said)).toBe(false);
	});

	test('that begins as a wrong one goes on is right if stopping there is likelier', () => {
		const goesOn = [0, 0, 5];
		const stops = [5, 0, 0];
		expect(isLikelier([1], [1, 2], after([[0, 9, 0], stops]))).toBe(true);
		expect(isLikelier([1], [1, 2], after([[0, 9, 0], goesOn]))).toBe(false);
	});

	test('that goes on where a wrong one ends is right if going on is likelier', () => {
		expect(isLikelier([1, 2], [1], after([[], [0, 0, 5]]))).toBe(true);
		expect(isLikelier([1, 2], [1], after([[], [5, 0, 0]]))).toBe(false);
	});

	test('counts as likeliest only if each of its tokens is', async () => {
		// Says 1 after everything.
		const reader = { logits: (ids: readonly number[]) => Promise.resolve(ids.map(() => Float32Array.of(0, 1))) };
		const asked = { prompt: [0], answer: [1, 1], wrong: [] };
		expect(await answered(reader, asked)).toEqual({ likeliest: true, beats: undefined });
		expect(await answered(reader, { ...asked, answer: [1, 0] })).toEqual({ likeliest: false, beats: undefined });
	});

	test('shares leave out comparisons that were not asked for', () => {
		const one = { likeliest: true, beats: undefined };
		expect(shares([one, { ...one, likeliest: false }])).toEqual({ n: 2, likeliest: 0.5 });
	});
});

describe('the held-out questions', () => {
	test.each(ABILITIES)('of %s can all be cut where the answer begins', (ability) => {
		for (const question of readQuestions(ability)) {
			const { prompt, answer } = tokenized(tokenizer, question);
			expect([...prompt, ...answer]).toEqual(tokenizer.encode(question.prompt + question.answer));
		}
	});

	test('a sample of them is spread evenly', () => {
		expect(sampleOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toHaveLength(4);
		expect(sampleOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
	});

	test('the answer is found wherever it is a word of its own', () => {
		const question = { prompt: 'The teacher has tea. So tea is with', answer: ' tea' };
		const ids = tokenizer.encode(question.prompt);
		const found = mentions(tokenizer, question);
		expect(found.map((place) => tokenizer.decode([ids[place] ?? 0]))).toEqual([' tea', ' tea']);
	});

	test('the answer is found within Chinese, where words have nothing between them', () => {
		const question = { prompt: '小明在森林。小明在', answer: '森林' };
		const ids = tokenizer.encode(question.prompt);
		expect(tokenizer.decode(mentions(tokenizer, question).map((place) => ids[place] ?? 0))).toBe('森林');
	});
});

describe('targets', () => {
	const head = (scores: HeadFigures['scores'], fall = 0): HeadFigures => ({
		layer: 0,
		head: 0,
		scores,
		drops: { giving: fall, facts: fall, repeats: fall }
	});
	const passed = (heads: readonly HeadFigures[]) => verdicts([], heads).map((one) => one.passed);

	test('count wrong answers where they are named, and all tokens elsewhere', () => {
		const figures = { ability: 'facts', language: 'en', n: 1, likeliest: 0.2 } as const;
		expect(verdicts([{ ...figures, beats: 0.98 }], [])[0]?.passed).toBe(true);
		expect(verdicts([figures], [])[0]?.passed).toBe(false);
	});

	test('ask for heads of three kinds, any head being good for each', () => {
		expect(passed([head({ previous: 0.8 }), head({ induction: 0.7 }), head({ 'name-mover': 0.6 }, 1)])).toEqual([
			true,
			true,
			true
		]);
		expect(passed([head({ previous: 0.79, induction: 0.69 })])).toEqual([false, false, false]);
	});

	test('ask that the answer fall without the head that looks at it', () => {
		expect(passed([head({ evidence: 0.9 }, 0.5)])[2]).toBe(false);
	});
});

describe('a card', () => {
	const measures: Measures = {
		abilities: [{ ability: 'facts', language: 'en', n: 3, likeliest: 2 / 3 }],
		heads: [
			{ layer: 1, head: 0, scores: { 'name-mover': 0.2 }, drops: { giving: 0, facts: 0, repeats: 0 } },
			{ layer: 2, head: 1, scores: { 'name-mover': 0.7 }, drops: { giving: 2, facts: 0, repeats: 0 } }
		],
		positions: { n: 1, length: 8, width: 4, points: [] }
	};

	test('keeps what was not measured', () => {
		expect(measuredCard({ id: 'one', abilities: [], license: 'MIT' }, measures, 'hash')).toMatchObject({
			id: 'one',
			license: 'MIT',
			measured: { weights: 'hash' }
		});
	});

	test('says what the figures were meant to be', () => {
		const { abilities } = measuredCard({}, measures, '');
		expect(abilities).toEqual([{ ability: 'facts', language: 'en', n: 3, likeliest: 0.6667, target: 0.97 }]);
	});

	test('starts readers at the strongest name mover', () => {
		expect(measuredCard({ start: { layer: 0, head: 0 } }, measures, '')['start']).toEqual({ layer: 2, head: 1 });
	});

	test('leaves the start as it is where no head moves names plainly', () => {
		const weak = { ...measures, heads: measures.heads.slice(0, 1) };
		expect(measuredCard({ start: { layer: 0, head: 0 } }, weak, '')['start']).toEqual({ layer: 0, head: 0 });
	});
});

describe('of the storyteller', () => {
	let loaded: Loaded;
	let reader: Reader;
	beforeAll(async () => {
		await chooseBackend({ force: 'wasm' });
		loaded = await loadFolder('static/models/storyteller');
		reader = new Reader(loaded.model);
	});
	afterAll(() => loaded.model.dispose());

	test('every head is measured for every kind', async () => {
		const heads = await measureHeads(loaded.model, reader, 1);
		const { layers, heads: across } = loaded.model.config;
		expect(heads).toHaveLength(layers * across);
		for (const { scores, drops } of heads) {
			expect(Object.keys(scores)).toHaveLength(8);
			expect(Object.values(drops).every(Number.isFinite)).toBe(true);
		}
	});

	test('loss is measured up to twice the context, each token once in every stretch', async () => {
		const context = 8;
		const seen: number[] = [];
		const counting = {
			logits: (ids: readonly number[]) => {
				seen.push(ids.length + 1);
				return reader.logits(ids);
			}
		};
		const short = { tokenizer: loaded.model.tokenizer, config: { ...loaded.model.config, context } };
		const { n, length, points } = await measurePositions(short, counting, loaded.end, { starts: 3, width: 4 });
		expect([n, length, points.length]).toEqual([12, 16, 4]);
		expect(seen).toEqual([16, 16, 16]);
		expect(points.every(([, loss]) => Number.isFinite(loss) && loss > 0)).toBe(true);
	});

	test('loss is not measured where a learned table of positions has no row', async () => {
		const config = { context: 8, positions: { kind: 'learned' } } as const;
		const short = { tokenizer: loaded.model.tokenizer, config };
		const { length, points } = await measurePositions(short, reader, loaded.end, { starts: 2, width: 4 });
		expect([length, points.length]).toEqual([8, 2]);
	});
});
