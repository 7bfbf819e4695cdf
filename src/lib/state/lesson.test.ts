import { describe, expect, test } from 'vitest';
import {
	fits,
	ofLesson,
	onDevice,
	packLesson,
	readLesson,
	toldIn,
	unpackLesson,
	writeLesson,
	type Lesson
} from './lesson.ts';
import { packFields } from './pack.ts';

const lesson: Lesson = {
	title: { en: 'Heads', zh: '头' },
	steps: [
		{ link: { t: 'a b', p: 'scaling' }, caption: { en: 'Look', zh: '看' } },
		{
			link: { 'causal-mask.mask': 'none' },
			caption: { zh: '只有中文\n两行' },
			notes: { en: 'slowly' },
			question: { ask: { en: 'Why?' }, answer: { en: 'Because' } }
		}
	]
};

describe('a lesson', () => {
	test('comes back from its file as it was', () => expect(readLesson(writeLesson(lesson))).toEqual(lesson));
	test('comes back from its link as it was', async () =>
		expect(await unpackLesson((await packLesson(lesson)) ?? '')).toEqual(lesson));
	test('of twelve steps fits into a link', async () => {
		const long = {
			...lesson,
			steps: Array.from({ length: 12 }, (_, i) => ({ link: { t: `text ${i}` }, caption: { en: `Say ${i}` } }))
		};
		expect((await packLesson(long))?.length).toBeLessThan(1000);
	});
	test('too long for a link has none', async () => {
		const said = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join('');
		const steps = Array.from({ length: 12 }, (_, i) => ({
			link: {},
			caption: { zh: said.slice(i * 1600, i * 1600 + 1600) }
		}));
		expect(await packLesson({ title: {}, steps })).toBeUndefined();
	});
	test('that an editor saved with a byte order mark still opens', () =>
		expect(readLesson(`\ufeff${writeLesson(lesson)}`)).toEqual(lesson));
	test('keeps its line breaks, and none of the characters that turn the writing round', () => {
		const told = readLesson(writeLesson({ title: { en: 'a\u202eb\u0007c\nd' }, steps: [] }));
		expect(told).toMatchObject({ title: { en: 'abc\nd' } });
	});
	test.each([
		['nothing', ''],
		['another file', '{"name":"x"}'],
		['a list', '[1]'],
		['a file cut short', writeLesson(lesson).slice(0, -20)],
		['a caption that is no text', '{"headlight-lesson":1,"title":{},"steps":[{"link":{},"caption":{"en":5}}]}'],
		['a link that is no text', '{"headlight-lesson":1,"title":{},"steps":[{"link":{"t":1},"caption":{}}]}'],
		['version nought', '{"headlight-lesson":0,"title":{},"steps":[]}'],
		['a huge file', `{"headlight-lesson":1,"title":{},"steps":[]}${' '.repeat(600_000)}`],
		['too many steps', writeLesson({ title: {}, steps: Array.from({ length: 61 }, () => ({ link: {}, caption: {} })) })]
	])('is not read from %s', (_, text) => expect(readLesson(text)).toBe('damaged'));
	test('of a later version is said to be newer', () =>
		expect(readLesson('{"headlight-lesson":2,"chapters":[]}')).toBe('newer'));
	test('of a later version is said to be newer in a link, too', async () => {
		const packed = await packFields({ lesson: '{"headlight-lesson":7}' });
		expect(await unpackLesson(packed ?? '')).toBe('newer');
	});
	test.each(['', '!!', 'AAAA'])('is not read from the link %j', async (packed) =>
		expect(await unpackLesson(packed)).toBe('damaged')
	);
	test('fits as long as it will open again', () => {
		expect(fits(lesson)).toBe(true);
		expect(fits({ title: { en: 'x'.repeat(2001) }, steps: [] })).toBe(false);
	});
});

describe('a step', () => {
	test('leaves out what belongs to the device', () =>
		expect(ofLesson({ v: '1', t: 'a', theme: 'dark', backend: 'cpu', hide: 'heads' })).toEqual({
			t: 'a',
			hide: 'heads'
		}));
	test('opens with the device as it is, whatever its file says', () =>
		expect(onDevice({ t: 'a', theme: 'dark' }, { v: '1', t: 'b', theme: 'projector' })).toEqual({
			t: 'a',
			theme: 'projector'
		}));
	test('says what it has in the other language where it lacks the reader’s', () => {
		expect(toldIn({ en: 'a', zh: '甲' }, 'zh')).toEqual({ text: '甲', language: 'zh' });
		expect(toldIn({ en: 'a', zh: ' ' }, 'zh')).toEqual({ text: 'a', language: 'en' });
		expect(toldIn({}, 'zh')).toBeUndefined();
	});
});
