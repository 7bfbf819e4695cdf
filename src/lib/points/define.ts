/** What a knowledge point is. A folder under `points/` that exports one is found; nothing registers it. */
import type { Component } from 'svelte';
import type { Captured, CaptureRequest, WeightRequest } from '#engine/captures.ts';
import type { Edit } from '#engine/edits.ts';
import type { Cost, GeneratedStep, ModelFacts, Reading, Sampling, Token } from '#engine/protocol.ts';
import type { Sketch } from '#marks/sketch.ts';
import type { Schema, Values } from '#params/param.ts';

/** A language of the page. */
export type Language = 'en' | 'zh';

/** The same thing said in both languages: a sentence, or a function that puts numbers into one. */
export interface Both<T = string> {
	readonly en: T;
	readonly zh: T;
}

/** A tree of things said, and the same tree in one language. */
export type Say<T> = T extends Both<infer Said> ? Said : { readonly [key in keyof T]: Say<T[key]> };

/** What all panels look at: resolved, so that every index exists in the run. */
export interface Focus {
	readonly layer: number;
	readonly head: number;
	readonly query: number;
	readonly key: number;
}

/** Facts of the run that every computation may use. */
export interface RunFacts {
	readonly model: ModelFacts;
	readonly tokens: readonly Token[];
	readonly promptLength: number;
	readonly steps: readonly GeneratedStep[];
	/** How the steps were drawn, and how the next one would be. */
	readonly sampling: Sampling;
	/** What each id of the vocabulary shows as. */
	readonly vocabulary: readonly string[];
}

/** What a variation is asked to differ in. */
interface Differs {
	readonly edits?: readonly Edit[];
	readonly through?: 'full' | 'cache';
	readonly offset?: number;
	readonly reads?: Reading;
	readonly timed?: boolean;
}

/** What a point asks for besides variations of its own: the run that all panels share, and the model's weights. */
const SHARED = ['model', 'weights'] as const;

type Shared = (typeof SHARED)[number];

/** Names a point gives to captures it wants of one variation, or to weights. */
type Wants = Readonly<Record<string, CaptureRequest | WeightRequest>>;

/** Variations by name; `model` is the run that all panels share and differs in nothing, `weights` is no run at all. */
export type Needs = Readonly<Record<string, Wants>>;

/** Needs that ask for weights under `weights` and for captures everywhere else. */
export type Sorted<N extends Needs> = {
	readonly [name in keyof N]: Readonly<Record<string, name extends 'weights' ? WeightRequest : CaptureRequest>>;
};

/** How each variation differs from the shared run, from the point's parameters and the focus. */
export type Variations<N extends Needs, S extends Schema> = {
	readonly [name in Exclude<keyof N, Shared>]: (
		params: Values<S>,
		focus: Focus,
		run: Pick<RunFacts, 'model' | 'promptLength'>
	) => Differs;
};

/** The values that answer `needs`, with the run's facts and each variation's cost. */
export type Answers<N extends Needs> = {
	readonly [name in keyof N]: { readonly [key in keyof N[name]]: Captured<N[name][key]> };
} & { readonly run: RunFacts; readonly costs: { readonly [name in Exclude<keyof N, 'weights'>]: Cost } };

/** Something for a reader to do: a link's worth of changes. Absent fields stay as they are. */
export interface Try<S extends Schema> {
	readonly label: Both;
	readonly params?: Partial<Values<S>>;
	readonly focus?: Partial<Focus>;
	readonly text?: string;
	readonly generate?: number;
	readonly model?: string;
	readonly sampling?: Partial<Sampling>;
	/** Opens the point's panel and reads its text, where it was folded. */
	readonly opens?: true;
}

/** An interview question, and the view that answers it. */
export interface Ask<S extends Schema> {
	/** Its number among the twenty. */
	readonly question: number;
	/** Sets the view up; its label says what is seen there. */
	readonly show: Try<S>;
}

/** A question answered before the result is revealed. */
export interface Predict<R> {
	readonly question: Both;
	readonly options: readonly { readonly label: Both; readonly why: Both<(result: R) => string> }[];
	/** Which option the reader's own run proves right. */
	readonly right: (result: R) => number;
}

/** What the frame says around a point's view. Sentences may use the markup of `Prose`. */
export interface PointText<R> {
	readonly title: Both;
	/** One line for lists. */
	readonly summary: Both;
	/** What to look at, with live numbers. */
	readonly look: Both<(result: R) => string>;
	/** The misconception, and what is true instead. */
	readonly wrong: Both;
	readonly right: Both<(result: R) => string>;
	/** The formula with this run's numbers in it, shapes included. */
	readonly numbers: Both<(result: R) => string>;
	/** When it matters in practice, with live numbers. */
	readonly know: Both<(result: R) => string>;
}

/** What a view is given: it draws `result`, speaks `say`, and hands changes up. */
export interface ViewProps<R, T, S extends Schema = Schema> {
	readonly result: R;
	readonly say: Say<T>;
	readonly language: Language;
	readonly run: RunFacts;
	readonly focus: Focus;
	readonly choose: (focus: Partial<Focus>) => void;
	readonly params: Values<S>;
	readonly set: (params: Partial<Values<S>>) => void;
	/** Puts another text in place of the reader's, as a step of the history. */
	readonly write: (text: string) => void;
	/** Draws tokens otherwise, as far as it is named. */
	readonly setSampling: (sampling: Partial<Sampling>) => void;
	/** The page of the point of this number, with the run as it is; undefined where there is none. */
	readonly pointHref: (number: number) => string | undefined;
	/** True where the panel stands alone and large: its own page, or maximized. */
	readonly large: boolean;
}

/** A knowledge point. `R` is what `compute` returns, `T` its text. */
export interface Point<N extends Needs, S extends Schema, R, T extends PointText<R>> {
	/** The folder's name and its place in every link: it never changes. */
	readonly id: string;
	/** Its number among the thirty. */
	readonly number: number;
	readonly text: T;
	/** TeX. */
	readonly formula: string;
	readonly params: S;
	readonly needs: N;
	readonly variations: Variations<N, S>;
	/** Pure: the same captures, focus and parameters give the same plain data. */
	readonly compute: (captures: Answers<N>, focus: Focus, params: Values<S>) => R;
	readonly tries: readonly Try<S>[];
	readonly predict: Predict<R>;
	/** The interview questions that it helps to answer. */
	readonly asks: readonly Ask<S>[];
	/** A stamp of the result, for lists: to recognise, not to read. */
	readonly sketch: (result: R) => Sketch;
	/** Takes the whole width of a board. */
	readonly wide?: boolean;
	readonly view: () => Promise<{ readonly default: Component<ViewProps<R, T, S>> }>;
}

/** A point whose types are forgotten: only the registry and the frame see it. */
// The registry holds points of every type; each point's own types met in `definePoint`.
// eslint cannot see through this: methods, unlike properties, compare bivariantly, which is what forgetting needs.
export interface AnyPoint {
	readonly id: string;
	readonly number: number;
	readonly text: PointText<never>;
	readonly formula: string;
	readonly params: Schema;
	readonly needs: Needs;
	readonly variations: Readonly<
		Record<string, (params: never, focus: Focus, run: Pick<RunFacts, 'model' | 'promptLength'>) => Differs>
	>;
	compute(captures: never, focus: Focus, params: never): unknown;
	readonly tries: readonly Try<Schema>[];
	readonly predict: Predict<never>;
	readonly asks: readonly Ask<Schema>[];
	sketch(result: never): Sketch;
	readonly wide?: boolean;
	view(): Promise<{ readonly default: Component<never> }>;
}

/** Declares a point; the compiler checks its needs, parameters, computation, text and view against each other. */
export function definePoint<const N extends Needs, const S extends Schema, R, T extends PointText<R>>(
	point: Point<N, S, R, T> & { readonly needs: Sorted<N> }
): Point<N, S, R, T> {
	return point;
}

/** True for a name in `needs` that stands for a variation of the point's own. */
export function isVariation(name: string): boolean {
	return !SHARED.some((shared) => shared === name);
}

/** A tree of things said, in one language. */
export function inLanguage<T>(tree: T, language: Language): Say<T> {
	if (typeof tree !== 'object' || tree === null) return tree as Say<T>;
	if (isBoth(tree)) return tree[language] as Say<T>;
	// The mapped tree has the keys of `tree` with each leaf in one language: what `Say` spells out.
	return Object.fromEntries(
		Object.entries(tree).map(([key, said]) => [key, inLanguage<unknown>(said, language)])
	) as Say<T>;
}

function isBoth(tree: object): tree is Both<unknown> {
	return 'en' in tree && 'zh' in tree;
}
