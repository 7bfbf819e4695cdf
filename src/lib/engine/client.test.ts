import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { EngineClient } from './client.ts';
import type { Connection } from './connection.ts';
import type { Answer, BackendName, BackendReport, EngineApi, Question, StartOptions } from './protocol.ts';
import { BACKENDS } from './protocol.ts';

const OK = { ok: true } as const;
const NONE = { ok: false, failure: { code: 'no-backend', detail: '' } } as const;
const LOST = { ok: false, failure: { code: 'device-lost', detail: 'gone' } } as const;

/** A worker's behaviour: what it answers to the `n`-th question of its life. */
type Behaviour = (question: Question, n: number) => Promise<Awaited<ReturnType<EngineApi['answer']>>>;

interface Fake {
	readonly started: StartOptions;
	readonly asked: Question[];
	readonly die: (cause: string) => void;
}

/** A client whose workers are objects in this thread; `lives[i]` is the `i`-th. */
function clientOf(behave: (backend: BackendName, life: number) => Behaviour) {
	const lives: Fake[] = [];
	const reports: BackendReport[] = [];
	const ports: MessagePort[] = [];
	let clock = 0;
	const connect = (): Connection => {
		const { port1, port2 } = new MessageChannel();
		ports.push(port1, port2);
		let die: (cause: string) => void = () => undefined;
		const died = new Promise<string>((resolve) => (die = resolve));
		const asked: Question[] = [];
		let behaviour: Behaviour | undefined;
		const api: EngineApi = {
			start: async (options) => {
				const passed = (options.exclude ?? []).map((name) => ({
					name,
					reason: 'lost-too-often' as const,
					detail: ''
				}));
				const name = options.force ?? BACKENDS.find((backend) => !options.exclude?.includes(backend));
				behaviour = name && behave(name, lives.length);
				lives.push({ started: options, asked, die });
				if (!name) return NONE;
				return { ...OK, value: { name, device: '', software: false, passed, forced: false } };
			},
			load: () => Promise.reject(new Error('not in these tests')),
			answer: async (question) => {
				asked.push(question);
				return behaviour ? behaviour(question, asked.length - 1) : NONE;
			},
			loseDevice: async () => undefined
		};
		expose(api, port1);
		return { endpoint: port2, died, terminate: () => port1.close() };
	};
	const client = new EngineClient({
		modelsUrl: 'https://here/models/',
		connect,
		onReport: (report) => reports.push(report),
		now: () => clock
	});
	closing.push(() => ports.forEach((port) => port.close()));
	return { client, lives, reports, wait: (milliseconds: number) => (clock += milliseconds) };
}

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const question = (text: string): Question => ({
	model: 'teller',
	text,
	generate: { count: 0, temperature: 0, topK: 0, topP: 1, seed: 0 },
	edits: [],
	variations: {}
});
const answerOf = ({ text }: Question) => ({
	...OK,
	// Only what unpack reads is needed here.
	value: { promptLength: text.length, costs: {}, index: [], buffer: new Float32Array() } as unknown as Answer
});
const answering: Behaviour = async (asked) => answerOf(asked);
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('ask', () => {
	test('answers', async () => {
		const { client } = clientOf(() => answering);
		expect(await client.ask(question('abc'))).toMatchObject({ ok: true, value: { promptLength: 3 } });
	});

	test('drops a question that a newer one overtakes before its turn', async () => {
		const { client, lives } = clientOf(() => async (asked) => later(20).then(() => answerOf(asked)));
		const answers = await Promise.all(['a', 'ab', 'abc', 'abcd'].map((text) => client.ask(question(text))));
		expect(answers.map((answer) => answer?.ok)).toEqual([undefined, undefined, undefined, true]);
		expect(lives[0]?.asked.map(({ text }) => text)).toEqual(['abcd']);
	});

	test('lets a question that was begun come to its end', async () => {
		const { client, lives } = clientOf(() => async (asked) => later(20).then(() => answerOf(asked)));
		const first = client.ask(question('a'));
		await later(10);
		const rest = [client.ask(question('ab')), client.ask(question('abc'))];
		expect([(await first)?.ok, ...(await Promise.all(rest)).map((answer) => answer?.ok)]).toEqual([
			true,
			undefined,
			true
		]);
		expect(lives[0]?.asked.map(({ text }) => text)).toEqual(['a', 'abc']);
	});

	test('passes failures of the question on, and keeps the worker', async () => {
		const failure = { code: 'bad-edit', detail: 'no such head' } as const;
		const { client, lives } = clientOf(() => async (asked, n) => (n === 0 ? { ok: false, failure } : answerOf(asked)));
		expect(await client.ask(question('a'))).toEqual({ ok: false, failure });
		await client.ask(question('b'));
		expect(lives).toHaveLength(1);
	});

	test('takes a new worker after an error that nobody foresaw', async () => {
		const failure = { code: 'internal', detail: 'out of memory' } as const;
		const { client, lives } = clientOf((_, life) => async (asked) => (life ? answerOf(asked) : { ok: false, failure }));
		expect(await client.ask(question('a'))).toEqual({ ok: false, failure });
		expect(await client.ask(question('a'))).toMatchObject({ ok: true });
		expect(lives).toHaveLength(2);
	});
});

describe('a loss', () => {
	test('of the device is made good, and the question repeated', async () => {
		const { client, lives } = clientOf((_, life) => async (asked) => (life ? answerOf(asked) : LOST));
		expect(await client.ask(question('abc'))).toMatchObject({ ok: true, value: { promptLength: 3 } });
		expect(lives.map(({ asked }) => asked.length)).toEqual([1, 1]);
	});

	test('of the worker is made good, and the question repeated', async () => {
		const { client, lives } = clientOf((_, life) => (life ? answering : () => new Promise(() => undefined)));
		const answer = client.ask(question('abc'));
		await later(20);
		lives[0]?.die('killed');
		expect(await answer).toMatchObject({ ok: true, value: { promptLength: 3 } });
	});

	test('is borne twice a minute, then the next best backend takes over', async () => {
		const { client, lives, reports } = clientOf((name) => (name === 'webgpu' ? async () => LOST : answering));
		expect(await client.ask(question('a'))).toMatchObject({ ok: true });
		expect(lives.map(({ started }) => started.exclude)).toEqual([[], [], [], ['webgpu']]);
		expect(reports.map(({ name }) => name)).toEqual(['webgpu', 'webgpu', 'webgpu', 'webgl']);
		expect(reports.at(-1)?.passed[0]).toMatchObject({ name: 'webgpu', reason: 'lost-too-often' });
	});

	test('is forgotten after a minute', async () => {
		const { client, reports, wait } = clientOf(() => async (asked, n) => (n === 1 ? LOST : answerOf(asked)));
		for (let minute = 0; minute < 5; minute++) {
			await client.ask(question('a'));
			wait(61_000);
		}
		expect(new Set(reports.map(({ name }) => name))).toEqual(new Set(['webgpu']));
		expect(reports.length).toBeGreaterThan(3);
	});

	test('of every backend is said in the end', async () => {
		const { client } = clientOf(() => async () => LOST);
		expect(await client.ask(question('a'))).toMatchObject({ ok: false, failure: { code: 'no-backend' } });
	});
});

test('a worker that never starts is said in the end', async () => {
	let starts = 0;
	const connect = (): Connection => {
		starts++;
		const { port1, port2 } = new MessageChannel();
		port1.close();
		return { endpoint: port2, died: Promise.resolve('blocked'), terminate: () => port2.close() };
	};
	const client = new EngineClient({ modelsUrl: 'https://here/models/', connect, now: () => 0 });
	expect(await client.ask(question('a'))).toMatchObject({ ok: false, failure: { detail: 'blocked' } });
	expect(starts).toBe(3);
});

test('another backend answers the question that was under way', async () => {
	const { client, reports } = clientOf((name) => (name === 'cpu' ? answering : () => new Promise(() => undefined)));
	const answer = client.ask(question('abc'));
	await later(20);
	client.useBackend('cpu');
	expect(await answer).toMatchObject({ ok: true });
	expect(reports.at(-1)?.name).toBe('cpu');
});
