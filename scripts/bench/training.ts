/** Measures training in Node: tokens per second with our kernels, and with those that TensorFlow.js brings. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chooseBackend } from '../../src/lib/engine/backend.ts';
import { prepareToTrain } from '../../src/lib/engine/training/ready.ts';
import { measureSteps, SHAPES } from './training-steps.ts';
import { figure, type Figure } from './figure.ts';

/** How much faster training should be than with the library's own kernels. */
const TIMES = 3;

/** Training's figures on WebAssembly, two shapes of model. */
export async function measureTraining(): Promise<Figure[]> {
	await chooseBackend({ force: 'wasm' });
	prepareToTrain();
	const figures: Figure[] = [];
	for (const [i, shape] of SHAPES.entries()) {
		const ours = await measureSteps(shape);
		const stock = stockRate(i);
		const { layers, width, length, batch } = shape;
		const conditions = `${layers} layers, d_model ${width}, ${length} tokens, batch of ${batch}, Node ${process.versions.node}, wasm, AdamW, fastest of several steps`;
		figures.push(
			figure('training', ours, 'tokens/s', undefined, conditions),
			figure('training with the library’s kernels', stock, 'tokens/s', undefined, conditions),
			figure('training, times as fast as the library', ours / stock, 'times', TIMES, conditions, 'least')
		);
	}
	return figures;
}

/** In a process of its own: kernels that were replaced cannot be put back. */
function stockRate(shape: number): number {
	const script = fileURLToPath(new URL('./training-stock.ts', import.meta.url));
	const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, String(shape)], {
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(stderr);
	return Number(stdout);
}
