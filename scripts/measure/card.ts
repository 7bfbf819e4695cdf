/** Writes what was measured into a model's card, and leaves the rest of the card as it is. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LABEL_FROM } from '../../src/lib/engine/heads/labels.ts';
import type { AbilityFigures, HeadFigures, PositionFigures } from '../../src/lib/frame/catalog/card.ts';
import { EACH } from './heads.ts';
import { TARGETS } from './targets.ts';

/** All that is measured of a model. */
export interface Measures {
	readonly abilities: readonly AbilityFigures[];
	readonly heads: readonly HeadFigures[];
	readonly positions: PositionFigures;
}

/** The card with what was measured; `weights` is the SHA-256 of the file that it was measured on. */
export function measuredCard(
	card: Readonly<Record<string, unknown>>,
	{ abilities, heads, positions }: Measures,
	weights: string
): Record<string, unknown> {
	const moving = ({ scores }: HeadFigures) => scores['name-mover'] ?? 0;
	const [mover] = heads.toSorted((a, b) => moving(b) - moving(a));
	return rounded({
		...card,
		// The head that a first visit looks at: the strongest name mover, where one deserves the name.
		...(mover && moving(mover) >= LABEL_FROM['name-mover'] ? { start: { layer: mover.layer, head: mover.head } } : {}),
		abilities: abilities.map((one) => ({ ...one, ...targetOf(one) })),
		heads,
		positions,
		// Without the same weights, these figures are another model's.
		measured: { weights, texts: EACH }
	});
}

/** Measures into `card.json` of a folder. */
export function writeCard(folder: string, measures: Measures): void {
	const file = join(folder, 'card.json');
	const weights = createHash('sha256')
		.update(readFileSync(join(folder, 'model.safetensors')))
		.digest('hex');
	// Our own file, written by `training/export.py`.
	const card = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	writeFileSync(file, `${JSON.stringify(measuredCard(card, measures, weights), null, 1)}\n`);
}

function targetOf({ ability }: AbilityFigures): { readonly target?: number } {
	const target = TARGETS[ability];
	return target === undefined ? {} : { target };
}

/** Every number in four decimals: finer than any of them is known. */
function rounded<T>(value: T): T {
	// Numbers stay numbers, and all else stays what it is.
	return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
		typeof one === 'number' ? Math.round(one * 1e4) / 1e4 : one
	) as T;
}
