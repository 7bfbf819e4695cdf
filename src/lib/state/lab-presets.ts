import { startValues, withSetting, type LabSetting, type LabValues } from './lab-params.ts';

/** What a second run does differently: one setting, and its value as a link writes it. */
export interface Difference {
	readonly setting: LabSetting;
	readonly value: string;
}

/** A set-up worth running: what it changes of the start, and what a second run beside it does differently. */
export interface Preset {
	readonly settings: Partial<Record<LabSetting, string>>;
	readonly against?: Difference;
}

/** Every preset by its name; the first is what opens. */
export const PRESETS = {
	induction: { settings: {} },
	'one-layer': { settings: {}, against: { setting: 'layers', value: '1' } },
	'no-positions': { settings: { steps: '300' }, against: { setting: 'positions', value: 'none' } },
	warmup: {
		settings: { rate: '0.02', warmup: '100', clip: '0', norm: 'post', steps: '300' },
		against: { setting: 'warmup', value: '0' }
	},
	clipping: {
		settings: { task: 'sort', optimizer: 'sgd', rate: '1', clip: '1', warmup: '0', decay: '0', steps: '300' },
		against: { setting: 'clip', value: '0' }
	},
	smoothing: {
		settings: { task: 'copy', smoothing: '0.1', steps: '200' },
		against: { setting: 'smoothing', value: '0' }
	},
	dropout: {
		settings: { task: 'line', steps: '300', 'drop-attention': '0.2', 'drop-ffn': '0.2' },
		against: { setting: 'drop-attention', value: '0' }
	},
	story: { settings: { task: 'line', steps: '300' } }
} as const satisfies Record<string, Preset>;

/** The name of a preset. */
export type PresetName = keyof typeof PRESETS;

/** Every preset's name. */
// Object.keys forgets that these are exactly the table's own keys.
export const PRESET_NAMES = Object.keys(PRESETS) as readonly PresetName[];

/** The values that a preset sets, all others at their start. */
export function presetValues(name: PresetName): LabValues {
	const { settings }: Preset = PRESETS[name];
	let values = startValues();
	// The table's keys are settings; a task comes first and brings its size.
	for (const [setting, text] of Object.entries(settings)) values = withSetting(values, setting as LabSetting, text);
	return values;
}
