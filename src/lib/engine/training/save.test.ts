import { beforeAll, describe, expect, test } from 'vitest';
import { maxAbsDifference } from '#num/stats.ts';
import { seededRandom } from '#num/random.ts';
import { chooseBackend } from '../backend.ts';
import { loadModel } from '../model.ts';
import { Session } from '../session.ts';
import { prepareToTrain } from './ready.ts';
import { savedFiles } from './save.ts';
import type { ModelShape, RunSettings } from './settings.ts';
import { TASKS, TASK_NAMES } from './tasks/tasks.ts';
import { Trainer } from './trainer.ts';

const settingsOf = (model: Partial<ModelShape>, task: RunSettings['data']['task'] = 'copy'): RunSettings => ({
	seed: 1,
	data: { task, size: TASKS[task].sizes.start, batch: 2, texts: 0, noise: 0, spoilt: 0, sampling: 0 },
	model: { layers: 2, heads: 2, d_model: 16, d_mlp: 24, positions: 'rotary', norm: 'pre', tied: false, ...model },
	optimizer: {
		optimizer: 'adam',
		rate: 0.01,
		schedule: 'constant',
		warmup: 0,
		steps: 10,
		beta1: 0.9,
		beta2: 0.98,
		epsilon: 1e-8,
		decay: 0,
		clip: 0
	},
	regularization: { smoothing: 0, dropout: { embedding: 0, attention: 0, ffn: 0 } }
});

async function filesOf(settings: RunSettings) {
	const trainer = new Trainer(settings);
	await trainer.advance();
	const { values } = await trainer.snapshot();
	const files = savedFiles(settings, values);
	const text = (name: string) => new TextDecoder().decode(files[name]);
	const weights = files['model.safetensors']?.buffer ?? new ArrayBuffer();
	return { trainer, files: { config: text('config.json'), tokenizer: text('tokenizer.json'), weights } };
}

describe('on wasm', () => {
	beforeAll(async () => {
		await chooseBackend({ force: 'wasm' });
		prepareToTrain();
	});

	test.each([
		['rotary', true],
		['rotary', false],
		['learned', false],
		['learned', true],
		['sinusoidal', false],
		['none', false]
	] as const)(
		'a model with %s positions, tied: %s, pays attention in the playground as in the lab',
		async (positions, tied) => {
			const { trainer, files } = await filesOf(settingsOf({ positions, tied }));
			const session = new Session('saved', files);
			const { ids } = TASKS.copy.example(6, seededRandom(1));
			const read = ids.slice(0, 8);
			const text = read.map((id) => TASKS.copy.vocabulary[id]).join('');
			const { buffer, tokens } = await session.answer({
				model: 'saved',
				text,
				generate: { count: 0, temperature: 0, topK: 0, topP: 1, seed: 0 },
				edits: [],
				variations: { model: { captures: ['blocks.*.attn.pattern'] } }
			});
			expect(tokens.map(({ id }) => id)).toEqual(read);
			const { data } = await trainer.patterns(read);
			expect(maxAbsDifference(buffer, data)).toBeLessThan(1e-5);
			session.dispose();
			trainer.dispose();
		}
	);

	test.each(TASK_NAMES)('a tokenizer is saved that reads texts of %s as they were trained', async (task) => {
		const { trainer, files } = await filesOf(settingsOf({}, task));
		const model = loadModel('saved', files);
		const { vocabulary, sizes } = TASKS[task];
		const { ids } = TASKS[task].example(sizes.start, seededRandom(2));
		const text = ids.map((id) => vocabulary[id]).join(task === 'line' ? ' ' : '');
		expect(model.tokenizer.encode(text)).toEqual(ids);
		model.dispose();
		trainer.dispose();
	});

	test('a model that norms its sums is refused, since no library would know it', () => {
		expect(() => savedFiles(settingsOf({ norm: 'post' }), new Float32Array())).toThrow('norms its sums');
	});
});
