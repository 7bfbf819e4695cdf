import type { Tone } from '#theme/scale.ts';
import type { Part } from './project.ts';

/** The hue that stands for each of the three. */
export const TONES = { q: 'query', k: 'key', v: 'value' } as const satisfies Record<Part, Tone>;
