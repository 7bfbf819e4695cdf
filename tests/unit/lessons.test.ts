/** What the lessons that ship keep to. */
import { describe, expect, test } from 'vitest';
import { lessonIn } from '#frame/present/lessons/shipped.ts';
import { shippedLessons } from '#frame/present/lessons/all.ts';
import { pointById } from '#points/registry.ts';
import { fits, packLesson, readLesson, writeLesson } from '#state/lesson.ts';
import { opened } from '../support/suggestions.ts';

test('there are three, each with a name of its own', () =>
	expect(shippedLessons.map(({ id }) => id)).toEqual(['attention', 'scaling', 'kv-cache']));

describe.each(shippedLessons.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (_, lesson) => {
	test('has five to seven steps', () => {
		expect(lesson.steps.length).toBeGreaterThanOrEqual(5);
		expect(lesson.steps.length).toBeLessThanOrEqual(7);
	});

	test.each(['en', 'zh'] as const)('opens at every step without a remark, in %s', async (language) => {
		for (const { link } of lessonIn(lesson, language).steps) {
			const { state, notices } = await opened(link);
			expect([notices, state.reading, state.open]).toEqual([[], link['p'], [link['p']]]);
			expect(pointById(link['p'] ?? '')).toBeDefined();
		}
	});

	test('says everything in the letters of each language', () => {
		for (const { caption, notes, question } of lesson.steps)
			for (const said of [caption, notes, question?.ask, question?.answer]) {
				if (!said) continue;
				expect(said.zh).toMatch(/\p{Script=Han}/u);
				expect(said.en).not.toMatch(/\p{Script=Han}/u);
			}
	});

	test('quotes no number of a run: another training may not make it wrong', () => {
		for (const { caption, notes, question } of lesson.steps)
			for (const said of [caption, notes, question?.ask, question?.answer])
				expect(`${said?.en ?? ''}${said?.zh ?? ''}`).not.toMatch(/\d\.\d|\d\s*%/);
	});

	test.each(['en', 'zh'] as const)('fits into a file and into a link, in %s', async (language) => {
		const played = lessonIn(lesson, language);
		expect([fits(played), readLesson(writeLesson(played))]).toEqual([true, played]);
		expect(await packLesson(played)).toBeDefined();
	});
});
