import type { OptimizerSettings } from './settings.ts';

/** What the schedule of a learning rate follows from. */
export type Schedule = Pick<OptimizerSettings, 'rate' | 'schedule' | 'warmup' | 'steps'>;

/**
 * The learning rate at a step, counted from 1: it rises evenly to its peak over the warm-up (Goyal et al., 2017), then
 * stays, falls evenly to 0, falls along half a cosine (Loshchilov and Hutter, 2017), or falls as 1/√step (Vaswani et
 * al., 2017).
 */
export function rateAt(step: number, { rate, schedule, warmup, steps }: Schedule): number {
	if (step < warmup) return (rate * step) / warmup;
	const share = Math.min(1, (step - warmup) / Math.max(1, steps - warmup));
	switch (schedule) {
		case 'constant':
			return rate;
		case 'linear':
			return rate * (1 - share);
		case 'cosine':
			return (rate * (1 + Math.cos(Math.PI * share))) / 2;
		case 'inverse-sqrt':
			return rate * Math.sqrt(Math.max(1, warmup) / Math.max(1, step));
		default:
			return schedule satisfies never;
	}
}
