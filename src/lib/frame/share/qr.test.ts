import { describe, expect, test } from 'vitest';
import { decodeQR } from 'qr/decode.js';
import { qrOf } from './qr.ts';

/** The link that a camera would read, from the path alone. */
function scanned(text: string): string | undefined {
	const code = qrOf(text);
	if (!code) return undefined;
	const scale = 4;
	const side = code.side * scale;
	const data = new Uint8Array(side * side * 3).fill(255);
	for (const [, x, y, width] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
			data.fill(0, (row * side + Number(x) * scale) * 3, (row * side + (Number(x) + Number(width)) * scale) * 3);
	return decodeQR({ width: side, height: side, data });
}

describe('a QR code', () => {
	test('is read as the link that it was drawn from', () => {
		const link = 'https://example.org/zh/?v=1&t=Tom+and+Lily&l=2&h=1';
		expect(scanned(link)).toBe(link);
	});
	test('is read as a long link, too', () => {
		const link = `https://example.org/?v=1&t=${'%E4%BD%A0'.repeat(120)}`;
		expect(scanned(link)).toBe(link);
	});
	test('is not drawn where it would be too fine to scan', () => {
		expect(qrOf(`https://example.org/?v=1&t=${'a'.repeat(1300)}`)).toBeUndefined();
		expect(qrOf('a'.repeat(10_000))).toBeUndefined();
	});
});
