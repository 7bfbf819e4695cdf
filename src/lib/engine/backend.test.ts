import { describe, expect, test } from 'vitest';
import { chooseBackend } from './backend.ts';
import { findCpu } from './backends/cpu.ts';
import { neverLost, soundsLikeSoftware, Unavailable, type Finder } from './backends/found.ts';
import { findWasm } from './backends/wasm.ts';
import { selfTest } from './self-test.ts';
import { getBackend, memory } from './tf.ts';

const missing: Finder = () => Promise.reject(new Unavailable('not here'));
const broken: Finder = () =>
	Promise.resolve({ device: 'broken', software: false, open: () => Promise.reject(new Error('no memory')) });
const imitated: Finder = () =>
	Promise.resolve({ device: 'SwiftShader', software: true, open: () => Promise.resolve(neverLost()) });
const finders = { webgpu: missing, webgl: missing, wasm: findWasm, cpu: findCpu };

describe('chooseBackend', () => {
	test('takes WebAssembly in Node, where there are no graphics', async () => {
		const { report } = await chooseBackend();
		expect(report.name).toBe('wasm');
		expect(report.passed.map(({ name, reason }) => [name, reason])).toEqual([
			['webgpu', 'unavailable'],
			['webgl', 'unavailable']
		]);
		expect(getBackend()).toBe('wasm');
	});

	test('takes the forced one instead of the best', async () => {
		const { report } = await chooseBackend({ force: 'cpu' }, finders);
		expect([report.name, report.forced, report.passed]).toEqual(['cpu', true, []]);
		expect(getBackend()).toBe('cpu');
	});

	test('falls on from a forced one that is missing, and says so', async () => {
		const { report } = await chooseBackend({ force: 'webgl' }, finders);
		expect([report.name, report.forced]).toEqual(['wasm', false]);
		expect(report.passed[0]).toEqual({ name: 'webgl', reason: 'unavailable', detail: 'not here' });
	});

	test('passes over graphics that a processor imitates', async () => {
		const { report } = await chooseBackend({}, { ...finders, webgl: imitated });
		expect(report.name).toBe('wasm');
		expect(report.passed[1]).toEqual({ name: 'webgl', reason: 'software', detail: 'SwiftShader' });
	});

	test('passes over what was lost too often, even when forced', async () => {
		const { report } = await chooseBackend({ force: 'wasm', exclude: ['wasm'] }, finders);
		expect(report.name).toBe('cpu');
		expect(report.passed[0]).toMatchObject({ name: 'wasm', reason: 'lost-too-often' });
	});

	test('says why one did not start', async () => {
		const { report } = await chooseBackend({}, { ...finders, webgpu: broken });
		expect(report.passed[0]).toEqual({ name: 'webgpu', reason: 'failed-to-start', detail: 'no memory' });
	});

	test('fails with every reason when nothing starts', async () => {
		const nothing = { webgpu: missing, webgl: missing, wasm: broken, cpu: broken };
		await expect(chooseBackend({}, nothing)).rejects.toMatchObject({
			code: 'no-backend',
			message: 'webgpu: not here; webgl: not here; wasm: no memory; cpu: no memory'
		});
	});
});

describe('the self-test', () => {
	test.each(['wasm', 'cpu'] as const)('finds no fault with %s and leaves no tensor behind', async (name) => {
		await chooseBackend({ force: name }, finders);
		const before = memory().numTensors;
		expect(await selfTest()).toBeUndefined();
		expect(memory().numTensors).toBe(before);
	});
});

test.each([
	['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', true],
	['llvmpipe (LLVM 15.0.6, 256 bits)', true],
	['Microsoft Basic Render Driver', true],
	['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)', false],
	['Apple M2', false]
])('the adapter "%s" is imitated: %s', (name, software) => {
	expect(soundsLikeSoftware(name)).toBe(software);
});
