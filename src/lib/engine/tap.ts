import { applyEdit } from './apply-edits.ts';
import type { CaptureName } from './captures.ts';
import type { ModelConfig } from './config.ts';
import type { Span } from './mask.ts';
import type { PlannedEdit } from './plan-edits.ts';
import type { Tensor } from './tf.ts';

/** Where a forward pass lets a value be read or replaced: it goes on with what is returned. */
export type Tap = (name: CaptureName, value: Tensor) => Tensor;

/** What a tap does: edits in their order, then one that sees what came of them. */
export interface TapOptions {
	readonly config: ModelConfig;
	readonly span: Span;
	readonly edits: readonly PlannedEdit[];
	/** The value that a `swap` takes, of the run it takes it from. */
	readonly otherOf: (plan: PlannedEdit, name: CaptureName) => Tensor | undefined;
	readonly record: (name: CaptureName, value: Tensor) => void;
}

/** A tap that edits and records. */
export function tapWith({ config, span, edits, otherOf, record }: TapOptions): Tap {
	// What undoing a step falls back on: it lives as long as its block.
	const earlier = new Map<string, Tensor>();
	return (name, value) => {
		let edited = value;
		for (const plan of edits) {
			if (!plan.names.has(name)) continue;
			const other = otherOf(plan, name);
			edited = applyEdit(plan, name, edited, { config, span, other, earlier: (key) => earlier.get(key) });
		}
		earlier.set(name, edited);
		record(name, edited);
		return edited;
	};
}
