import { afterEach, describe, expect, test } from 'vitest';
import { EngineClient } from '#engine/client.ts';
import type { BackendReport, Question } from '#engine/protocol.ts';
import { maxAbsDifference } from '#num/stats.ts';

/** Which software graphics this browser was started with. */
declare const GRAPHICS: 'webgpu' | 'webgl';

const question = (text: string): Question => ({
	model: 'storyteller',
	text,
	generate: { count: 1, temperature: 0, topK: 0, topP: 1, seed: 0 },
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
async function started(force: 'webgpu' | 'webgl' | 'wasm', modelsUrl = new URL('/models/', location.href).href) {
	// On a clock that stands still, every loss is within a minute of the last, however slow the machine.
	const now = () => 0;
	client = new EngineClient({ modelsUrl, force, now, onReport: (report) => reports.push(report) });
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
	test('a device lost between two questions is not noticed', async () => {
		const { client, before } = await started(backend);
		await client.loseDevice();
		// Another text first: what is remembered might be answered again before the news of the loss.
		await patternOf(client.ask(question('Lily')));
		const after = await patternOf(client.ask(question('The lamp was')));
		expect(maxAbsDifference(after, before)).toBeLessThan(1e-5);
		expect(reports.map(({ name }) => name)).toEqual([backend, backend]);
	});

	test('a device lost while it answers is not noticed', async () => {
		const { client } = await started(backend);
		const answer = client.ask(question('Lily took the'));
		await client.loseDevice();
		const got = await patternOf(answer);
		expect(reports).toHaveLength(2);
		expect(maxAbsDifference(await patternOf(client.ask(question('Lily took the'))), got)).toBeLessThan(1e-5);
	});
});

describe('on wasm', () => {
	test('a worker killed between two questions is not noticed', async () => {
		const { client, before } = await started('wasm');
		await client.loseDevice('worker');
		const after = await patternOf(client.ask(question('The lamp was')));
		expect(maxAbsDifference(after, before)).toBeLessThan(1e-5);
		expect(reports).toHaveLength(2);
	});

	test('a worker killed while it answers is not noticed', async () => {
		const { client } = await started('wasm');
		const answer = client.ask(question('Lily took the'));
		await client.loseDevice('worker');
		const got = await patternOf(answer);
		expect(reports).toHaveLength(2);
		expect(maxAbsDifference(await patternOf(client.ask(question('Lily took the'))), got)).toBeLessThan(1e-5);
	});
});

test('a device lost a third time within a minute is given up for the next best', async () => {
	const { client } = await started(GRAPHICS);
	for (const text of ['Lily', 'Tom', 'Lily took']) {
		await client.loseDevice();
		// Not one that was answered before: it might be answered again before the news of the loss.
		await patternOf(client.ask(question(text)));
	}
	expect(reports.map(({ name }) => name)).toEqual([GRAPHICS, GRAPHICS, GRAPHICS, 'wasm']);
	expect(reports.at(-1)?.passed).toContainEqual(expect.objectContaining({ name: GRAPHICS, reason: 'lost-too-often' }));
});

test('a model that is not there is said in the right words', async () => {
	client = new EngineClient({ modelsUrl: new URL('/models/', location.href).href });
	const outcome = await client.ask({ ...question('a'), model: 'nobody' });
	expect(outcome).toMatchObject({ ok: false, failure: { code: 'model-unknown' } });
});
