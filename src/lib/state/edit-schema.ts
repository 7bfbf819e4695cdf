import * as v from 'valibot';
import type { Edit } from '#engine/edits.ts';

/** Most edits that a link may hold; each is a pass over the values it names. */
const MOST_EDITS = 64;

/** Runs within runs: how deep a swap's own edits may nest. */
const DEEPEST = 4;

const index = v.optional(v.pipe(v.number(), v.integer()));
const finite = v.pipe(v.number(), v.finite());
const place = v.pipe(v.number(), v.integer(), v.minValue(0));

const where = {
	at: v.pipe(v.string(), v.maxLength(200)),
	head: index,
	kv_head: index,
	pos: index,
	query: index,
	key: index,
	one: index,
	d_model: index,
	d_head: index,
	d_mlp: index,
	d_vocab: index
};

const cell = v.strictObject({ query: place, key: place, open: v.boolean() });

const edit: v.GenericSchema<unknown, unknown> = v.variant('do', [
	v.strictObject({ ...where, do: v.literal('zero') }),
	v.strictObject({ ...where, do: v.literal('scale'), by: finite }),
	v.strictObject({ ...where, do: v.literal('set'), to: finite }),
	v.strictObject({ ...where, do: v.literal('noise'), std: finite, seed: place }),
	v.strictObject({ ...where, do: v.literal('unscale') }),
	v.strictObject({ ...where, do: v.literal('unrotate') }),
	v.strictObject({ ...where, do: v.literal('unskip') }),
	v.strictObject({
		...where,
		do: v.literal('mask'),
		kind: v.picklist(['causal', 'none', 'window', 'prefix', 'padding']),
		size: v.optional(place),
		cells: v.optional(v.pipe(v.array(cell), v.maxLength(4096)))
	}),
	v.strictObject({
		...where,
		do: v.literal('swap'),
		text: v.optional(v.pipe(v.string(), v.maxLength(2000))),
		ids: v.optional(v.pipe(v.array(place), v.maxLength(1024))),
		edits: v.optional(v.pipe(v.array(v.lazy(() => edit)), v.maxLength(MOST_EDITS)))
	})
]);

const edits = v.pipe(v.array(edit), v.maxLength(MOST_EDITS));

/** The edits that a link's JSON writes; undefined when any of them is none. Never throws. */
export function readEdits(json: string): readonly Edit[] | undefined {
	try {
		const written: unknown = JSON.parse(json);
		if (depthOf(written) > DEEPEST) return undefined;
		const parsed = v.safeParse(edits, written);
		// The schema above is the type Edit, written out; a recursive one cannot be derived from.
		return parsed.success ? (parsed.output as readonly Edit[]) : undefined;
	} catch {
		return undefined;
	}
}

/** How deep lists of edits lie in each other. */
function depthOf(written: unknown): number {
	if (!Array.isArray(written)) return 0;
	const inner = written.map((one: unknown) => (one instanceof Object && 'edits' in one ? depthOf(one.edits) : 0));
	return 1 + inner.reduce((most, depth) => Math.max(most, depth), 0);
}
