import type { ScaleSpec, Tone } from '#theme/scale.ts';
import type { Part } from './project.ts';

/** The hue that stands for each of the three. */
export const TONES = { q: 'query', k: 'key', v: 'value' } as const satisfies Record<Part, Tone>;

/** A scale of signed numbers up to the largest of them, in a hue where one is given. */
export function signed(values: Float32Array, tone?: Tone): ScaleSpec {
	const max = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
	return { kind: 'diverging', max, ...(tone && { tone }) };
}
