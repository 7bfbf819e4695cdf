import { expect, test } from 'vitest';
import { catalog } from '#points/catalog.ts';
import { questions } from '#points/questions.ts';
import { points } from '#points/registry.ts';
import { placeEntries } from './entries.ts';
import { searcher } from './search.ts';

const find = searcher(placeEntries());

test('each of the thirty and of the twenty is found by its title, in both languages', () => {
	for (const language of ['en', 'zh'] as const)
		for (const [kind, all] of [
			['point', catalog],
			['question', questions]
		] as const)
			for (const { number, title } of all)
				expect(find(title[language], language).map(({ entry }) => [entry.kind, entry.number])).toContainEqual([
					kind,
					number
				]);
});

test('a point is found by what it says to try, and leads to its page', () => {
	for (const { id, number, tries } of points)
		for (const { label } of tries) {
			const found = find(label.zh, 'en').find(({ entry }) => entry.kind === 'point' && entry.number === number);
			expect(found?.entry.path).toBe(`/points/${id}/`);
		}
});

test('a question is found by its number', () => {
	expect(find('Q10', 'en').map(({ entry }) => entry.path)).toEqual(['/questions/#q10']);
});
