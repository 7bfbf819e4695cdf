import { describe, expect, test } from 'vitest';
import { askedBy, isTaken, swiped } from './keys.ts';

const press = (key: string, held = {}) => askedBy({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
const focused = (tag: string, type = '', editable = false) => ({ tag, type, editable });

describe('a key', () => {
	test.each([
		['ArrowRight', 'forward'],
		['PageDown', 'forward'],
		['ArrowLeft', 'back'],
		['PageUp', 'back'],
		['b', 'blank'],
		['B', 'blank'],
		['.', 'blank'],
		['s', 'spotlight'],
		['n', 'notes'],
		['f', 'full'],
		['?', 'keys'],
		['Escape', 'leave'],
		['1', 1],
		['9', 9],
		['0', undefined],
		['ArrowDown', undefined],
		['x', undefined]
	])('%s asks for %s', (key, deed) => expect(press(key)).toBe(deed));
	test('with Control, Command or Alt is the browser’s own', () =>
		expect([
			press('f', { ctrlKey: true }),
			press('1', { metaKey: true }),
			press('ArrowLeft', { altKey: true })
		]).toEqual([undefined, undefined, undefined]));
});

describe('a field that has the focus', () => {
	test.each([
		['b', focused('TEXTAREA'), true],
		['ArrowLeft', focused('TEXTAREA'), true],
		['3', focused('INPUT', 'number'), true],
		['a', focused('SELECT'), true],
		['b', focused('DIV', '', true), true],
		['ArrowRight', focused('INPUT', 'radio'), true],
		['b', focused('INPUT', 'radio'), false],
		['ArrowRight', focused('INPUT', 'checkbox'), false],
		['ArrowRight', focused('BUTTON'), false],
		['Escape', focused('TEXTAREA'), false]
	])('%s in %j is its own: %s', (key, where, isOwn) => expect(isTaken(key, where)).toBe(isOwn));
});

describe('a swipe', () => {
	test('to the left goes on, to the right goes back', () =>
		expect([swiped(-90, 10), swiped(90, -10)]).toEqual(['forward', 'back']));
	test('that is short or goes up and down is none', () =>
		expect([swiped(-40, 0), swiped(80, 60), swiped(0, 300)]).toEqual([undefined, undefined, undefined]));
});
