import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseBackend, type Backend } from '#engine/backend.ts';
import { prepareToTrain } from '#engine/training/ready.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { GRADIENT_MODELS, gradientErrors, json, tenSteps, type GoldenRun } from '../golden/training.ts';

/** Which software graphics this browser was started with. */
declare const GRAPHICS: 'webgpu' | 'webgl';

/** Relative to each gradient's largest value: graphics processors round otherwise than PyTorch. */
const GRADIENT_TOLERANCE = 2e-3;
/** Of a loss after up to ten steps, each of which builds on the rounding of those before. */
const LOSS_TOLERANCE = 5e-3;

async function read(path: string): Promise<ArrayBuffer> {
	const response = await fetch(`/tests/golden/${path}`);
	if (!response.ok) throw new Error(`${path} answers ${response.status}`);
	return response.arrayBuffer();
}

describe(`training on ${GRAPHICS}`, () => {
	let backend: Backend | undefined;
	beforeAll(async () => {
		backend = await chooseBackend({ force: GRAPHICS });
		prepareToTrain();
	});
	afterAll(() => backend?.close());

	test.each(GRADIENT_MODELS)('the gradient by every parameter of %s is what PyTorch computes', async (name) => {
		const { errors } = await gradientErrors(name, read);
		console.info(
			`${name} on ${GRAPHICS}: largest relative error ${Math.max(...Object.values(errors)).toExponential(1)}`
		);
		expect(Object.entries(errors).filter(([, error]) => !(error <= GRADIENT_TOLERANCE))).toEqual([]);
	});

	// Clipped and decaying: all that a step can do. Software graphics take seconds for each.
	test('ten losses with AdamW are PyTorch’s', async () => {
		const { runs } = await json<{ runs: GoldenRun[] }>(read, 'training/losses.json');
		const run = runs.find(({ optimizer, clip, decay }) => optimizer === 'adamw' && clip > 0 && decay > 0);
		if (!run) throw new Error('there is no such run');
		const { losses } = await tenSteps(run, read);
		expect(maxAbsDifference(losses, run.losses)).toBeLessThanOrEqual(LOSS_TOLERANCE);
	});
});
