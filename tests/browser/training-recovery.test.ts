import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { TrainingClient } from '#engine/training/client.ts';
import type { Slice } from '#engine/training/protocol.ts';
import { planOf } from '#state/lab-plan.ts';
import { startSetup } from '#state/lab-link.ts';

/** Which software graphics this browser was started with. */
declare const GRAPHICS: 'webgpu' | 'webgl';

const STEPS = 70;
/** Between two snapshots. */
const LOST_AFTER = 65;
/** Steps from one snapshot to the next. */
const MOST_REPEATED = 50;

const settings = { width: '16', batch: '4', steps: String(STEPS) };
const plan = planOf(startSetup({ settings }).values, undefined);

let client: TrainingClient | undefined;
afterEach(() => client?.close());

/** Trains to the end, and loses something on the way; the losses as they were reported, step by step. */
async function train(lost?: 'worker' | 'device') {
	client = new TrainingClient('wasm');
	const reported: (readonly [step: number, loss: number])[] = [];
	const take = (slice: Slice) =>
		reported.push(...(slice.runs[0]?.steps ?? []).map(({ step, loss }) => [step, loss] as const));
	let outcome = await client.start(plan);
	let isLost = false;
	for (;;) {
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
		take(outcome.value);
		const step = reported.at(-1)?.[0] ?? 0;
		if (step >= STEPS) return reported;
		if (lost && !isLost && step >= LOST_AFTER) {
			isLost = true;
			await client.lose(lost);
		}
		outcome = await client.advance({ steps: 5, milliseconds: Infinity });
	}
}

// On WebAssembly, as most readers train: the same in both browsers.
describe.runIf(GRAPHICS === 'webgpu')('training goes on', () => {
	let undisturbed: ReadonlyMap<number, number>;
	beforeAll(async () => {
		undisturbed = new Map(await train());
	});

	test.each(['worker', 'device'] as const)(
		'after its %s is lost, with the losses that it would have had and few steps twice',
		async (lost) => {
			const reported = await train(lost);
			expect(new Map(reported)).toEqual(undisturbed);
			const repeated = reported.length - undisturbed.size;
			expect(repeated).toBeGreaterThan(0);
			expect(repeated).toBeLessThanOrEqual(MOST_REPEATED);
		}
	);
});
