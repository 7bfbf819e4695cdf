import { afterEach, describe, expect, test } from 'vitest';
import { chooseBackend, type Backend } from '#engine/backend.ts';
import { getBackend } from '#engine/tf.ts';

/** Which software graphics this browser was started with. */
declare const GRAPHICS: 'webgpu' | 'webgl';

let backend: Backend | undefined;
afterEach(() => backend?.close());

describe(`with ${GRAPHICS} in software`, () => {
	test('WebAssembly is chosen by itself, and the reason is told', async () => {
		backend = await chooseBackend();
		expect(backend.report.name).toBe('wasm');
		expect(backend.report.passed).toContainEqual({
			name: GRAPHICS,
			reason: 'software',
			detail: expect.stringMatching(/swiftshader/i)
		});
	});

	test(`${GRAPHICS} is used when it is insisted on, computes right and says that it is software`, async () => {
		backend = await chooseBackend({ force: GRAPHICS });
		expect(backend.report).toMatchObject({ name: GRAPHICS, forced: true, software: true, passed: [] });
		expect(getBackend()).toBe(GRAPHICS);
	});

	test('a loss is told', async () => {
		backend = await chooseBackend({ force: GRAPHICS });
		backend.lose();
		expect(await backend.lost).toEqual(expect.any(String));
	});
});

test('plain JavaScript is there too', async () => {
	backend = await chooseBackend({ force: 'cpu' });
	expect(backend.report).toMatchObject({ name: 'cpu', forced: true });
});
