import type { Both } from '#points/define.ts';

/** What the card of a model says of it, as far as a page shows it. */
export interface Card {
	readonly id: string;
	readonly title: Both;
	readonly summary: Both;
	readonly architecture: {
		readonly kind: string;
		readonly layers: number;
		readonly heads: number;
		readonly d_model: number;
		readonly d_head: number;
		readonly context: number;
		readonly vocabulary: number;
	};
	readonly parameters: number;
	readonly license: string;
	readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
	readonly trained: {
		readonly date: string;
		readonly steps: number;
		readonly plannedSteps: number;
		readonly tokens: number;
		readonly seconds: number;
		readonly seed: number;
		readonly corpus: { readonly seed: number; readonly documents: number };
	};
	readonly loss: {
		readonly train: number;
		readonly heldOutAnswers: number;
		/** Steps and losses in nats, averaged since the point before. */
		readonly curve: readonly (readonly [number, number])[];
		readonly heldOutAnswersCurve: readonly (readonly [number, number])[];
	};
}
