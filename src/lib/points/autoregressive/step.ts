/** One step of generation, close up: the model's distribution, what sampling makes of it, and where the draw falls. */
import type { Ranked } from '#marks/ranking.ts';
import { uniformAt } from '#num/random.ts';
import { entropyBits, softmax, topIndices } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';
import { chancesOf, fallOf, type Chances } from './chances.ts';
import type { Column } from './tree.ts';

const SHOWN = 8;
/** The narrowest piece of the line that is drawn. */
const NARROWEST = 0.004;

/** A piece of the line from 0 to 1 that belongs to one token. */
export interface Stretch {
	readonly id: number;
	readonly label: string;
	readonly from: number;
	readonly width: number;
}

/** A step, close up. */
export interface Step {
	readonly column: Column;
	/** Chances of being drawn; `other` is the model's own probability. */
	readonly rows: readonly Ranked[];
	readonly bits: { readonly model: number; readonly drawn: number };
	/** The pieces wide enough to see, in the order of the vocabulary. */
	readonly line: readonly Stretch[];
	/** Where the seed's number for this step falls; undefined where the text itself gave the token. */
	readonly fall: Fall | undefined;
}

/** A number from 0 to 1, and the piece of the line that it falls on. */
export interface Fall extends Stretch {
	readonly u: number;
	/** The step's number, from 0. */
	readonly index: number;
}

/** A column's step, close up. */
export function stepOf(column: Column, logits: Float32Array, run: RunFacts): Step {
	const chances = chancesOf(logits, run.sampling);
	const model = softmax(logits);
	const label = (id: number) => run.vocabulary[id] ?? String(id);
	return {
		column,
		rows: topIndices(logits, SHOWN).map((id) => ({
			label: shown(label(id)),
			value: chances.drawn[id] ?? 0,
			other: model[id] ?? 0
		})),
		bits: { model: entropyBits(model), drawn: entropyBits(chances.drawn) },
		line: lineOf(chances, label),
		fall: column.origin === 'given' ? undefined : fallAt(column.pos - run.promptLength, chances, run)
	};
}

function lineOf({ drawn }: Chances, label: (id: number) => string): Stretch[] {
	const stretches: Stretch[] = [];
	let from = 0;
	for (const [id, width] of drawn.entries()) {
		if (width >= NARROWEST) stretches.push({ id, label: shown(label(id)), from, width });
		from += width;
	}
	return stretches;
}

function fallAt(index: number, chances: Chances, { sampling, vocabulary }: RunFacts): Fall {
	const u = uniformAt(sampling.seed, index);
	const { id, from } = fallOf(chances, u);
	return { u, index, id, from, width: chances.drawn[id] ?? 0, label: shown(vocabulary[id] ?? String(id)) };
}

/** A token without the space before it, unless it is nothing else. */
export function shown(token: string): string {
	return token.trim() || token;
}
