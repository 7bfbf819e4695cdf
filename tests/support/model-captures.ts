/**
 * Answers a knowledge point's needs with a real model's numbers, in Node: what tests prove claims on.
 *
 * The shipped model reads the text as it would on the page. The tiny golden models have no tokenizer: each character is
 * a token, by its code. They are random, so they prove what holds for every model and nothing that is learned.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { answerTo, unpack } from '#engine/answers.ts';
import { align } from '#engine/align.ts';
import { chooseBackend } from '#engine/backend.ts';
import { costOf } from '#engine/costs.ts';
import { loadModel, type Model } from '#engine/model.ts';
import { pack, type Wanted } from '#engine/pack.ts';
import type { Answer, Cost, Sampling, Token } from '#engine/protocol.ts';
import { Runner } from '#engine/runner.ts';
import { WeightValues } from '#engine/weight-values.ts';
import type { Schema, Values } from '#params/param.ts';
import type { Answers, AnyPoint, Focus, Needs, Point, PointText, RunFacts } from '#points/define.ts';

const root = new URL('../../', import.meta.url);

/** The shipped model's name, and the tiny one with random weights that stands in where nothing learned is needed. */
export const [SHIPPED, RANDOM] = ['storyteller', 'neox-full'] as const;

/** What a point is asked about; all else is its start. */
export interface Asked<S extends Schema> {
	readonly text: string;
	readonly focus?: Partial<Focus>;
	readonly params?: Partial<Values<S>>;
	/** A folder of `static/models` or `tests/golden/models`; the random one unless given. */
	readonly model?: string;
	/** Tokens at the end of the text that count as generated. */
	readonly generated?: number;
	/** How tokens are drawn; plainly, from seed 0, but for what is given. */
	readonly sampling?: Partial<Sampling>;
}

/** The values that answer a point's needs, computed on WebAssembly. */
export async function answersFor<N extends Needs, S extends Schema, R, T extends PointText<R>>(
	point: Point<N, S, R, T>,
	asked: Asked<S>
): Promise<Answers<N>> {
	// `answersOf` answers exactly the needs that it is given, which its forgetful types cannot say.
	return (await answersOf(point, asked)) as Answers<N>;
}

/** What a point computes of a real model's numbers. */
export async function resultFor<N extends Needs, S extends Schema, R, T extends PointText<R>>(
	point: Point<N, S, R, T>,
	asked: Asked<S>
): Promise<R> {
	const answers = await answersFor(point, asked);
	return point.compute(answers, focusOf(asked, answers.run), paramsOf(point.params, asked));
}

/** Parameters at their start, but for those given. */
export function paramsOf<S extends Schema>(schema: S, { params }: Pick<Asked<S>, 'params'> = {}): Values<S> {
	const start = Object.fromEntries(Object.entries(schema).map(([name, { start }]) => [name, start]));
	// One value for each name of the schema, of that name's kind.
	return { ...start, ...params } as Values<S>;
}

/** The last token asking the first one in block 0, head 0, but for what is given. */
export function focusOf({ focus }: Pick<Asked<Schema>, 'focus'>, run: Pick<RunFacts, 'tokens'>): Focus {
	return { layer: 0, head: 0, query: run.tokens.length - 1, key: 0, ...focus };
}

async function answersOf(
	point: Pick<AnyPoint, 'needs' | 'variations' | 'params'>,
	asked: Asked<Schema>
): Promise<{ readonly run: RunFacts }> {
	const { model, runner, weights } = await ready(asked.model ?? RANDOM);
	const { ids, tokens } = read(model, asked.text);
	const promptLength = tokens.length - (asked.generated ?? 0);
	const sampling = { temperature: 1, topK: 0, topP: 1, seed: 0, ...asked.sampling };
	const run = { model: model.facts, tokens, promptLength, steps: [], sampling, vocabulary: vocabularyOf(model) };
	const focus = focusOf(asked, run);
	const wanted: Wanted[] = [];
	const costs: Record<string, Cost> = {};
	for (const [variation, requests] of Object.entries(point.needs)) {
		if (variation === 'weights') continue;
		// The parameters fit the point's own schema, whose type was forgotten on the way here.
		const differs = point.variations[variation]?.(paramsOf(point.params, asked) as never, focus, run) ?? {};
		const { edits = [], through = 'full', offset = 0, reads, timed = false } = differs;
		const captures = placed(requests, focus.layer);
		const passes = await runner.passes({ ids, promptLength, edits, through, offset, reads, timed, captures });
		wanted.push({ variation, passes, names: runner.namesOf(captures) });
		costs[variation] = costOf(passes, { config: model.config, through, since: Infinity });
	}
	const answer: Answer = {
		model: model.facts,
		tokens,
		promptLength,
		unseenFrom: asked.text.length,
		full: false,
		steps: [],
		costs,
		...(await pack(wanted, await weights.matching(placed(point.needs['weights'] ?? {}, focus.layer))))
	};
	const answers = { ...named(point.needs, answer, focus.layer), run, costs };
	return answers;
}

function placed(requests: Needs[string], layer: number): string[] {
	return Object.values(requests).map((request) => request.replace('{layer}', String(layer)));
}

function named(needs: Needs, answer: Answer, layer: number) {
	const { captures } = unpack(answer);
	const own = ([variation, requests]: [string, Needs[string]]) => {
		const values = Object.entries(requests).map(([key, request]) => [
			key,
			answerTo(captures[variation] ?? {}, request, layer)
		]);
		return [variation, Object.fromEntries(values)] as const;
	};
	return Object.fromEntries(Object.entries(needs).map(own));
}

const loaded = new Map<string, ReturnType<typeof load>>();

async function ready(id: string) {
	const known = loaded.get(id) ?? load(id);
	loaded.set(id, known);
	return known;
}

async function load(id: string) {
	await chooseBackend({ force: 'wasm' });
	const folder = folderOf(id);
	const weights = new Uint8Array(await readFile(new URL('model.safetensors', folder))).buffer;
	const config = await readFile(new URL('config.json', folder), 'utf8');
	const path = new URL('tokenizer.json', folder);
	const tokenizer = existsSync(path) ? await readFile(path, 'utf8') : undefined;
	const model = loadModel(id, { config, tokenizer, weights });
	return { model, runner: new Runner(model), weights: new WeightValues(model) };
}

function folderOf(id: string): URL {
	const shipped = new URL(`static/models/${id}/`, root);
	return existsSync(shipped) ? shipped : new URL(`tests/golden/models/${id}/`, root);
}

function read({ tokenizer, facts }: Model, text: string): { ids: number[]; tokens: readonly Token[] } {
	if (tokenizer) {
		const ids = tokenizer.encode(text).slice(0, facts.context);
		return { ids, tokens: align(tokenizer, text, ids).tokens };
	}
	const tokens = [...text].slice(0, facts.context).map((character, i) => {
		return { id: (character.codePointAt(0) ?? 0) % facts.d_vocab, text: character, start: i, end: i + 1 };
	});
	return { ids: tokens.map(({ id }) => id), tokens };
}

function vocabularyOf({ tokenizer, facts }: Model): readonly string[] {
	return tokenizer?.vocabulary(facts.d_vocab) ?? Array.from({ length: facts.d_vocab }, (_, id) => `#${id}`);
}
