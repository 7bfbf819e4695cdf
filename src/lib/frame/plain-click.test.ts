import { expect, test } from 'vitest';
import { isPlainClick } from './plain-click.ts';

const PLAIN = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };

test('the main button alone is a plain click', () => expect(isPlainClick(PLAIN)).toBe(true));

test.each([{ button: 1 }, { metaKey: true }, { ctrlKey: true }, { shiftKey: true }, { altKey: true }])(
	'%o asks for another place',
	(held) => expect(isPlainClick({ ...PLAIN, ...held })).toBe(false)
);
