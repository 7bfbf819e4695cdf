import fc from 'fast-check';
import type { Edit } from '#engine/edits.ts';
import { BACKENDS } from '#engine/protocol.ts';
import type { Param } from '#params/param.ts';
import { FIELDS, LOOKS, LOOK_NAMES, PLACE, REGIONS, type PointParams, type ReaderState } from '../reader.ts';
import { mask, MODELS, POINTS } from './fakes.ts';

/** Any value of a parameter, from its own schema. */
function valuesOf(param: Param<unknown>): fc.Arbitrary<unknown> {
	const { kind, options, range } = param;
	if (options) return fc.constantFrom(...options);
	if (range && Number.isInteger(range.step)) return fc.integer({ min: range.min, max: range.max });
	if (range) return fc.double({ min: range.min, max: range.max, noNaN: true }).map((value) => value + 0);
	if (kind === 'toggle') return fc.boolean();
	if (kind === 'cells')
		return fc.array(fc.record({ query: fc.nat(99), key: fc.nat(99), open: fc.boolean() }), { maxLength: 30 });
	return texts.filter((text) => text.length <= 40);
}

/** Text of every sort, hostile too, as far as it is well-formed. */
const texts = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 300 }),
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.constantFrom(
		'',
		' ',
		'+',
		'%',
		'%zz',
		'&t=no',
		'#z=',
		'a\u0000b',
		'\u202eabc',
		'\r\n',
		'<img src=x onerror=alert(1)>',
		'中文',
		'😀'
	)
);
const edits: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({ at: fc.constant('blocks.0.attn.pattern'), do: fc.constant('zero' as const), head: fc.nat(9) }),
	fc.record({
		at: fc.string(),
		do: fc.constant('scale' as const),
		by: fc.float({ noNaN: true, noDefaultInfinity: true }).map((by) => by + 0)
	}),
	fc.record({ at: fc.string(), do: fc.constantFrom('unscale' as const, 'unrotate' as const, 'unskip' as const) }),
	fc.record({ at: fc.string(), do: fc.constant('swap' as const), text: fc.string() })
);
const paramsOf = Object.fromEntries(Object.entries(mask.params).map(([name, param]) => [name, valuesOf(param)]));
/** Any state, drawn from the schemas. */
// Each arbitrary yields what the field of that name holds.
export const states = fc.record({
	model: fc.constantFrom(...MODELS.map(({ id }) => id)),
	text: texts,
	...Object.fromEntries(
		(['layer', 'head', 'count', 'temperature', 'topK', 'topP', 'seed'] as const).map((name) => [
			name,
			valuesOf(FIELDS[name])
		])
	),
	query: fc.option(valuesOf(PLACE), { nil: undefined }),
	key: fc.option(valuesOf(PLACE), { nil: undefined }),
	open: fc.subarray(POINTS.map(({ id }) => id)),
	backend: fc.option(fc.constantFrom(...BACKENDS), { nil: undefined }),
	...Object.fromEntries(
		LOOK_NAMES.map((name) => [name, fc.option(fc.constantFrom(...LOOKS[name]), { nil: undefined })])
	),
	hide: fc.subarray([...REGIONS]),
	max: fc.option(fc.constantFrom(...POINTS.map(({ id }) => id)), { nil: undefined }),
	params: fc.record({ 'causal-mask': fc.record(paramsOf) }),
	edits: fc.array(edits, { maxLength: 5 })
}) as unknown as fc.Arbitrary<ReaderState>;

/** A state without the parameters that are as at the start, which a link leaves out. */
export function essence(state: ReaderState): ReaderState {
	const chosen: PointParams = state.params['causal-mask'] ?? {};
	const kept = Object.entries(chosen).filter(([name, value]) => {
		const param = mask.params[name];
		return param?.write(value) !== param?.write(param.start);
	});
	return { ...state, params: kept.length ? { 'causal-mask': Object.fromEntries(kept) } : {} };
}
