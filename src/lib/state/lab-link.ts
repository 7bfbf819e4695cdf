/** The lab's set-up as a readable query: only what differs from the start, nothing of it trusted. */
import type { BackendName } from '#engine/protocol.ts';
import {
	LAB_PARAMS,
	COMPARABLE,
	LAB_SETTINGS,
	startValues,
	withSetting,
	written,
	type Difference,
	type LabSetting,
	type LabValues
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

/** The lab before anything is changed: the head that comes to look back is in the second layer. */
export function startSetup(): LabSetup {
	return { values: startValues(), layer: 1, head: 0 };
}

/** A set-up's query, with its question mark; empty for the start. */
export function writeLab({ values, against, layer, head, at, backend }: LabSetup): string {
	const query = new URLSearchParams();
	const start = startSetup();
	const sizes = withSetting(start.values, 'task', values.task);
	for (const name of LAB_SETTINGS) {
		const text = written(values, name);
		if (text !== written(name === 'size' ? sizes : start.values, name)) query.set(name, text);
	}
	if (against) query.set('against', `${against.setting}:${against.value}`);
	if (layer !== start.layer) query.set('layer', String(layer));
	if (head !== start.head) query.set('head', String(head));
	if (at !== undefined) query.set('at', String(at));
	if (backend) query.set('backend', backend);
	const text = query.toString();
	return text ? `?v=1&${text.replaceAll('%3A', ':')}` : '';
}

/** Reads a query; what it does not understand stays as at the start. */
export function readLab(search: string): LabSetup {
	const query = new URLSearchParams(search);
	const start = startSetup();
	let values = start.values;
	for (const name of LAB_SETTINGS) {
		const text = query.get(name);
		if (text !== null) values = withSetting(values, name, text);
	}
	const [layer = start.layer, head = start.head, at] = ['layer', 'head', 'at'].map((name) => countIn(query.get(name)));
	return {
		values,
		against: readDifference(query.get('against')),
		layer,
		head,
		at,
		backend: readBackend(query.get('backend'))
	};
}

function countIn(text: string | null): number | undefined {
	return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

function readDifference(text: string | null): Difference | undefined {
	const [name = '', value = ''] = (text ?? '').split(':');
	const setting = COMPARABLE.find((known) => known === name);
	return setting && isValue(setting, value) ? { setting, value } : undefined;
}

function isValue(setting: LabSetting, text: string): boolean {
	return LAB_PARAMS[setting].read(text) !== undefined;
}
