import { afterEach, describe, expect, test } from 'vitest';
import { EngineClient } from '#engine/client.ts';
import type { BackendReport, Question } from '#engine/protocol.ts';
import { maxAbsDifference } from '#num/stats.ts';

/** Which software graphics this browser was started with. */
declare const GRAPHICS: 'webgpu' | 'webgl';

const question = (text: string): Question => ({
	model: 'storyteller',
	text,
	generate: { count: 2, temperature: 0, topK: 0, topP: 1, seed: 0 },
	edits: [],
	variations: { model: { captures: ['blocks.0.attn.pattern', 'logits'] } }
});

const reports: BackendReport[] = [];
let client: EngineClient | undefined;
afterEach(() => {
	client?.close();
	reports.length = 0;
});

/** A client that has already answered once, and what it said of the text's pattern. */
async function started(
	force: 'webgpu' | 'webgl' | 'wasm',
	modelsUrl = new URL('/models/', location.href).href
) {
	client = new EngineClient({ modelsUrl, force, onReport: (report) => reports.push(report) });
	const before = await patternOf(client.ask(question('The lamp was')));
	return { client, before };
}

async function patternOf(answer: ReturnType<EngineClient['ask']>): Promise<Float32Array> {
	const outcome = await answer;
	if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
	const pattern = outcome.value.captures['model']?.['blocks.0.attn.pattern'];
	if (!pattern) throw new Error('no pattern was captured');
	return pattern.data;
}

describe.each([GRAPHICS, 'wasm'] as const)('on %s', (backend) => {
	test('the first answer comes from the backend that was asked for', async () => {
		await started(backend);
		expect(reports).toMatchObject([{ name: backend, forced: true }]);
	});

	test('a device lost between two questions is not noticed', async () => {
		const { client, before } = await started(backend);
		await client.loseDevice();
		const after = await patternOf(client.ask(question('The lamp was')));
		expect(maxAbsDifference(after, before)).toBeLessThan(1e-5);
		expect(reports.map(({ name }) => name)).toEqual([backend, backend]);
	});

	test('a device lost while it answers is not noticed', async () => {
		const { client, before } = await started(backend);
		const answer = client.ask(question('The lamp was'));
		await client.loseDevice();
		expect(maxAbsDifference(await patternOf(answer), before)).toBeLessThan(1e-5);
	});

	test('a worker killed between two questions is not noticed', async () => {
		const { client, before } = await started(backend);
		await client.loseDevice('worker');
		const after = await patternOf(client.ask(question('The lamp was')));
		expect(maxAbsDifference(after, before)).toBeLessThan(1e-5);
		expect(reports).toHaveLength(2);
	});

	test('a worker killed while it answers is not noticed', async () => {
		const { client, before } = await started(backend);
		const answer = client.ask(question('The lamp was'));
		await client.loseDevice('worker');
		expect(maxAbsDifference(await patternOf(answer), before)).toBeLessThan(1e-5);
	});
});

test('a device lost a third time within a minute is given up for the next best', async () => {
	const { client, before } = await started(GRAPHICS);
	for (let loss = 0; loss < 3; loss++) {
		await client.loseDevice();
		const after = await patternOf(client.ask(question('The lamp was')));
		expect(maxAbsDifference(after, before)).toBeLessThan(1e-3);
	}
	expect(reports.map(({ name }) => name)).toEqual([GRAPHICS, GRAPHICS, GRAPHICS, 'wasm']);
	expect(reports.at(-1)?.passed).toContainEqual(
		expect.objectContaining({ name: GRAPHICS, reason: 'lost-too-often' })
	);
});

test('a model that is not there is said in the right words', async () => {
	client = new EngineClient({ modelsUrl: new URL('/models/', location.href).href });
	const outcome = await client.ask({ ...question('a'), model: 'nobody' });
	expect(outcome).toMatchObject({ ok: false, failure: { code: 'model-unknown' } });
});
