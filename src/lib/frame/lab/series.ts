/** What the lab's curves draw, from what runs have done. */
import type { CurveAxis, Series, XY } from '#marks/curve.ts';
import type { RunSeries } from '#state/training.svelte.ts';

/** The words that curves are named with. */
export interface CurveWords {
	readonly trained: string;
	readonly heldOut: string;
	readonly tokens: string;
	readonly texts: string;
	readonly beforeClip: string;
	readonly afterClip: string;
	readonly rate: string;
	readonly run: (name: string) => string;
}

/** The runs' names. */
export const RUNS = ['A', 'B'] as const;
const TONES = ['query', 'key'] as const;
/** More points than this no screen shows. */
const MOST = 300;
/** Losses and gradients of runs that learn stay well below this. */
const FAR = 1000;

type Drawn = (series: RunSeries) => readonly [name: string, points: readonly XY[], faint?: boolean][];

/** The loss on each batch, and on what is held out. */
export function lossCurves(all: readonly RunSeries[], say: CurveWords): Series[] {
	return drawn(all, say, ({ steps, looks }) => [
		[say.trained, thinned(steps.map(({ step, loss }) => [step, loss])), true],
		[say.heldOut, looks.map(({ step, judgement }) => [step, judgement.loss])]
	]);
}

/** The shares of tokens and of whole texts that are right. */
export function accuracyCurves(all: readonly RunSeries[], say: CurveWords): Series[] {
	return drawn(all, say, ({ looks }) => [
		[say.tokens, looks.map(({ step, judgement }) => [step, judgement.tokens])],
		[say.texts, looks.map(({ step, judgement }) => [step, judgement.texts]), true]
	]);
}

/** The learning rate. */
export function rateCurves(all: readonly RunSeries[], say: CurveWords): Series[] {
	return drawn(all, say, ({ steps }) => [[say.rate, thinned(steps.map(({ step, rate }) => [step, rate]))]]);
}

/** The gradient's norm before clipping and after. */
export function normCurves(all: readonly RunSeries[], say: CurveWords): Series[] {
	return drawn(all, say, ({ steps }) => [
		[say.beforeClip, thinned(steps.map(({ step, norm }) => [step, norm])), true],
		[say.afterClip, thinned(steps.map(({ step, clippedNorm }) => [step, clippedNorm]))]
	]);
}

/** The axis of losses or norms: logarithmic where a run that flies apart would flatten all else. */
export function heights(series: readonly Series[], label: string): CurveAxis {
	return { label, log: series.some(({ points }) => points.some(([, y]) => Number.isFinite(y) && y > FAR)) };
}

function drawn(all: readonly RunSeries[], say: CurveWords, curves: Drawn): Series[] {
	return all.flatMap((series, run) =>
		curves(series).map(([name, points, faint = false]) => ({
			name: all.length > 1 ? `${say.run(RUNS[run] ?? '')} · ${name}` : name,
			points,
			tone: TONES[run] ?? 'ink',
			dashed: faint
		}))
	);
}

/** Every so many-th point, the last one too. */
function thinned(points: readonly XY[]): readonly XY[] {
	const every = Math.ceil(points.length / MOST);
	return every <= 1 ? points : points.filter((_, i) => i % every === 0 || i === points.length - 1);
}
