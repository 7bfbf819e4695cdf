/** Each choice of a reader, as a change of the whole state. Values from controls are held to the ranges of links. */
import { isOwnModel } from '#engine/own-model.ts';
import type { Sampling } from '#engine/protocol.ts';
import type { Param, Schema } from '#params/param.ts';
import type { AnyPoint, Focus, Try } from '#points/define.ts';
import { FIELDS, PLACE, type PointParams, type ReaderState } from './reader.ts';

/** Another text; what was generated after the old one does not belong to it. */
export function withText(state: ReaderState, text: string): ReaderState {
	return text === state.text ? state : { ...state, text: text.toWellFormed(), count: 0 };
}

/** Another model; one that is neither offered nor the reader's own changes nothing. */
export function withModel(state: ReaderState, model: string, offered: readonly { readonly id: string }[]): ReaderState {
	return isOwnModel(model) || offered.some(({ id }) => id === model) ? { ...state, model } : state;
}

/** Another focus, as far as it is named. */
export function withFocus(state: ReaderState, focus: Partial<Focus>): ReaderState {
	return {
		...state,
		layer: held(FIELDS.layer, focus.layer) ?? state.layer,
		head: held(FIELDS.head, focus.head) ?? state.head,
		query: held(PLACE, focus.query) ?? state.query,
		key: held(PLACE, focus.key) ?? state.key
	};
}

/** The focus that a run has in place of the one that was wished; what was not wished stays open. */
export function withinRun(state: ReaderState, focus: Focus): ReaderState {
	const { layer, head, query, key } = focus;
	return {
		...state,
		layer,
		head,
		query: state.query === undefined ? undefined : query,
		key: state.key === undefined ? undefined : key
	};
}

/** Another way of drawing tokens, as far as it is named. */
export function withSampling(state: ReaderState, { temperature, topK, topP, seed }: Partial<Sampling>): ReaderState {
	return {
		...state,
		temperature: held(FIELDS.temperature, temperature) ?? state.temperature,
		topK: held(FIELDS.topK, topK) ?? state.topK,
		topP: held(FIELDS.topP, topP) ?? state.topP,
		seed: held(FIELDS.seed, seed) ?? state.seed
	};
}

/** Other parameters of a point; a name or a value that its schema does not know changes nothing. */
export function withParams(
	state: ReaderState,
	point: Pick<AnyPoint, 'id' | 'params'> | undefined,
	params: PointParams
): ReaderState {
	if (!point) return state;
	const known = Object.entries(params).flatMap(([name, value]) => {
		const param = Object.hasOwn(point.params, name) ? point.params[name] : undefined;
		const kept = param && held(param, value);
		return kept === undefined ? [] : [[name, kept] as const];
	});
	const chosen = { ...state.params[point.id], ...Object.fromEntries(known) };
	return { ...state, params: { ...state.params, [point.id]: chosen } };
}

/** A point's panel opened where it was folded, folded where it was open. */
export function withToggled(state: ReaderState, id: string): ReaderState {
	const isOpen = state.open.includes(id);
	return { ...state, open: isOpen ? state.open.filter((other) => other !== id) : [...state.open, id] };
}

/** The points whose panels are open: one that is shown alone is too; where one is shown at a time, the one that is read. */
export function openOn(
	{ open, reading, max }: Pick<ReaderState, 'open' | 'reading' | 'max'>,
	points: readonly Pick<AnyPoint, 'id'>[],
	isOne: boolean
): readonly string[] {
	if (!isOne) return max === undefined || open.includes(max) ? open : [...open, max];
	const read = points.find(({ id }) => id === reading) ?? points.find(({ id }) => open.includes(id)) ?? points[0];
	return read ? [read.id] : [];
}

/** What a point suggests: what it does not name stays as it is. */
export function withTry(
	state: ReaderState,
	point: Pick<AnyPoint, 'id' | 'params'> | undefined,
	{ model, text, focus = {}, params = {}, sampling = {}, generate, opens }: Try<Schema>,
	offered: readonly { readonly id: string }[]
): ReaderState {
	const read = withModel(state, model ?? state.model, offered);
	const spoken = text === undefined ? read : withText(read, text);
	const drawn = withSampling(withFocus(spoken, focus), sampling);
	const changed = withParams(opens && point ? withOpened(drawn, point.id) : drawn, point, params);
	return { ...changed, count: held(FIELDS.count, generate) ?? changed.count };
}

/** A point's panel open, and its text read. */
function withOpened(state: ReaderState, id: string): ReaderState {
	return { ...state, open: state.open.includes(id) ? state.open : [...state.open, id], reading: id };
}

/** A value as a link would hold it; undefined for none, and for one of another kind. */
function held<T>(param: Param<T>, value: T | undefined): T | undefined {
	return value === undefined ? undefined : param.read(param.write(value));
}
