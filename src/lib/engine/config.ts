/** What a model's `config.json` says, in one form for every architecture. */
import * as v from 'valibot';
import { ACTIVATIONS, type Activation } from './activations.ts';
import { EngineError } from './failures.ts';
import type { ModelFacts } from './protocol.ts';

/** All that the forward pass needs to know of a model besides its weights. */
export interface ModelConfig extends Omit<ModelFacts, 'id' | 'parameters' | 'bytes'> {
	readonly activation: Activation;
	/** Added to the variance, or the mean square, before its root. */
	readonly epsilon: number;
	/** What the raw scores are multiplied by: 1/√d_head. */
	readonly scale: number;
	/** True when sums are normed instead of what the parts of a block read, and nothing is normed at the end. */
	readonly postNorm?: boolean;
}

const count = () => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 24));
const positive = () => v.pipe(v.number(), v.finite(), v.gtValue(0));

/** How configurations write counts, kinds and switches; `null` counts as left out. */
export const field = {
	count,
	maybeCount: () => v.nullish(count()),
	countOr: (fallback: number) => v.nullish(count(), fallback),
	maybePositive: () => v.nullish(positive()),
	positiveOr: (fallback: number) => v.nullish(positive(), fallback),
	flagOr: (fallback: boolean) => v.nullish(v.boolean(), fallback),
	activationOr: (fallback: Activation) => v.pipe(v.nullish(v.string(), fallback), v.transform(activationNamed))
};

/** What `schema` makes of a configuration; throws EngineError `model-unsupported` naming the first field that is wrong. */
export function parseFields<const S extends v.GenericSchema>(schema: S, raw: unknown): v.InferOutput<S> {
	const parsed = v.safeParse(schema, raw);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	unsupported(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/** Refuses a model because of something in its configuration: throws EngineError `model-unsupported`. */
export function unsupported(what: string): never {
	throw new EngineError('model-unsupported', `config.json: ${what}`);
}

/** The size of one head; throws EngineError `model-unsupported` where the heads do not share d_model evenly. */
export function headSize(d_model: number, heads: number): number {
	if (d_model % heads !== 0) unsupported(`${heads} heads do not divide ${d_model} dimensions`);
	return d_model / heads;
}

function activationNamed(name: string): Activation {
	const known = ACTIVATIONS.find((activation) => activation === name);
	return known ?? unsupported(`the activation "${name}" is not known`);
}
