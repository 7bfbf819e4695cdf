import { expect, test } from 'vitest';
import { sequential } from '#theme/scale.ts';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Legend from './Legend.svelte';
import { legendGradient } from './legend.ts';

gallery('Legend', Legend, {
	signed: { scale: { kind: 'diverging', max: 6.4 } },
	'weights from a least value': { scale: { kind: 'sequential', min: 0.5, max: 1 }, format: (value) => `${value}` }
});

test('the strip runs from the colour of the least value to that of the greatest', () => {
	const scale = sequential(2);
	const gradient = legendGradient(scale);
	expect(gradient.startsWith(`linear-gradient(90deg, ${scale.color(0)},`)).toBe(true);
	expect(gradient.endsWith(`${scale.color(2)})`)).toBe(true);
});
