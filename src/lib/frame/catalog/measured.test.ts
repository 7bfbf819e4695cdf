import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Abilities from './Abilities.svelte';
import AtlasHead from './AtlasHead.svelte';
import { headline, isMeasured, shortfalls, type Card } from './card.ts';
import ModelsPage from './ModelsPage.svelte';
import Positions from './Positions.svelte';

const LANGUAGES = ['en', 'zh'] as const;

const card: Card = {
	id: 'teller',
	title: { en: 'Teller', zh: '讲述者' },
	summary: { en: 'A model of this test.', zh: '本测试用的模型。' },
	architecture: { kind: 'GPT-2', layers: 1, heads: 2, d_model: 24, d_head: 8, context: 32, vocabulary: 100 },
	parameters: 12345,
	license: 'MIT',
	files: { 'model.safetensors': { bytes: 1500, sha256: 'abc' } },
	trained: {
		date: '2026-01-02',
		steps: 50,
		plannedSteps: 50,
		tokens: 5000,
		seconds: 120,
		seed: 1,
		corpus: { seed: 2, documents: 300 }
	},
	loss: { train: 1.5, heldOutAnswers: 0.5, curve: [[1, 4]], heldOutAnswersCurve: [[1, 3]] },
	abilities: [
		{ ability: 'facts', language: 'en', n: 40, likeliest: 0.2, beats: 0.61, target: 0.97 },
		{ ability: 'facts', language: 'zh', n: 40, likeliest: 0.3, beats: 0.99, target: 0.97 },
		{ ability: 'sums', language: 'en', n: 40, likeliest: 0.45 }
	],
	heads: [],
	positions: {
		n: 64,
		length: 64,
		width: 32,
		points: [
			[16, 2.25],
			[48, 2.75]
		]
	},
	measured: { weights: 'abc', texts: 60 }
};
const stale: Card = { ...card, measured: { weights: 'of earlier ones', texts: 60 } };

describe('a card', () => {
	test('counts the wrong answers that are named, and all tokens where none is', () => {
		expect(card.abilities.map(headline)).toEqual([0.61, 0.99, 0.45]);
	});

	test('falls short only of what was aimed at', () => {
		expect(shortfalls(card)).toEqual([card.abilities[0]]);
	});

	test('is measured only if its weights are the ones that were', () => {
		expect([isMeasured(card), isMeasured(stale), isMeasured({ ...card, measured: undefined })]).toEqual([
			true,
			false,
			false
		]);
	});
});

describe.each(LANGUAGES)('in %s', (language) => {
	const page = (one: Card) => render(ModelsPage, { props: { language, cards: [one] } }).body;

	test('figures of earlier weights are not shown', () => {
		expect(page(card)).toContain('61%');
		expect(page(stale)).not.toContain('61%');
	});

	test('what falls short is said in words and marked in the table, and nothing else is', () => {
		const { body } = render(Abilities, { props: { card, language } });
		const said = body.replace(/<[^>]*>/g, '');
		expect(said).toMatch(language === 'en' ? /: Facts, English, 61% of 97%\./ : /事实（英文，61%，目标 97%）。/);
		expect(body.match(/<td[^>]*class="[^"]*short/g)).toHaveLength(1);
	});

	test('a model leads to the page of its heads in the same language', () => {
		expect(page(card)).toContain(`href="${language === 'zh' ? '/zh' : ''}/models/teller/"`);
	});

	test('the loss beyond the context is told', () => {
		const figures = card.positions;
		const { body } = figures ? render(Positions, { props: { card, figures, language } }) : { body: '' };
		expect(body).toContain('2.25');
		expect(body).toContain('2.75');
	});

	test('a model whose positions end says that nothing was measured beyond', () => {
		const figures = { n: 64, length: 32, width: 32, points: [[16, 2.25]] } as const;
		const { body } = render(Positions, { props: { card, figures, language } });
		expect(body).toMatch(language === 'en' ? /nothing to measure/ : /没有东西可测/);
	});

	test('a head without figures shows no score at all', () => {
		const figures = { layer: 0, head: 1, scores: {}, drops: { giving: NaN, facts: NaN, repeats: NaN } };
		const { body } = render(AtlasHead, {
			props: { figures, patterns: undefined, href: '/', sortedBy: 'layer', language }
		});
		expect(body).not.toMatch(/NaN|<dl/);
	});

	test('a head is called what its scores say', () => {
		const drops = { giving: 0, facts: 0, repeats: 5.125 };
		const figures = { layer: 0, head: 1, scores: { induction: 0.8, sink: 0.1 }, drops };
		const { body } = render(AtlasHead, {
			props: { figures, patterns: undefined, href: '/', sortedBy: 'layer', language }
		});
		expect(body).toMatch(language === 'en' ? /class="labels[^>]*>induction head</ : /class="labels[^>]*>归纳头</);
		expect(body).toContain('5.13');
	});
});
