import { startValues, withSettings, type LabValues, type Preset } from '#points/lab-params.ts';

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
		settings: { task: 'copy', texts: '32', steps: '300', 'drop-attention': '0.3' },
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
	return withSettings(startValues(), PRESETS[name].settings);
}
