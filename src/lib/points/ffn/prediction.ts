/** The prediction of the whole model as it is and with a part of one FFN switched off. */
import type { Ranked } from '#marks/ranking.ts';
import { take, type Named } from '#num/named.ts';
import { logSumExp, mean, softmax, topIndices } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';

const SHOWN = 5;

type Logits = Named<'pos' | 'd_vocab'>;

/** What was switched off did to the next token and to the loss. */
export interface Prediction {
	/** Probabilities with the part off; `other` with it on. */
	readonly rows: readonly Ranked[];
	readonly before: { readonly id: number; readonly token: string; readonly probability: number };
	readonly after: { readonly id: number; readonly token: string; readonly probability: number };
	/** What became of the first choice. */
	readonly kept: number;
	/** Mean surprise at the text's own tokens, in nats; none for a single token. */
	readonly loss: { readonly before: number; readonly after: number } | undefined;
	/** What the part did to the first choice's logit, against the mean of all: on less off. */
	readonly gave: number;
}

/** Compares two runs' last rows of logits, and how well each foresaw the reader's text. */
export function predictionOf(on: Logits, off: Logits, run: RunFacts): Prediction {
	const [logitsOn, logitsOff] = [take(on, { pos: -1 }).data, take(off, { pos: -1 }).data];
	const [before, after] = [softmax(logitsOn), softmax(logitsOff)];
	const leading = (probabilities: Float32Array) => {
		const [id = 0] = topIndices(probabilities, 1);
		return { id, token: shownToken(run, id), probability: probabilities[id] ?? 0 };
	};
	const lead = leading(before);
	const ids = [...new Set([lead.id, ...topIndices(after, 2), ...topIndices(before, SHOWN)])].slice(0, SHOWN);
	const ordered = ids.toSorted((a, b) => (after[b] ?? 0) - (after[a] ?? 0));
	const above = (logits: Float32Array) => (logits[lead.id] ?? NaN) - mean(logits);
	return {
		rows: ordered.map((id) => ({ label: shownToken(run, id), value: after[id] ?? 0, other: before[id] ?? 0 })),
		before: lead,
		after: leading(after),
		kept: after[lead.id] ?? 0,
		loss: run.promptLength < 2 ? undefined : { before: lossOf(on, run), after: lossOf(off, run) },
		gave: above(logitsOn) - above(logitsOff)
	};
}

/** A token of the vocabulary without the space before it, unless it is nothing else. */
export function shownToken({ vocabulary }: Pick<RunFacts, 'vocabulary'>, id: number): string {
	return vocabulary[id]?.trim() || vocabulary[id] || String(id);
}

function lossOf(logits: Logits, { tokens, promptLength }: RunFacts): number {
	const surprises = tokens.slice(1, promptLength).map(({ id }, pos) => {
		const row = take(logits, { pos }).data;
		return logSumExp(row) - (row[id] ?? NaN);
	});
	return mean(surprises);
}
