/**
 * What every head does on the text on show: told from its pattern as soon as there is an answer, and from what the
 * likeliest next token loses when the head is switched off, measured a little later and a head at a time, while nothing
 * else is asked: no keystroke waits for it longer than one pass.
 */
import type { Unpacked } from '#engine/answers.ts';
import { nameMover } from '#engine/heads/detectors.ts';
import { LABEL_FROM, labelsOf, scoresOf, type HeadLabel, type HeadScores } from '#engine/heads/labels.ts';
import { placesOf } from '#engine/heads/places.ts';
import type { Question } from '#engine/protocol.ts';
import { take, type Named } from '#num/named.ts';
import { argmax } from '#num/stats.ts';
import type { Focus, RunFacts } from '#points/define.ts';
import { afterPaint } from '#theme/after-paint.ts';
import type { Shown } from './results.ts';

export { HEAD_KINDS, type HeadKind } from '#engine/heads/detectors.ts';
export { labelsOf, type HeadLabel } from '#engine/heads/labels.ts';

/** What a study needs of the conversation with the engine. */
export interface Talk {
	readonly shown: Shown | undefined;
	readonly isWorking: boolean;
	/** Answers beside the main matter; undefined when that had to give way. */
	aside(question: Question): Promise<Unpacked | undefined>;
}

/** What the page looks at. */
export interface Sight {
	readonly focus: Focus;
	/** Axes: layer, head, query, key. */
	readonly patterns: Named | undefined;
}

/** What switching a head off does to the likeliest next token. */
export interface HeadEffect {
	/** That token. */
	readonly said: string;
	/** By how much its logit falls; negative where it rises. */
	readonly drop: number;
	/** What the model would say instead; undefined where it says the same. */
	readonly instead: string | undefined;
}

/** The last token's prediction, and where the text already holds it. */
interface Prediction {
	readonly run: string;
	readonly id: number;
	readonly logit: number;
	readonly told: readonly number[];
}

/** What came of a run without one head. */
interface Without {
	readonly drop: number;
	readonly id: number;
}

/** How long nothing may have changed before heads are switched off. */
const LATER = 250;

/** Studies the heads of one page's run. */
export class HeadStudy {
	readonly #talk: Talk;
	readonly #sight: Sight;
	#watchers = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isStudying = false;
	/** True while an answer is being painted, for which what heads do can wait. */
	#isPainting = $state(false);
	#stopWaiting: (() => void) | undefined;
	#kept: { readonly run: string; readonly scores: readonly (readonly HeadScores[])[] } | undefined;
	/** By `layer.head`, of one run. */
	#without: { readonly run: string; readonly heads: ReadonlyMap<string, Without> } = $state.raw({
		run: '',
		heads: new Map()
	});
	#prediction = $derived.by(() => predictionOf(this.#talk.shown));
	#scores = $derived.by(() => this.#scoresNow());
	#labels = $derived.by(() => this.#labelsNow());

	constructor(talk: Talk, sight: Sight) {
		this.#talk = talk;
		this.#sight = sight;
	}

	/** The kinds that hold of each head, by layer and head, the most telling first. */
	get labels(): readonly (readonly (readonly HeadLabel[])[])[] {
		return this.#labels;
	}

	/** What switching the chosen head off does; undefined until it has been measured. */
	get effect(): HeadEffect | undefined {
		const { focus } = this.#sight;
		const vocabulary = this.#talk.shown?.run.vocabulary ?? [];
		const without = this.#withoutOf(focus.layer, focus.head);
		const prediction = this.#prediction;
		if (!without || !prediction) return undefined;
		const instead = without.id === prediction.id ? undefined : (vocabulary[without.id] ?? '');
		return { said: vocabulary[prediction.id] ?? '', drop: without.drop, instead };
	}

	/** Measures effects from now on; returns how to stop. */
	watch(): () => void {
		this.#watchers++;
		this.changed();
		return () => {
			this.#watchers--;
			if (this.#watchers === 0) clearTimeout(this.#timer);
		};
	}

	/** To be told of an answer when it comes: what heads do on it is told once it has been painted. */
	answered(): void {
		this.#stopWaiting?.();
		this.#isPainting = true;
		this.#stopWaiting = afterPaint(() => (this.#isPainting = false));
	}

	/** To be told whenever something may have changed: measures when that has come to rest. */
	changed(): void {
		if (this.#watchers === 0) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#study(), LATER);
	}

	async #study(): Promise<void> {
		if (this.#isStudying) return;
		this.#isStudying = true;
		try {
			while (await this.#studyNext());
		} finally {
			this.#isStudying = false;
		}
	}

	/** Switches one head off; false when there is none left to, or something else is to be done first. */
	async #studyNext(): Promise<boolean> {
		const [prediction, head, { shown }] = [this.#prediction, this.#nextHead(), this.#talk];
		if (!prediction || !head || !shown || this.#watchers === 0 || this.#talk.isWorking) return false;
		const answer = await this.#talk.aside(withoutHead(shown.question, head));
		const logits = answer?.captures['off']?.['logits'];
		if (!logits || logits.data.length === 0 || prediction.run !== this.#prediction?.run) return false;
		const last = take(logits, { pos: -1 }).data;
		const found = { drop: prediction.logit - (last[prediction.id] ?? NaN), id: argmax(last) };
		const before = this.#without.run === prediction.run ? this.#without.heads : [];
		const heads = new Map([...before, [nameOf(head.layer, head.head), found] as const]);
		this.#without = { run: prediction.run, heads };
		return true;
	}

	/** The chosen head first, then those that look at what is said next. */
	#nextHead(): Pick<Focus, 'layer' | 'head'> | undefined {
		const { layer, head } = this.#sight.focus;
		const looking = this.#scores.flatMap((row, layer) =>
			row.flatMap((scores, head) => ((scores.evidence ?? 0) >= LABEL_FROM.evidence ? [{ layer, head }] : []))
		);
		return [{ layer, head }, ...looking].find((one) => !this.#withoutOf(one.layer, one.head));
	}

	#withoutOf(layer: number, head: number): Without | undefined {
		const { run, heads } = this.#without;
		return run === this.#prediction?.run ? heads.get(nameOf(layer, head)) : undefined;
	}

	/** Many answers are of the same run: what a pattern shows is told once for all of them. */
	#scoresNow(): readonly (readonly HeadScores[])[] {
		const { patterns } = this.#sight;
		const [prediction, run] = [this.#prediction, this.#talk.shown?.run];
		if (!patterns || !prediction || !run) return [];
		if (this.#isPainting && this.#kept) return this.#kept.scores;
		if (this.#kept?.run !== prediction.run)
			this.#kept = { run: prediction.run, scores: allScores(patterns, run, prediction.told) };
		return this.#kept.scores;
	}

	#labelsNow(): readonly (readonly (readonly HeadLabel[])[])[] {
		return this.#scores.map((row, layer) =>
			row.map((scores, head) => {
				const mover = nameMover(scores.evidence, this.#withoutOf(layer, head)?.drop);
				return labelsOf(mover === undefined ? scores : { ...scores, 'name-mover': mover });
			})
		);
	}
}

function predictionOf(shown: Shown | undefined): Prediction | undefined {
	const logits = shown?.answer.captures['model']?.['logits'];
	if (!shown || !logits || logits.data.length === 0) return undefined;
	const { model, text, generate, edits } = shown.question;
	const last = take(logits, { pos: -1 }).data;
	const id = argmax(last);
	const { tokens, vocabulary } = shown.run;
	// The same word with and without the space before it is another token.
	const said = (vocabulary[id] ?? '').trim();
	const told = tokens
		.slice(0, -1)
		.flatMap((token, place) => ((vocabulary[token.id] ?? '').trim() === said ? [place] : []));
	const run = JSON.stringify([model, text, generate, edits]);
	return { run, id, logit: last[id] ?? NaN, told: said === '' ? [] : told };
}

function allScores(patterns: Named, { tokens }: RunFacts, told: readonly number[]): HeadScores[][] {
	const [layers = 0, heads = 0] = patterns.shape;
	const ids = tokens.map(({ id }) => id);
	const places = placesOf(ids, told);
	return Array.from({ length: layers }, (_, layer) =>
		Array.from({ length: heads }, (_, head) => {
			const { shape, data } = take(patterns, { layer, head });
			return scoresOf({ axes: ['query', 'key'], shape, data }, places);
		})
	);
}

/** The run of a question with one head's output set to 0, and nothing else. */
function withoutHead(question: Question, { layer, head }: Pick<Focus, 'layer' | 'head'>): Question {
	const { model, text, generate, edits } = question;
	const off = { edits: [{ at: `blocks.${layer}.attn.z`, do: 'zero', head } as const], captures: ['logits'] };
	return { model, text, generate, edits, variations: { off } };
}

function nameOf(layer: number, head: number): string {
	return `${layer}.${head}`;
}
