/**
 * Chooses what the model runs on: WebGPU, else WebGL, else WebAssembly, else plain JavaScript.
 *
 * A backend is taken only if it passes the self-test, and graphics that a processor merely imitates only if the reader
 * insists: they are many times slower than WebAssembly on the same processor.
 */
import { findCpu } from './backends/cpu.ts';
import { Unavailable, type Finder, type Opened } from './backends/found.ts';
import { findWasm } from './backends/wasm.ts';
import { findWebGL } from './backends/webgl.ts';
import { findWebGPU } from './backends/webgpu.ts';
import { EngineError } from './failures.ts';
import { BACKENDS, type BackendName, type BackendReport, type PassReason } from './protocol.ts';
import { selfTest } from './self-test.ts';
import { setBackend } from './tf.ts';

/** A backend at work: what the page says of it, when it is lost, and how a test loses it. */
export interface Backend extends Opened {
	readonly report: BackendReport;
}

/** What the reader insists on, and what has failed too often already. */
export interface BackendChoice {
	readonly force?: BackendName | undefined;
	readonly exclude?: readonly BackendName[] | undefined;
}

const FINDERS: Readonly<Record<BackendName, Finder>> = {
	webgpu: findWebGPU,
	webgl: findWebGL,
	wasm: findWasm,
	cpu: findCpu
};

/** Sets the forced backend, else the best one that computes right; throws EngineError `no-backend` when none does. */
export async function chooseBackend(choice: BackendChoice = {}, finders = FINDERS): Promise<Backend> {
	const { force, exclude = [] } = choice;
	const order = force ? [force, ...BACKENDS.filter((name) => name !== force)] : BACKENDS;
	const passed: BackendReport['passed'][number][] = [];
	for (const name of order) {
		const forced = name === force;
		try {
			if (exclude.includes(name)) throw new Passed('lost-too-often', 'it was lost twice within a minute');
			const { device, software, opened } = await startUp(name, finders[name], forced);
			return { ...opened, report: { name, device, software, passed, forced } };
		} catch (error) {
			passed.push({ name, ...whyPassed(error) });
		}
	}
	throw new EngineError('no-backend', passed.map(({ name, detail }) => `${name}: ${detail}`).join('; '));
}

class Passed extends Error {
	readonly reason: PassReason;

	constructor(reason: PassReason, detail: string) {
		super(detail);
		this.reason = reason;
	}
}

async function startUp(name: BackendName, find: Finder, forced: boolean) {
	const { device, software, open } = await find();
	if (software && !forced) throw new Passed('software', device);
	const opened = await open();
	try {
		if (!(await setBackend(name))) throw new Error('TensorFlow.js could not start it');
		const fault = await selfTest();
		if (fault) throw new Passed('self-test', fault);
	} catch (error) {
		opened.close();
		throw error;
	}
	return { device, software, opened };
}

function whyPassed(error: unknown): { reason: PassReason; detail: string } {
	// TensorFlow.js rejects with plain objects in places.
	const detail = error instanceof Object && 'message' in error ? String(error.message) : String(error);
	if (error instanceof Passed) return { reason: error.reason, detail };
	return { reason: error instanceof Unavailable ? 'unavailable' : 'failed-to-start', detail };
}
