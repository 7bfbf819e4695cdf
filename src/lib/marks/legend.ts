/** Draws a scale's colours as a strip. */
import type { Scale } from '#theme/scale.ts';

/** A CSS gradient through nine of a scale's colours, from its least to its greatest value. */
export function legendGradient(scale: Scale): string {
	const colours = Array.from({ length: 9 }, (_, i) => scale.color(scale.min + ((scale.max - scale.min) * i) / 8));
	return `linear-gradient(90deg, ${colours.join(', ')})`;
}
