import { beforeAll, describe, expect, test } from 'vitest';
import { maxAbsDifference } from '#num/stats.ts';
import { chooseBackend } from '../backend.ts';
import { memory } from '../tf.ts';
import { prepareToTrain } from './ready.ts';
import type { RunSettings } from './settings.ts';
import { Trainer } from './trainer.ts';

const SETTINGS: RunSettings = {
	seed: 3,
	data: { task: 'copy', size: 4, batch: 8, texts: 0, noise: 0, spoilt: 0, sampling: 0 },
	model: { layers: 2, heads: 2, d_model: 16, d_mlp: 32, positions: 'rotary', norm: 'pre', tied: false },
	optimizer: {
		optimizer: 'adamw',
		rate: 0.01,
		schedule: 'cosine',
		warmup: 5,
		steps: 60,
		beta1: 0.9,
		beta2: 0.98,
		epsilon: 1e-8,
		decay: 0.01,
		clip: 1
	},
	regularization: { smoothing: 0.1, dropout: { embedding: 0.1, attention: 0.1, ffn: 0.1 } }
};

async function losses(trainer: Trainer, steps: number): Promise<number[]> {
	const values: number[] = [];
	for (let step = 0; step < steps; step++) values.push((await trainer.advance()).loss);
	return values;
}

describe('a run on wasm', () => {
	beforeAll(async () => {
		await chooseBackend({ force: 'wasm' });
		prepareToTrain();
	});

	test('is the same again with the same settings', async () => {
		const [one, other] = [new Trainer(SETTINGS), new Trainer(SETTINGS)];
		expect(await losses(one, 5)).toEqual(await losses(other, 5));
		one.dispose();
		other.dispose();
	});

	test('goes on from a snapshot as if it had not stopped', async () => {
		const whole = new Trainer(SETTINGS);
		await losses(whole, 3);
		const resumed = new Trainer(SETTINGS, await whole.snapshot());
		expect(await losses(resumed, 4)).toEqual(await losses(whole, 4));
		whole.dispose();
		resumed.dispose();
	});

	test.each(['pre', 'post'] as const)('leaves no tensor behind, step after step, with %s-norm', async (norm) => {
		const model = { ...SETTINGS.model, norm, positions: 'sinusoidal' } as const;
		const trainer = new Trainer({ ...SETTINGS, model, data: { ...SETTINGS.data, texts: 16, sampling: 0.5 } });
		await losses(trainer, 2);
		const before = memory();
		await losses(trainer, 3);
		await trainer.judge();
		await trainer.judgeMet();
		await trainer.wrongRunningFree();
		await trainer.patterns([1, 2, 3]);
		await trainer.droppedPatterns([1, 2, 3]);
		await trainer.snapshot();
		expect([memory().numTensors, memory().numBytes]).toEqual([before.numTensors, before.numBytes]);
		trainer.dispose();
	});

	test('gives everything back when it is disposed', async () => {
		const before = memory().numTensors;
		const trainer = new Trainer({ ...SETTINGS, model: { ...SETTINGS.model, positions: 'sinusoidal' } });
		await losses(trainer, 2);
		trainer.dispose();
		expect(memory().numTensors).toBe(before);
	});

	test('learns to copy texts that it was never trained on', async () => {
		const plain = { smoothing: 0, dropout: { embedding: 0, attention: 0, ffn: 0 } };
		const trainer = new Trainer({ ...SETTINGS, data: { ...SETTINGS.data, batch: 16 }, regularization: plain });
		const before = await trainer.judge();
		await losses(trainer, 150);
		const after = await trainer.judge();
		expect(before.tokens).toBeLessThan(0.3);
		expect(after.tokens).toBeGreaterThan(0.9);
		trainer.dispose();
	});

	test('shows what each head looks at: rows that sum to one and see no future', async () => {
		const trainer = new Trainer(SETTINGS);
		const { shape, data } = await trainer.patterns([1, 2, 3, 4]);
		expect(shape).toEqual([2, 2, 4, 4]);
		expect(maxAbsDifference([...data.subarray(0, 4)], [1, 0, 0, 0])).toBeLessThan(1e-6);
		expect(data.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(16, 4);
		trainer.dispose();
	});

	test('weights of the first layer are under dropout on average what they are without', async () => {
		const dropout = { embedding: 0, attention: 0.3, ffn: 0 };
		const trainer = new Trainer({ ...SETTINGS, regularization: { smoothing: 0, dropout } });
		const [plain, dropped] = [await trainer.patterns([1, 2, 3, 4]), await trainer.droppedPatterns([1, 2, 3, 4])];
		const firstLayer = plain.data.length / 2;
		const mean = (weights: Float32Array) => weights.subarray(0, firstLayer).reduce((sum, weight) => sum + weight, 0);
		expect(mean(dropped.data) / mean(plain.data)).toBeCloseTo(1, 1);
		expect(maxAbsDifference(dropped.data, plain.data)).toBeGreaterThan(0.01);
		trainer.dispose();
	});

	test('a rate beyond all measure ends in what is not a number, and says at which step', async () => {
		const optimizer = { ...SETTINGS.optimizer, optimizer: 'sgd', rate: 1e30, clip: 0, warmup: 0 } as const;
		const trainer = new Trainer({ ...SETTINGS, optimizer });
		await trainer.advance();
		const { step, loss } = await trainer.advance();
		expect([step, Number.isFinite(loss)]).toEqual([2, false]);
		trainer.dispose();
	});
});
