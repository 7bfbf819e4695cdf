import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLab, startSetup, writeLab } from './lab-link.ts';
import { LAB_PARAMS, LAB_SETTINGS, settingsOf, startValues, withSetting, type Preset } from '#points/lab-params.ts';
import { PRESET_NAMES, PRESETS, presetValues } from './lab-presets.ts';

test('the start needs no query', () => expect(writeLab(startSetup())).toBe(''));

test.each(PRESET_NAMES)('the preset %s comes back from its link', (name) => {
	const { against }: Preset = PRESETS[name];
	const setup = { ...startSetup(), values: presetValues(name), against, layer: 0, at: 20 };
	expect(readLab(writeLab(setup))).toEqual({ ...setup, backend: undefined });
});

test.each(PRESET_NAMES)('the preset %s sets only values that its settings have', (name) => {
	const { settings, against }: Preset = PRESETS[name];
	const all = [...Object.entries(settings), ...(against ? [[against.setting, against.value] as const] : [])];
	// The table's keys are settings.
	for (const [setting, text] of all) expect(LAB_PARAMS[setting as 'task'].read(text)).toBeDefined();
});

test('the second run differs in exactly the one setting', () => {
	const values = presetValues('one-layer');
	const [a, b] = [settingsOf(values), settingsOf(withSetting(values, 'layers', '1'))];
	expect({ ...b, model: { ...b.model, layers: a.model.layers } }).toEqual(a);
});

test('any query opens something, and what opens comes back from its link', () => {
	const pair = fc.tuple(fc.constantFrom(...LAB_SETTINGS, 'against', 'layer', 'head', 'at'), fc.string());
	fc.assert(
		fc.property(fc.array(pair), (pairs) => {
			const setup = readLab(`?${new URLSearchParams(pairs).toString()}`);
			expect(readLab(writeLab(setup))).toEqual(setup);
		})
	);
});

test('data and seed cannot be what differs', () => {
	expect(readLab('?against=seed:3').against).toBeUndefined();
	expect(readLab('?against=layers:1').against).toEqual({ setting: 'layers', value: '1' });
});

test('another task comes with a size of its own', () => {
	expect(withSetting(startValues(), 'task', 'addition').size).toBe(2);
});

const RELEASED = readFileSync('tests/golden/lab-links.txt', 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => line.split('\t'));

test.each(RELEASED)('the released link %s still opens what it did', (link = '', difference = '') => {
	const start = { ...startSetup(), at: undefined, backend: undefined };
	// Written by hand beside each link.
	const { values = {}, ...rest } = JSON.parse(difference) as { values?: object };
	expect(readLab(new URL(link, 'https://example.org').search)).toEqual({
		...start,
		...rest,
		values: { ...start.values, ...values }
	});
});

test('a link of an experiment says how it differs from that, and that there is no second run', () => {
	const start = startSetup({ settings: { task: 'reverse', size: '8' }, against: { setting: 'clip', value: '0' } });
	expect(writeLab(start, start)).toBe('');
	const alone = { ...start, against: undefined, at: undefined, backend: undefined };
	expect(writeLab(alone, start)).toBe('?v=1&against=none');
	expect(readLab(writeLab(alone, start), start)).toEqual(alone);
});
