import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { catalog } from '#points/catalog.ts';
import { questions } from '#points/questions.ts';
import { points } from '#points/registry.ts';
import type { Card } from './card.ts';
import { shownBy } from './here.ts';
import ModelsPage from './ModelsPage.svelte';
import PointsPage from './PointsPage.svelte';
import QuestionsPage from './QuestionsPage.svelte';

const LANGUAGES = ['en', 'zh'] as const;
const ABSENT = { en: 'not here yet', zh: '尚未上线' };

const card: Card = {
	id: 'teller',
	title: { en: 'Teller', zh: '讲述者' },
	summary: { en: 'A model of this test.', zh: '本测试用的模型。' },
	architecture: { kind: 'GPT-2', layers: 2, heads: 3, d_model: 24, d_head: 8, context: 32, vocabulary: 100 },
	parameters: 12345,
	license: 'MIT',
	files: { 'config.json': { bytes: 1500, sha256: 'abcdef0123456789' } },
	trained: {
		date: '2026-01-02',
		steps: 50,
		plannedSteps: 80,
		tokens: 5000,
		seconds: 120,
		seed: 1,
		corpus: { seed: 2, documents: 300 }
	},
	loss: { train: 1.5, heldOutAnswers: 0.5, curve: [[1, 4]], heldOutAnswersCurve: [[1, 3]] },
	abilities: [],
	heads: []
};

describe.each(LANGUAGES)('in %s', (language) => {
	test('the map names all thirty, each once', () => {
		const { body } = render(PointsPage, { props: { language, models: [] } });
		expect(body.match(/<li/g)).toHaveLength(catalog.length);
	});

	test('the map says of every point that has no panel that it is not here, and of no other', () => {
		const rows = render(PointsPage, { props: { language, models: [] } })
			.body.split('<li')
			.slice(1);
		const absent = rows.flatMap((row, index) => (row.includes(ABSENT[language]) ? [index + 1] : []));
		expect(absent).toEqual(catalog.map(({ number }) => number).filter((number) => !shownBy(number)));
	});

	test('the map leads to every point there is, in the same language', () => {
		const { body } = render(PointsPage, { props: { language, models: [] } });
		const prefix = language === 'zh' ? '/zh' : '';
		for (const { id } of points) expect(body).toContain(`href="${prefix}/points/${id}/"`);
	});

	test('every question can be linked to', () => {
		const { body } = render(QuestionsPage, { props: { language } });
		expect([...body.matchAll(/id="q(\d+)"/g)].map(([, number]) => Number(number))).toEqual(
			questions.map(({ number }) => number)
		);
	});

	test('a model opens in the playground of the same language', () => {
		const { body } = render(ModelsPage, { props: { language, cards: [card] } });
		expect(body).toContain(`href="${language === 'zh' ? '/zh/' : '/'}?v=1&amp;m=teller"`);
	});

	test('a training that ended early says so', () => {
		const { body } = render(ModelsPage, { props: { language, cards: [card] } });
		expect(body).toMatch(language === 'en' ? /50 of 80/ : /50（计划 80）/);
	});
});
