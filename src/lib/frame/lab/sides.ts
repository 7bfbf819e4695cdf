import type { Language, Say } from '#points/define.ts';
import { sidesOf, type Lab } from '#state/lab.svelte.ts';
import { settingNames, valueNames } from './setting-words.ts';
import type { lab as words } from './words.ts';

/** What the two runs differ in, named from the settings; empty for a single run. */
export function sidesSaid(lab: Lab, say: Say<typeof words>, language: Language): string {
	if (!lab.against) return '';
	const [a, b] = sidesOf(lab.values, lab.against).map((value) => valueNames[value]?.[language] ?? value);
	return say.sides(settingNames[lab.against.setting][language], a ?? '', b ?? '');
}
