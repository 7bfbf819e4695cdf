import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseBackend, type Backend } from '#engine/backend.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { errorOf, GOLDEN_MODELS, GoldenModel, numbersOf } from '../golden/check.ts';
import { DRAWN, SEED } from '../golden/drawn.ts';

/** Which software graphics this browser was started with. */
declare const GRAPHICS: 'webgpu' | 'webgl';

const TOLERANCE = 1e-3;

/** Of each kind one, for what runs many passes: graphics in software take their time. */
const KINDS: readonly string[] = ['gpt2-tiny', 'neox-partial', 'neox-full', 'llama-gqa'];

async function read(path: string): Promise<ArrayBuffer> {
	const response = await fetch(`/tests/golden/models/${path}`);
	if (!response.ok) throw new Error(`${path} answers ${response.status}`);
	return response.arrayBuffer();
}

const worst = new Map<string, number>();
function note(what: string, error: number): number {
	worst.set(what, Math.max(worst.get(what) ?? 0, error));
	return error;
}

describe(`on ${GRAPHICS}`, () => {
	let backend: Backend | undefined;
	beforeAll(async () => {
		backend = await chooseBackend({ force: GRAPHICS });
		expect(backend.report.name).toBe(GRAPHICS);
	});
	afterAll(() => {
		const errors = [...worst].map(([what, error]) => `${what} ${error.toExponential(1)}`);
		console.info(`Largest errors on ${GRAPHICS}: ${errors.join(', ')}`);
		backend?.close();
	});

	describe.each(GOLDEN_MODELS)('%s', (name) => {
		let model: GoldenModel;
		beforeAll(async () => void (model = await GoldenModel.load(name, read)));
		afterAll(() => model.dispose());

		test('computes every value as PyTorch does', async () => {
			const values = await model.values({ captures: ['*'] });
			const wrong = Object.entries(model.golden.captures)
				.map(([name, golden]) => [name, note('captures', errorOf(values.get(name), golden))] as const)
				.filter(([, error]) => !(error <= TOLERANCE));
			expect(wrong).toEqual([]);
		});

		if (!KINDS.includes(name)) return;

		test('goes on through the cache as PyTorch does', async () => {
			expect(await model.greedy()).toEqual(model.golden.greedy);
			const error = maxAbsDifference(await model.cachedSteps(), numbersOf(model.golden.cached));
			expect(note('cached steps', error)).toBeLessThanOrEqual(TOLERANCE);
		});

		// A model is enough: what differs between them is held to PyTorch above.
		if (name === 'neox-full')
			test('draws from a seed what WebAssembly draws', async () => {
				expect(await model.drawn(SEED)).toEqual(DRAWN[name]);
			});

		test('takes in every edit as PyTorch does', async () => {
			const wrong: [string, number][] = [];
			for (const { about, edits, from_pos, logits } of model.golden.edited) {
				const error = note('edits', errorOf(await model.logits({ edits }), logits, from_pos));
				if (!(error <= TOLERANCE)) wrong.push([about, error]);
			}
			expect(wrong).toEqual([]);
		});
	});
});
