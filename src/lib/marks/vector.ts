/** Colours a vector's cells: its own hue for what is positive, ink for what is negative, paper at zero. */
import type { ScaleSpec, Tone } from '#theme/scale.ts';

/** The scale of a vector; `max` is its largest magnitude unless given, and never zero. */
export function vectorScale(values: ArrayLike<number>, tone: Tone | 'ink', max?: number): ScaleSpec {
	const largest = Array.from(values).reduce((most, value) => {
		return Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
	}, 0);
	const spec = { kind: 'diverging', max: max ?? (largest || 1) } as const;
	return tone === 'ink' ? spec : { ...spec, tone };
}
