/** What points suggest, as states and as links: whether the one is all in the other. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Schema } from '#params/param.ts';
import type { AnyPoint, Try } from '#points/define.ts';
import { points } from '#points/registry.ts';
import type { ModelChoice } from '#state/choosing.svelte.ts';
import { withTry } from '#state/choices.ts';
import { LinkCodec, linkOf } from '#state/link.ts';
import type { LinkFields } from '#state/pack.ts';
import { startOf, type ReaderState } from '#state/reader.ts';

/** The models that ship, the first the default. */
const MODELS = readdirSync('static/models')
	.sort()
	.map((id) => {
		// Our own files, written by `training/export.py`.
		const card = JSON.parse(readFileSync(`static/models/${id}/card.json`, 'utf8')) as Pick<ModelChoice, 'start'>;
		return { id, start: card.start };
	});

/** What a first visit shows. */
export const START: ReaderState = { ...startOf(MODELS, points), ...MODELS[0]?.start };

const codec = new LinkCodec(START, MODELS, points);

/** The state that a suggestion leads to from the start, without parameters that are as at their start. */
export function after(point: AnyPoint, suggestion: Try<Schema>): ReaderState {
	const state = withTry(START, point, suggestion, MODELS);
	const chosen = Object.entries(state.params[point.id] ?? {}).filter(([name, value]) => !isStart(point, name, value));
	return { ...state, params: chosen.length > 0 ? { [point.id]: Object.fromEntries(chosen) } : {} };
}

/** What the fields of a link mean, and what of them is not understood. */
export async function opened(fields: LinkFields) {
	return codec.read(await linkOf(fields));
}

/** The state that another reader gets by the link of this one. */
export async function restored(state: ReaderState) {
	return codec.read(await codec.write(state));
}

/** What of a state a suggestion names. */
export function named(point: AnyPoint, suggestion: Try<Schema>): Partial<ReaderState> {
	const { focus, sampling, params = {}, text, generate: count, model } = suggestion;
	const plain = Object.entries({ ...focus, ...sampling, text, count, model }).filter(
		([, value]) => value !== undefined
	);
	const chosen = Object.entries(params).filter(([name, value]) => !isStart(point, name, value));
	return {
		...Object.fromEntries(plain),
		...(chosen.length > 0 && { params: { [point.id]: Object.fromEntries(chosen) } })
	};
}

function isStart(point: AnyPoint, name: string, value: unknown): boolean {
	const param = point.params[name];
	return param !== undefined && param.write(value) === param.write(param.start);
}
