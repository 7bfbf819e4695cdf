import { describe, expect, test } from 'vitest';
import { readLesson, writeLesson } from './lesson.ts';
import { keptLesson, Lessons } from './lessons.svelte.ts';
import { REFUSED, storageOf } from './testing/fakes.ts';

const recorded = (storing: ConstructorParameters<typeof Lessons>[0] = storageOf()) => {
	const lessons = new Lessons(storing);
	for (const t of ['a', 'b', 'c']) lessons.record({ v: '1', t, theme: 'dark' });
	return lessons;
};
const texts = ({ own }: Lessons) => own.steps.map(({ link }) => link['t']).join('');

describe('recording', () => {
	test('adds the state as the last step, without what belongs to the device', () =>
		expect(recorded().own.steps.map(({ link }) => link)).toEqual([{ t: 'a' }, { t: 'b' }, { t: 'c' }]));
	test('puts another state into a step and leaves what is said there', () => {
		const lessons = recorded();
		lessons.say(1, 'caption', 'here', 'en');
		lessons.replace(1, { t: 'x' });
		expect(lessons.own.steps[1]).toEqual({ link: { t: 'x' }, caption: { en: 'here' } });
	});
	test.each([
		[0, 2, 'bca'],
		[2, 0, 'cab'],
		[1, 2, 'acb'],
		[0, -1, 'abc'],
		[2, 3, 'abc']
	])('moves step %i to %i: %s', (from, to, expected) => {
		const lessons = recorded();
		lessons.move(from, to);
		expect(texts(lessons)).toBe(expected);
	});
	test('goes no further than a lesson may', () => {
		const lessons = recorded();
		for (let i = 0; i < 60; i++) lessons.record({});
		expect([lessons.own.steps.length, lessons.refusal]).toEqual([60, 'full']);
	});
	test('forgets a question when both its parts are emptied', () => {
		const lessons = recorded();
		lessons.say(0, 'ask', 'why', 'en');
		lessons.say(0, 'answer', 'so', 'zh');
		expect(lessons.own.steps[0]?.question).toEqual({ ask: { en: 'why' }, answer: { zh: 'so' } });
		lessons.say(0, 'ask', '', 'en');
		lessons.say(0, 'answer', '', 'zh');
		expect(lessons.own.steps[0]).toEqual({ link: { t: 'a' }, caption: {} });
	});
});

describe('taking back', () => {
	test('brings a removed step back to its place', () => {
		const lessons = recorded();
		lessons.remove(1);
		expect(texts(lessons)).toBe('ac');
		lessons.undo();
		expect(texts(lessons)).toBe('abc');
	});
	test('takes back all letters of a field at once', () => {
		const lessons = recorded();
		for (const text of ['w', 'wh', 'why']) lessons.say(0, 'caption', text, 'en');
		lessons.undo();
		expect([lessons.own.steps[0]?.caption, texts(lessons)]).toEqual([{}, 'abc']);
	});
	test('brings back the lesson that another one replaced', () => {
		const lessons = recorded();
		lessons.open({ title: {}, steps: [] });
		lessons.undo();
		expect(texts(lessons)).toBe('abc');
	});
	test('goes back to nothing, and no further', () => {
		const lessons = recorded();
		for (let i = 0; i < 9; i++) lessons.undo();
		expect([lessons.own.steps, lessons.canUndo]).toEqual([[], false]);
	});
});

describe('the lesson', () => {
	test('is there again after a reload', () => {
		const storing = storageOf();
		recorded(storing).entitle('Mine', 'en');
		const later = new Lessons(storing);
		later.recall();
		expect([texts(later), later.own.title]).toEqual(['abc', { en: 'Mine' }]);
	});
	test('is recorded where storage is refused, and says that it is not kept', () => {
		const lessons = recorded(REFUSED);
		expect([texts(lessons), lessons.isKept, keptLesson(REFUSED)]).toEqual(['abc', false, undefined]);
	});
	test('is not disturbed by what is damaged or newer', () => {
		const lessons = recorded();
		lessons.open(readLesson('{'));
		expect([texts(lessons), lessons.refusal]).toEqual(['abc', 'damaged']);
		lessons.open(readLesson('{"headlight-lesson":2}'));
		expect([texts(lessons), lessons.refusal]).toEqual(['abc', 'newer']);
	});
	test('that was kept damaged is left out', () =>
		expect(
			keptLesson(storageOf({ 'headlight.lesson': writeLesson({ title: {}, steps: [] }).slice(0, 9) }))
		).toBeUndefined());
});
