/**
 * The codec of links: what the reader has chosen, as the shortest readable address that restores it.
 *
 * A field that is as at the start is left out. Reading never throws: what is not understood falls back to the start, what
 * is out of range is moved into it, and a notice says so. Released keys never change their meaning.
 */
import { choice, cut } from '#params/kinds.ts';
import type { Param, Schema } from '#params/param.ts';
import type { AnyPoint } from '#points/define.ts';
import { isOwnModel } from '#engine/own-model.ts';
import { BACKENDS } from '#engine/protocol.ts';
import { readEdits } from './edit-schema.ts';
import type { Notice } from './notices.ts';
import { packFields, unpackFields, type LinkFields } from './pack.ts';
import { FIELDS, LOOKS, LOOK_NAMES, MOST_TEXT, PLACE, REGIONS, type PointParams, type ReaderState } from './reader.ts';

/** A link: what follows the page's address. */
export interface Link {
	readonly search: string;
	readonly hash: string;
}

/** What a link was read as, and what was not understood. */
export interface ReadLink {
	readonly state: ReaderState;
	readonly notices: readonly Notice[];
}

/** A readable address longer than this is packed: chats and slides cut longer ones. */
const MOST_READABLE = 1500;

/** All fields that a link holds, readable and packed; undefined where the packed part is damaged. Never throws. */
export async function fieldsOf({ search, hash }: Link): Promise<LinkFields | undefined> {
	const packed = hash.startsWith('#z=') ? await unpackFields(hash.slice(3)) : {};
	return packed && { ...Object.fromEntries(new URLSearchParams(search)), ...packed };
}

/** The link that holds these fields: readable, or packed where that is too long and can be. */
export async function linkOf({ v: _version, ...fields }: LinkFields): Promise<Link> {
	const search = searchOf(fields);
	const packed = search.length > MOST_READABLE ? await packFields(fields) : undefined;
	return packed === undefined ? { search, hash: '' } : { search: '?v=1', hash: `#z=${packed}` };
}

type Plain = Exclude<keyof ReaderState, 'params'>;

type Field = readonly [key: string, name: Plain, param: Param<unknown>];

/** True for a link that says nothing of any point: it can be read before the points are at hand. */
export function namesNoPoint({ search, hash }: Link): boolean {
	const keys = [...new URLSearchParams(search).keys()];
	return !hash.startsWith('#z=') && !keys.some((key) => key.includes('.') || ['open', 'p', 'max'].includes(key));
}

/** Reads and writes links to a set of points and models. */
export class LinkCodec {
	readonly #start: ReaderState;
	readonly #models: readonly { readonly id: string }[];
	#points: readonly Pick<AnyPoint, 'id' | 'params'>[] = [];
	#fields: readonly Field[] = [];

	constructor(
		start: ReaderState,
		models: readonly { readonly id: string }[],
		points: readonly Pick<AnyPoint, 'id' | 'params'>[]
	) {
		this.#start = start;
		this.#models = models;
		this.know(points);
	}

	/** Reads and writes links to these points from now on. */
	know(points: readonly Pick<AnyPoint, 'id' | 'params'>[]): void {
		const [start, models] = [this.#start, this.#models];
		this.#points = points;
		this.#fields = [
			[
				'm',
				'model',
				modelAmong(
					start.model,
					models.map(({ id }) => id)
				)
			],
			['t', 'text', FIELDS.text],
			['l', 'layer', FIELDS.layer],
			['h', 'head', FIELDS.head],
			['q', 'query', PLACE],
			['k', 'key', PLACE],
			['n', 'count', FIELDS.count],
			['temp', 'temperature', FIELDS.temperature],
			['topk', 'topK', FIELDS.topK],
			['topp', 'topP', FIELDS.topP],
			['seed', 'seed', FIELDS.seed],
			['open', 'open', ids(points.map(({ id }) => id))],
			[
				'p',
				'reading',
				choice<string>(
					'',
					points.map(({ id }) => id)
				)
			],
			['backend', 'backend', choice<string>('cpu', BACKENDS)],
			...LOOK_NAMES.map((name) => [name, name, choice<string>(LOOKS[name][0], LOOKS[name])] as const),
			['hide', 'hide', ids(REGIONS)],
			[
				'max',
				'max',
				choice<string>(
					'',
					points.map(({ id }) => id)
				)
			],
			['e', 'edits', { kind: 'text', start: [], read: readEdits, write: (edits) => JSON.stringify(edits) }]
		];
	}

	/** The fields in which a state differs from the start. */
	fields(state: ReaderState): LinkFields {
		const fields: Record<string, string> = {};
		for (const [key, name, param] of this.#fields) {
			const written = writeField(param, state[name]);
			if (written !== undefined && written !== writeField(param, this.#start[name])) fields[key] = written;
		}
		for (const { id, params } of this.#points)
			for (const [name, param] of Object.entries(params)) {
				const value = state.params[id]?.[name];
				const written = writeField(param, value);
				if (written !== undefined && written !== param.write(param.start)) fields[`${id}.${name}`] = written;
			}
		return fields;
	}

	/** The readable form of a state, however long. */
	readable(state: ReaderState): string {
		return searchOf(this.fields(state));
	}

	/** True when a readable form is too long for an address. */
	isLong(readable: string): boolean {
		return readable.length > MOST_READABLE;
	}

	/** The link to a state: readable, or packed where that is too long. `left` names the fields that even so had no room. */
	async write(state: ReaderState): Promise<Link & { readonly left: readonly string[] }> {
		const fields = { ...this.fields(state) };
		const left: string[] = [];
		for (;;) {
			const search = searchOf(fields);
			if (!this.isLong(search)) return { search, hash: '', left };
			const packed = await packFields(fields);
			if (packed !== undefined) return { search: '?v=1', hash: `#z=${packed}`, left };
			const [longest = ''] = Object.entries(fields).toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
			left.push(longest);
			delete fields[longest];
		}
	}

	/** What an address means. Never throws. */
	async read({ search, hash }: Link): Promise<ReadLink> {
		const notices: Notice[] = [];
		const packed = hash.startsWith('#z=') ? await unpackFields(hash.slice(3)) : {};
		if (!packed) notices.push({ code: 'link-damaged', what: '' });
		const fields = new Map([...new URLSearchParams(search), ...Object.entries(packed ?? {})]);
		const version = fields.get('v');
		if (version !== undefined && version !== '1') notices.push({ code: 'link-newer', what: version });
		return { state: { ...this.#plain(fields, notices), params: this.#params(fields, notices) }, notices };
	}

	#plain(fields: ReadonlyMap<string, string>, notices: Notice[]): ReaderState {
		const chosen = this.#fields.flatMap(([key, name, param]) => {
			const written = fields.get(key);
			const value = written === undefined ? undefined : readField(key, param, written, notices);
			return value === undefined ? [] : [[name, value] as const];
		});
		// Each field's parameter reads values of that field's type: the table above pairs them.
		return { ...this.#start, ...(Object.fromEntries(chosen) as Partial<ReaderState>) };
	}

	#params(fields: ReadonlyMap<string, string>, notices: Notice[]): Record<string, PointParams> {
		const chosen: Record<string, Record<string, unknown>> = {};
		for (const [key, written] of fields) {
			const dot = key.indexOf('.');
			if (dot < 0) continue;
			const [id, name] = [key.slice(0, dot), key.slice(dot + 1)];
			const schema: Schema = this.#points.find((point) => point.id === id)?.params ?? {};
			const param = Object.hasOwn(schema, name) ? schema[name] : undefined;
			if (!param) notices.push({ code: 'link-unknown', what: key });
			const value = param && readField(key, param, written, notices);
			if (value !== undefined && param?.write(value) !== param?.write(param.start)) (chosen[id] ??= {})[name] = value;
		}
		return chosen;
	}
}

function readField(key: string, param: Param<unknown>, written: string, notices: Notice[]): unknown {
	const value = param.read(written);
	if (value === undefined)
		notices.push({ code: key === 'm' ? 'model-unlisted' : 'link-value', what: `${key}=${written}` });
	else if (param.kind === 'number' && value !== Number(written))
		notices.push({ code: 'link-range', what: `${key}=${written}` });
	else if (key === 't' && written.length > MOST_TEXT) notices.push({ code: 'text-cut', what: '' });
	else if ((key === 'open' || key === 'hide') && param.write(value) !== written)
		notices.push({ code: 'link-unknown', what: `${key}=${written}` });
	return value;
}

/** A field's value in a link; none for a value that is absent. A text is written as far as a link carries it. */
function writeField(param: Param<unknown>, value: unknown): string | undefined {
	if (value === undefined) return undefined;
	const written = param.write(value);
	return typeof value === 'string' ? cut(written.toWellFormed(), MOST_TEXT) : written;
}

/** A model of those that are offered, or one of a reader's own: whether it is in this browser turns out when it is asked for. */
function modelAmong(start: string, offered: readonly string[]): Param<string> {
	const listed = choice<string>(start, offered);
	return { ...listed, read: (written) => (isOwnModel(written) ? written : listed.read(written)) };
}

/** Known names, in the order given; a link's unknown ones are left out. */
function ids(known: readonly string[]): Param<readonly string[]> {
	return {
		kind: 'text',
		start: known,
		read: (written) => known.filter((id) => written.split(',').includes(id)),
		write: (open) => known.filter((id) => open.includes(id)).join(',')
	};
}

/** Fields as a query that people can read: what need not be escaped is not. */
function searchOf(fields: LinkFields): string {
	const written = Object.entries(fields).map(([key, value]) => `&${key}=${escaped(value)}`);
	return `?v=1${written.join('')}`;
}

function escaped(value: string): string {
	return encodeURIComponent(value.toWellFormed())
		.replaceAll('%20', '+')
		.replace(/%(2C|3A|2F|3B|40|24)/g, (code) => decodeURIComponent(code));
}
