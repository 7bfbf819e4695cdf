/** One token of the text replaced by another: which outputs move. */
import { rows, type Named } from '#num/named.ts';
import { argmax, maxAbsDifference } from '#num/stats.ts';
import { uniformAt } from '#num/random.ts';
import type { RunFacts } from '#points/define.ts';

/** What moved when one token was replaced. */
export interface Touch {
	/** Which token, what it was and what was read instead. */
	readonly at: number;
	readonly was: string;
	readonly is: string;
	/** True where the token drawn is the one that stood there. */
	readonly isSame: boolean;
	/** The largest change of any logit at each position. */
	readonly moved: Float32Array;
	/** The largest of those before the token, and where; 0 and −1 where nothing stands before it. */
	readonly before: { readonly most: number; readonly at: number };
	/** The largest of those from the token on. */
	readonly after: number;
}

/** A token read in place of the text's own. */
export interface Replaced {
	readonly do: 'replace';
	readonly pos: number;
	readonly id: number;
}

/** What is replaced, and by what: a place in the reader's text and an id drawn from the vocabulary. */
export function touchOf(
	{ touch, draw }: { readonly touch: number; readonly draw: number },
	{ model, promptLength }: { readonly model: Pick<RunFacts['model'], 'd_vocab'>; readonly promptLength: number }
): Replaced {
	return {
		do: 'replace',
		pos: Math.max(0, Math.min(touch, promptLength - 1)),
		id: Math.floor(uniformAt(draw, 0) * model.d_vocab)
	};
}

type Logits = Named<'pos' | 'd_vocab'>;

/** How far every position's logits moved between two runs that differ in one token. */
export function compareTouched(own: Logits, touched: Logits, { pos, id }: Replaced, run: RunFacts): Touch {
	const [before, after] = [rows(own), rows(touched)];
	const moved = Float32Array.from(before, (logits, place) => maxAbsDifference(logits, after[place] ?? logits));
	const earlier = moved.subarray(0, pos);
	const where = argmax(earlier);
	return {
		at: pos,
		was: shown(run.tokens[pos]?.text ?? ''),
		is: shown(run.vocabulary[id] ?? String(id)),
		isSame: run.tokens[pos]?.id === id,
		moved,
		before: { most: earlier[where] ?? 0, at: where },
		after: moved.subarray(pos).reduce((most, change) => Math.max(most, change), 0)
	};
}

function shown(token: string): string {
	return token.trim() || token;
}
