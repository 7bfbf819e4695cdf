/** How configurations describe rotary positions: in four spellings, as the library that wrote them changed. */
import * as v from 'valibot';
import { field, unsupported } from './config.ts';
import type { ModelFacts } from './protocol.ts';

const scaling = v.nullish(
	v.looseObject({
		rope_type: v.nullish(v.string()),
		type: v.nullish(v.string()),
		rope_theta: field.maybePositive(),
		partial_rotary_factor: field.maybePositive()
	})
);

/** The fields of a configuration that rotary positions can stand in. */
export const rotaryFields = {
	rope_parameters: scaling,
	rope_scaling: scaling,
	rope_theta: field.maybePositive(),
	rotary_emb_base: field.maybePositive(),
	rotary_pct: field.maybePositive(),
	partial_rotary_factor: field.maybePositive(),
	max_position_embeddings: field.count()
};

type RotaryFields = v.InferOutput<v.ObjectSchema<typeof rotaryFields, undefined>>;

/** Rotary positions of heads of size `d_head`; throws EngineError `model-unsupported` for stretched frequencies. */
export function rotaryPositions(
	raw: RotaryFields,
	d_head: number,
	fraction: number
): Extract<ModelFacts['positions'], { kind: 'rotary' }> {
	const newer = raw.rope_parameters;
	for (const asked of [newer, raw.rope_scaling]) {
		const type = asked?.rope_type ?? asked?.type ?? 'default';
		if (type !== 'default') unsupported(`rotary positions of type "${type}" are not known`);
	}
	const theta = newer?.rope_theta ?? raw.rope_theta ?? raw.rotary_emb_base ?? 10_000;
	const part = newer?.partial_rotary_factor ?? raw.partial_rotary_factor ?? raw.rotary_pct ?? fraction;
	// Cut down to a whole number, as the library does.
	const dims = Math.trunc(d_head * part);
	if (dims === 0 || dims > d_head || dims % 2 !== 0)
		unsupported(`${dims} of ${d_head} dimensions cannot be rotated with base ${theta}`);
	return { kind: 'rotary', dims, theta };
}
