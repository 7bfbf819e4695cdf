/** The tree of what could have come next: a column for each place, the likeliest tokens in it, and the one taken. */
import { take, type Named } from '#num/named.ts';
import { logSumExp, topIndices } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';
import { chancesOf, cutOf, type Cut } from './chances.ts';
import { rankOf } from './sentence.ts';

/** How many of the likeliest a column shows. */
export const SHOWN = 5;
const MOST_COLUMNS = 12;
const FEWEST_WRITTEN = 3;
const FEWEST_GIVEN = 2;

/** How a place came to be filled: by the reader's text, by a draw, not yet, or only in the reader's mind. */
export type Origin = 'given' | 'drawn' | 'next' | 'ahead';

/** A token that could stand at a place. */
export interface Alternative {
	readonly id: number;
	readonly label: string;
	/** By the model alone. */
	readonly probability: number;
	/** Of being drawn. */
	readonly chance: number;
	readonly cut: Cut | undefined;
	readonly rank: number;
	readonly taken: boolean;
	/** The text up to here and on with this token; undefined where that is not whole characters. */
	readonly text: string | undefined;
}

/** What could stand at one place, the likeliest first. */
export interface Column {
	readonly pos: number;
	readonly origin: Origin;
	/** The token before it. */
	readonly after: string;
	readonly alternatives: readonly Alternative[];
	readonly kept: number;
	readonly focused: boolean;
}

/** What a tree is drawn from. */
export interface Grown {
	readonly run: RunFacts;
	readonly logits: Named<'pos' | 'd_vocab'>;
	/** Logits of the text with the branch at its end. */
	readonly ahead: Named<'pos' | 'd_vocab'>;
	readonly branch: readonly number[];
	/** The token whose next one is looked at. */
	readonly query: number;
}

/** The columns in sight, from left to right. */
export function treeOf(grown: Grown): readonly Column[] {
	const { run, query, branch } = grown;
	const length = run.tokens.length;
	if (length === 0) return [];
	const begins = Math.max(
		1,
		Math.min(run.promptLength - FEWEST_GIVEN, length - FEWEST_WRITTEN),
		length + 1 - MOST_COLUMNS
	);
	const first = Math.max(1, Math.min(begins, query));
	const last = Math.min(length, first + MOST_COLUMNS - 1);
	const beyond = last === length ? lookedAhead(grown) : 0;
	const focused = query + 1 === length ? length + beyond : query + 1;
	const places = Array.from({ length: last + beyond - first + 1 }, (_, i) => first + i);
	return places.map((pos) => columnAt(pos, { ...grown, branch: branch.slice(0, beyond) }, pos === focused));
}

/** The logits that the token at a place is drawn from. */
export function logitsBefore({ run, logits, ahead }: Pick<Grown, 'run' | 'logits' | 'ahead'>, pos: number) {
	return take(pos <= run.tokens.length ? logits : ahead, { pos: pos - 1 }).data;
}

/** How far the run looked along the branch: the context may have ended it. */
function lookedAhead({ run, ahead, branch }: Grown): number {
	return Math.max(0, Math.min(branch.length, (ahead.shape[0] ?? 0) - run.tokens.length));
}

function columnAt(pos: number, grown: Grown, focused: boolean): Column {
	const { run, branch } = grown;
	const logits = logitsBefore(grown, pos);
	const chances = chancesOf(logits, run.sampling);
	const takenId = run.tokens[pos]?.id ?? branch[pos - run.tokens.length];
	const likeliest = topIndices(logits, SHOWN);
	const ids = takenId === undefined || likeliest.includes(takenId) ? likeliest : [...likeliest, takenId];
	const total = logSumExp(logits);
	const before = textBefore(run, branch, pos);
	const alternatives = ids.map((id): Alternative => {
		const label = run.vocabulary[id] ?? String(id);
		return {
			id,
			label,
			probability: Math.exp((logits[id] ?? NaN) - total),
			chance: chances.drawn[id] ?? 0,
			cut: cutOf(chances, id),
			rank: rankOf(logits, id),
			taken: id === takenId,
			text: before === undefined || isBroken(label) ? undefined : before + label
		};
	});
	return {
		pos,
		origin: originOf(pos, run),
		after: labelBefore(run, branch, pos),
		alternatives,
		kept: chances.kept,
		focused
	};
}

function originOf(pos: number, { tokens, promptLength }: RunFacts): Origin {
	if (pos < promptLength) return 'given';
	if (pos < tokens.length) return 'drawn';
	return pos === tokens.length ? 'next' : 'ahead';
}

function labelBefore({ tokens, vocabulary }: RunFacts, branch: readonly number[], pos: number): string {
	return tokens[pos - 1]?.text ?? vocabulary[branch[pos - 1 - tokens.length] ?? -1] ?? '';
}

/** The text before a place; undefined where it ends inside a character or holds bytes that are none. */
function textBefore({ tokens, vocabulary }: RunFacts, branch: readonly number[], pos: number): string | undefined {
	const written = tokens.slice(0, pos);
	const part = written.at(-1)?.part;
	if (part && part.index + 1 < part.of) return undefined;
	// Tokens that make up one character each show the whole of it.
	const own = written.filter((token) => (token.part?.index ?? 0) === 0).map(({ text }) => text);
	const added = branch.slice(0, Math.max(0, pos - tokens.length)).map((id) => vocabulary[id] ?? '');
	return [...own, ...added].some(isBroken) ? undefined : [...own, ...added].join('');
}

/** True of what is shown in place of bytes that make no character. */
function isBroken(label: string): boolean {
	return /‹[0-9A-F]{2,4}›|‹#\d+›/.test(label);
}
