/** The lab's set-up as a readable query: only what differs from the start, nothing of it trusted. */
import type { BackendName } from '#engine/protocol.ts';
import {
	LAB_PARAMS,
	COMPARABLE,
	LAB_SETTINGS,
	startValues,
	withSetting,
	withSettings,
	written,
	type Difference,
	type LabSetting,
	type LabValues,
	type Preset
} from '#points/lab-params.ts';
import { readBackend } from './reader.ts';

/** All of the lab that a link holds. */
export interface LabSetup {
	readonly values: LabValues;
	readonly against?: Difference | undefined;
	/** Which head is looked at. */
	readonly layer: number;
	readonly head: number;
	/** Which step is looked at; the newest while undefined. */
	readonly at?: number | undefined;
	/** The backend that the link insists on. */
	readonly backend?: BackendName | undefined;
}

/** What opens before anything is changed: the lab's own start, or a preset's. The head that comes to look back is in the second layer. */
export function startSetup(preset: Preset = { settings: {} }): LabSetup {
	return { values: withSettings(startValues(), preset.settings), against: preset.against, layer: 1, head: 0 };
}

/** A set-up's query, with its question mark: how it differs from the start, and empty for the start itself. */
export function writeLab({ values, against, layer, head, at, backend }: LabSetup, start = startSetup()): string {
	const query = new URLSearchParams();
	const sizes = values.task === start.values.task ? start.values : withSetting(start.values, 'task', values.task);
	for (const name of LAB_SETTINGS) {
		const text = written(values, name);
		if (text !== written(name === 'size' ? sizes : start.values, name)) query.set(name, text);
	}
	if (differenceText(against) !== differenceText(start.against)) query.set('against', differenceText(against));
	if (layer !== start.layer) query.set('layer', String(layer));
	if (head !== start.head) query.set('head', String(head));
	if (at !== undefined) query.set('at', String(at));
	if (backend) query.set('backend', backend);
	const text = query.toString();
	return text ? `?v=1&${text.replaceAll('%3A', ':')}` : '';
}

/** Reads a query; what it does not understand stays as at the start. */
export function readLab(search: string, start = startSetup()): LabSetup {
	const query = new URLSearchParams(search);
	let values = start.values;
	for (const name of LAB_SETTINGS) {
		const text = query.get(name);
		if (text !== null) values = withSetting(values, name, text);
	}
	const [layer = start.layer, head = start.head, at] = ['layer', 'head', 'at'].map((name) => countIn(query.get(name)));
	return {
		values,
		against: readDifference(query.get('against'), start.against),
		layer,
		head,
		at,
		backend: readBackend(query.get('backend'))
	};
}

function countIn(text: string | null): number | undefined {
	return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

function differenceText(against: Difference | undefined): string {
	return against ? `${against.setting}:${against.value}` : 'none';
}

function readDifference(text: string | null, start: Difference | undefined): Difference | undefined {
	if (text === 'none') return undefined;
	const [name = '', value = ''] = (text ?? '').split(':');
	const setting = COMPARABLE.find((known) => known === name);
	return setting && isValue(setting, value) ? { setting, value } : start;
}

function isValue(setting: LabSetting, text: string): boolean {
	return LAB_PARAMS[setting].read(text) !== undefined;
}
