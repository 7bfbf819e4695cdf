/** What the reader has chosen: everything that a link holds, and nothing else. */
import { BACKENDS, type BackendName } from '#engine/protocol.ts';
import type { Edit } from '#engine/edits.ts';
import { number, text } from '#params/kinds.ts';
import type { AnyPoint } from '#points/define.ts';

/**
 * How the page looks, setting by setting; the first of each holds where neither a link nor the reader says otherwise.
 *
 * `digits` is a number of decimals, after an `e` where every number is written with a power of ten. Links use these words:
 * they only grow. The palettes are those of `theme/palettes.ts`.
 */
export const LOOKS = {
	/** `system` follows the reader's device. */
	theme: ['system', 'light', 'dark', 'projector'],
	colors: ['teal', 'viridis', 'cividis', 'grey'],
	signs: ['blue-rust', 'purple-orange', 'teal-brown', 'green-pink'],
	digits: ['auto', '1', '2', '3', '4', '5', '6', 'e', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6'],
	motion: ['system', 'reduce']
} as const;

/** The name of a setting of the look. */
export type LookName = keyof typeof LOOKS;

/** The look of the page, whole. */
export type Look = { readonly [Name in LookName]: (typeof LOOKS)[Name][number] };

/** The names of the settings of the look. */
// Object.keys forgets the names of a type that is closed.
export const LOOK_NAMES = Object.keys(LOOKS) as LookName[];

/** A theme of the page. */
export type Theme = Look['theme'];

/** The parts of a page that a link may leave out. Links use these words: they only grow. */
export const REGIONS = [
	'header',
	'text',
	'examples',
	'next',
	'heads',
	'generate',
	'reading',
	'predict',
	'actions',
	'folded',
	'export'
] as const;

/** A part of a page that a link may leave out. */
export type Region = (typeof REGIONS)[number];

/** Parameters of one point, by name. */
export type PointParams = Readonly<Record<string, unknown>>;

/** The reader's choices. An absent query is the last token, an absent key the one it looks at most. */
export interface ReaderState {
	readonly model: string;
	readonly text: string;
	readonly layer: number;
	readonly head: number;
	readonly query: number | undefined;
	readonly key: number | undefined;
	/** Tokens to generate after the text. */
	readonly count: number;
	readonly temperature: number;
	readonly topK: number;
	readonly topP: number;
	readonly seed: number;
	/** Points whose panels are open, by id. */
	readonly open: readonly string[];
	/** The point whose text is read, by id; absent for the first that is open. */
	readonly reading: string | undefined;
	/** Forced by a link or by the reader; absent means the reader's setting, else the best one. */
	readonly backend: BackendName | undefined;
	/** Set by a link or by the reader; an absent one means the reader's setting. */
	readonly theme: Look['theme'] | undefined;
	readonly colors: Look['colors'] | undefined;
	readonly signs: Look['signs'] | undefined;
	readonly digits: Look['digits'] | undefined;
	readonly motion: Look['motion'] | undefined;
	/** Parts of the page that are not shown, such as "heads". */
	readonly hide: readonly Region[];
	/** The point whose panel alone is shown, as large as the window, by id. */
	readonly max: string | undefined;
	/** What differs from each point's start, by the point's id. */
	readonly params: Readonly<Record<string, PointParams>>;
	readonly edits: readonly Edit[];
}

/** Most tokens that a run generates. */
export const MOST_GENERATED = 64;

/** Most characters of text that a link carries. */
export const MOST_TEXT = 2000;

const whole = (start: number, max: number) => number(start, { min: 0, max, step: 1 });

/** The start of everything that is a number or a text, and the range a link may name. Released links rely on each start. */
export const FIELDS = {
	text: text('When Mary and John went to the park, John gave a ball to', { max: MOST_TEXT }),
	layer: whole(0, 999),
	head: whole(0, 999),
	count: whole(0, MOST_GENERATED),
	temperature: number(1, { min: 0, max: 5, step: 0.05 }),
	topK: whole(0, 1_000_000),
	topP: number(1, { min: 0, max: 1, step: 0.01 }),
	seed: whole(0, 2 ** 32 - 1)
} as const;

/** The range of a query or key that a link names; the run's own length limits it further. */
export const PLACE = whole(0, 9999);

/** The five points that a first visit opens. */
const FIRST_OPEN: readonly string[] = ['self-attention', 'causal-mask', 'kv-cache', 'rope', 'scaling'];

/** What a first visit shows, and what a link leaves out; where not all `points` are at hand yet, none are given. */
export function startOf(
	models: readonly { readonly id: string }[],
	points?: readonly Pick<AnyPoint, 'id'>[]
): ReaderState {
	return {
		model: models[0]?.id ?? '',
		text: FIELDS.text.start,
		layer: FIELDS.layer.start,
		head: FIELDS.head.start,
		query: undefined,
		key: undefined,
		count: FIELDS.count.start,
		temperature: FIELDS.temperature.start,
		topK: FIELDS.topK.start,
		topP: FIELDS.topP.start,
		seed: FIELDS.seed.start,
		open: FIRST_OPEN.filter((id) => points?.some((point) => point.id === id) ?? true),
		reading: undefined,
		backend: undefined,
		theme: undefined,
		colors: undefined,
		signs: undefined,
		digits: undefined,
		motion: undefined,
		hide: [],
		max: undefined,
		params: {},
		edits: []
	};
}

/** All parameters of a point: the reader's where there are any, else their starts. */
export function fullParams(point: Pick<AnyPoint, 'params'>, chosen: PointParams = {}): PointParams {
	return Object.fromEntries(
		Object.entries(point.params).map(([name, { start }]) => [name, Object.hasOwn(chosen, name) ? chosen[name] : start])
	);
}

/** A name of a backend, or undefined. */
export function readBackend(text: string | null | undefined): BackendName | undefined {
	return BACKENDS.find((name) => name === text);
}

/** The words of a setting of the look, the usual one first. */
export function lookWords<Name extends LookName>(name: Name): readonly [Look[Name], ...Look[Name][]] {
	// The table has each name's own words under it: the compiler forgets that for a name it does not know yet.
	return LOOKS[name] as unknown as readonly [Look[Name], ...Look[Name][]];
}

/** A word of a setting of the look, or undefined. */
export function readLook<Name extends LookName>(name: Name, text: string | null | undefined): Look[Name] | undefined {
	return lookWords(name).find((word) => word === text);
}
