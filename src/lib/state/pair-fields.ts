/**
 * The fields of two runs in one link: the left one's as they always are, of the right one's those that differ, after
 * `b.`. Both are computed by one engine and looked at by one reader, so where and how is said once.
 */
import type { LinkFields } from './pack.ts';
import { LOOK_NAMES } from './reader.ts';

const RIGHT = 'b.';

/** Names the left one's fields that the right one has as at the start. */
const USUAL = 'b.usual';

/** What both share. */
const SHARED: ReadonlySet<string> = new Set(['v', 'backend', 'hide', 'max', 'open', 'p', ...LOOK_NAMES]);

/** The fields of a pair. */
export function joinFields(left: LinkFields, right: LinkFields): LinkFields {
	const own = Object.entries(right).filter(([key, value]) => !SHARED.has(key) && left[key] !== value);
	const usual = Object.keys(left).filter((key) => !SHARED.has(key) && right[key] === undefined);
	return {
		...left,
		...Object.fromEntries(own.map(([key, value]) => [RIGHT + key, value])),
		...(usual.length > 0 ? { [USUAL]: usual.join(',') } : {})
	};
}

/** The fields of each of a pair. */
export function splitFields(fields: LinkFields): { readonly left: LinkFields; readonly right: LinkFields } {
	const all = Object.entries(fields);
	const left = Object.fromEntries(all.filter(([key]) => !key.startsWith(RIGHT)));
	const usual = new Set(fields[USUAL]?.split(',') ?? []);
	const kept = Object.entries(left).filter(([key]) => SHARED.has(key) || !usual.has(key));
	const own = all.flatMap(([key, value]) => {
		const name = key.slice(RIGHT.length);
		return key.startsWith(RIGHT) && key !== USUAL && !SHARED.has(name) ? [[name, value] as const] : [];
	});
	return { left, right: { ...Object.fromEntries(kept), ...Object.fromEntries(own) } };
}
