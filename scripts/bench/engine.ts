/** Measures the engine alone, in Node: from a question to its answer, without page, worker or painting. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { chooseBackend } from '../../src/lib/engine/backend.ts';
import type { BackendName, Question } from '../../src/lib/engine/protocol.ts';
import { Session } from '../../src/lib/engine/session.ts';
import { figure, quantile, type Figure } from './figure.ts';

const TOKENS = 64;
const LAYER = 1;
const REPEATS = 40;
const WARM_UP = 10;

const SENTENCES = [
	'Tom gave the lamp to Lily, and Lily gave it back to Tom.',
	'The quick grey cat walked slowly over the sleeping dog.',
	'Where is the red ball? The red ball is in the kitchen.'
];

/** The engine's figures on one backend, for the model in a folder. */
export async function measureEngine(folder: string, backend: BackendName): Promise<Figure[]> {
	const { report } = await chooseBackend({ force: backend });
	const read = (name: string) => readFile(`${folder}/${name}`, 'utf8');
	const session = new Session(basename(folder), {
		config: await read('config.json'),
		tokenizer: await read('tokenizer.json'),
		// Copied: small files share one buffer.
		weights: new Uint8Array(await readFile(`${folder}/model.safetensors`)).buffer
	});
	const { id, layers, heads, d_model } = session.facts;
	const run = `${id} (${layers} layers, ${heads} heads, d_model ${d_model}), Node ${process.versions.node}, ${report.name}`;
	try {
		return [await forward(session, run), await cachedStep(session, run)];
	} finally {
		session.dispose();
	}
}

async function forward(session: Session, run: string): Promise<Figure> {
	const texts = await Promise.all(Array.from({ length: WARM_UP + REPEATS }, (_, i) => textOf(session, i)));
	let [tokens, captures] = [0, 0];
	const times = await repeat(async (i) => {
		// Another text every time: an answer that is remembered would cost nothing.
		session.clear();
		const answer = await session.answer(asking(texts[i] ?? '', 0, { model: { captures: [`blocks.${LAYER}.*`] } }));
		[tokens, captures] = [answer.tokens.length, answer.index.length];
	});
	const conditions = `${run}, ${tokens} tokens, ${captures} captures read back, median of ${REPEATS}`;
	return figure('forward with every capture of one layer', quantile(times, 0.5), 'ms', 40, conditions);
}

async function cachedStep(session: Session, run: string): Promise<Figure> {
	const text = await textOf(session, 0);
	let tokens = 0;
	await session.answer(asking(text, 0, {}));
	const times = await repeat(async (i) => {
		tokens = (await session.answer(asking(text, i + 1, {}))).tokens.length;
	});
	const conditions = `${run}, from ${TOKENS} up to ${tokens} tokens, median of ${REPEATS}`;
	return figure('cached generation step', quantile(times, 0.5), 'ms', 15, conditions);
}

function asking(text: string, count: number, variations: Question['variations']): Question {
	return { model: '', text, generate: { count, temperature: 1, topK: 0, topP: 1, seed: 1 }, edits: [], variations };
}

/** A text of 64 tokens, another one for every number. */
async function textOf(session: Session, i: number): Promise<string> {
	const text = `${i} ${SENTENCES.map((_, place) => SENTENCES[(place + i) % SENTENCES.length]).join(' ')} `.repeat(3);
	const { tokens } = await session.answer(asking(text, 0, {}));
	return text.slice(0, tokens[TOKENS - 1]?.end);
}

/** Milliseconds of each call, the first few left out: engines compile while they run. */
async function repeat(work: (i: number) => Promise<void>): Promise<number[]> {
	const times: number[] = [];
	for (let i = 0; i < WARM_UP + REPEATS; i++) {
		const start = performance.now();
		await work(i);
		times.push(performance.now() - start);
	}
	return times.slice(WARM_UP);
}
