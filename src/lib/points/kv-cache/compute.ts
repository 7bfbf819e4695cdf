/** What the cache holds, what a step costs with it and without, and whether the result is the same. */
import { take, type Named } from '#num/named.ts';
import type { Values } from '#params/param.ts';
import type { Focus } from '#points/define.ts';
import { agreementOf, shown, type Agreement } from './agreement.ts';
import { bytesPerToken } from './arithmetic.ts';
import { knownCaches, type KnownCache } from './known-models.ts';
import type { CacheAnswers } from './needs.ts';
import type { params } from './params.ts';
import { filledOf, growthOf, stepsOf, type CacheStep, type Growth } from './steps.ts';

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
	/** What K and V take: their captured numbers counted, the formula, and one token's share by it. */
	readonly bytes: { readonly counted: number; readonly formula: number; readonly perToken: number };
	readonly growth: Growth;
	readonly known: readonly KnownCache[];
	readonly focus: Focus;
}

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
		agreement: isEmpty
			? { count: 0, logits: 0, largest: 0, held: 0, next: { with: '', without: '' } }
			: agreementOf(answers),
		filled,
		steps,
		step: steps.at(-1) ?? { length: 0, with: 0, without: 0 },
		total: {
			with: steps.reduce((sum, step) => sum + step.with, filled.multiplyAdds),
			without: steps.reduce((sum, step) => sum + step.without, 0)
		},
		queries: costs.cached.tokens.at(-1) ?? 0,
		bytes: bytesOf(answers),
		growth: growthOf(answers, steps),
		known: knownCaches(asked),
		focus
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

function bytesOf({ cached, run }: CacheAnswers): KvCache['bytes'] {
	const perToken = bytesPerToken(run.model, FP32);
	const counted = run.tokens.length > 0 ? (cached.rot_k ?? cached.k).data.byteLength + cached.v.data.byteLength : 0;
	return { counted, formula: perToken * run.tokens.length, perToken };
}
