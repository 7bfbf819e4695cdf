/** What the cache holds, what a step costs with it and without, and whether the result is the same. */
import { take, type Named } from '#num/named.ts';
import { argmax, maxAbsDifference } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import { bytesPerToken, multiplyAdds, shapeOf } from './arithmetic.ts';
import { knownCaches, type KnownCache } from './known-models.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';

// The cache of this page holds 32-bit floats.
const FP32 = 4;

/** Keys or values of one head, a column for each token: [d_head, token] row by row. */
export interface Held {
	readonly data: Float32Array;
	readonly rows: number;
	readonly columns: number;
	/** The largest magnitude. */
	readonly max: number;
}

/** What one layer holds for the chosen head. */
export interface HeldLayer {
	readonly keys: Held;
	readonly values: Held;
}

/** One token read: how long the text is then, and the multiply-adds of reading it. */
export interface CacheStep {
	readonly length: number;
	readonly with: number;
	readonly without: number;
}

/** What the panel draws. */
export interface KvCache {
	readonly labels: readonly string[];
	/** How many tokens were generated. */
	readonly generated: number;
	/** The token that the last step read: the newest. */
	readonly newest: { readonly index: number; readonly label: string };
	/** The key/value head that the chosen head reads from, and how many of both there are. */
	readonly kvHead: number;
	readonly kvHeads: number;
	readonly heads: number;
	readonly d_head: number;
	/** True where the keys are held after their rotation. */
	readonly rotary: boolean;
	readonly layers: readonly HeldLayer[];
	/** How the newest query weighs the keys. */
	readonly weights: Float32Array;
	/** The same computed with the cache and without. */
	readonly agreement: Agreement;
	/** The tokens read at once before the first step, and what that took. */
	readonly filled: { readonly tokens: number; readonly multiplyAdds: number };
	/** Steps in order; each reads one token and predicts the next. */
	readonly steps: readonly CacheStep[];
	readonly step: CacheStep;
	readonly total: { readonly with: number; readonly without: number };
	/** Queries that the last step computed: one with a cache. */
	readonly queries: number;
	readonly bytes: { readonly held: number; readonly perToken: number };
	readonly known: readonly KnownCache[];
	readonly focus: Focus;
}

/** How far apart two ways to compute the same are. */
export interface Agreement {
	/** How many logits were compared, and the largest difference among them. */
	readonly count: number;
	readonly logits: number;
	/** The largest difference of any key or value, in any layer. */
	readonly held: number;
	readonly next: { readonly with: string; readonly without: string };
}

type CacheAnswers = Answers<typeof needs>;
type HeldValue = CacheAnswers['cached']['k'];

/** Everything the panel draws. */
export function compute(answers: CacheAnswers, focus: Focus, { tokens: asked }: Values<typeof params>): KvCache {
	const { run, costs } = answers;
	const { heads, kvHeads, d_head } = run.model;
	const labels = run.tokens.map(({ text }) => shown(text));
	const index = run.tokens.length - 1;
	const kvHead = Math.floor((focus.head * kvHeads) / heads);
	const isEmpty = index < 0;
	const steps = stepsOf(answers);
	const filled = filledOf(answers);
	return {
		labels,
		generated: run.tokens.length - run.promptLength,
		newest: { index, label: labels[index] ?? '' },
		kvHead,
		kvHeads,
		heads,
		d_head,
		rotary: run.model.positions.kind === 'rotary',
		layers: isEmpty ? [] : layersOf(answers, kvHead),
		weights: isEmpty ? new Float32Array() : take(answers.cached.pattern, { head: focus.head, query: index }).data,
		agreement: isEmpty ? { count: 0, logits: 0, held: 0, next: { with: '', without: '' } } : agreementOf(answers),
		filled,
		steps,
		step: steps.at(-1) ?? { length: 0, with: 0, without: 0 },
		total: {
			with: steps.reduce((sum, step) => sum + step.with, filled.multiplyAdds),
			without: steps.reduce((sum, step) => sum + step.without, 0)
		},
		queries: costs.cached.tokens.at(-1) ?? 0,
		bytes: { held: costs.cached.cacheBytes, perToken: bytesPerToken(run.model, FP32) },
		known: knownCaches(asked),
		focus
	};
}

/** The passes through the cache, each with the length of the text after it. */
function passesOf({ costs }: CacheAnswers) {
	let length = 0;
	return costs.cached.multiplyAdds.map((cost, pass) => {
		length += costs.cached.tokens[pass] ?? 0;
		return { cost, length, tokens: costs.cached.tokens[pass] ?? 0 };
	});
}

/** The passes that predict a token after the prompt; without a cache each reads its whole text again. */
function stepsOf(answers: CacheAnswers): CacheStep[] {
	const { model, promptLength } = answers.run;
	const shape = shapeOf(model);
	return passesOf(answers)
		.filter(({ length }) => length >= promptLength)
		.map(({ cost, length }) => ({ length, with: cost, without: multiplyAdds(shape, length, length) }));
}

function filledOf(answers: CacheAnswers): KvCache['filled'] {
	const before = passesOf(answers).filter(({ length }) => length < answers.run.promptLength);
	return {
		tokens: before.reduce((sum, { tokens }) => sum + tokens, 0),
		multiplyAdds: before.reduce((sum, { cost }) => sum + cost, 0)
	};
}

function layersOf({ cached, run }: CacheAnswers, kv_head: number): HeldLayer[] {
	const keys = cached.rot_k ?? cached.k;
	return Array.from({ length: run.model.layers }, (_, layer) => ({
		keys: heldOf(take(keys, { layer, kv_head })),
		values: heldOf(take(cached.v, { layer, kv_head }))
	}));
}

/** [pos, d_head] turned so that each token is a column. */
function heldOf({ data, shape }: Named): Held {
	const [columns = 0, rows = 0] = shape;
	const turned = new Float32Array(data.length);
	let max = 0;
	for (const [i, value] of data.entries()) {
		turned[(i % rows) * columns + Math.floor(i / rows)] = value;
		max = Math.max(max, Math.abs(value));
	}
	return { data: turned, rows, columns, max };
}

function agreementOf({ model, cached, run }: CacheAnswers): Agreement {
	const apart = (a: HeldValue, b: HeldValue) => maxAbsDifference(a.data, b.data);
	const next = (logits: CacheAnswers['model']['logits']) =>
		shown(run.vocabulary[argmax(take(logits, { pos: -1 }).data)] ?? '');
	return {
		count: cached.logits.data.length,
		logits: maxAbsDifference(model.logits.data, cached.logits.data),
		held: Math.max(apart(model.rot_k ?? model.k, cached.rot_k ?? cached.k), apart(model.v, cached.v)),
		next: { with: next(cached.logits), without: next(model.logits) }
	};
}

/** A token without the space before it, unless it is nothing else. */
function shown(token: string): string {
	return token.trim() || token;
}

/** The most that rounding sets apart two orders of the same sums; past it an edit has made earlier tokens see later ones. */
const ROUNDING = 0.01;

/** True where the cache changed no logit beyond rounding. */
export function agrees({ logits }: Agreement): boolean {
	return logits < ROUNDING;
}
