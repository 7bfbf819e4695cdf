/** What every step of a pass takes: a step leads from one tap to the next. */
import type { Tap } from './tap.ts';
import type { Timed } from './protocol.ts';
import { computesAtOnce, multiplyAddsSoFar } from './tf.ts';

/** A tap that does as another does, and the steps that have led to its calls so far. */
export function timing(tap: Tap): { readonly tap: Tap; readonly steps: readonly Timed[] } {
	const steps: Timed[] = [];
	const atOnce = computesAtOnce();
	let [since, counted] = [performance.now(), multiplyAddsSoFar()];
	return {
		steps,
		tap(name, value) {
			const milliseconds = atOnce ? performance.now() - since : 0;
			steps.push({ name, milliseconds, multiplyAdds: multiplyAddsSoFar() - counted });
			counted = multiplyAddsSoFar();
			const passed = tap(name, value);
			// What the tap itself does is no step of the model's.
			since = performance.now();
			return passed;
		}
	};
}

/** The steps of several passes, those of one name as one. */
export function summed(passes: readonly (readonly Timed[])[]): Timed[] {
	const sums = new Map<string, Timed>();
	for (const { name, milliseconds, multiplyAdds } of passes.flat()) {
		const before = sums.get(name) ?? { milliseconds: 0, multiplyAdds: 0 };
		sums.set(name, {
			name,
			milliseconds: before.milliseconds + milliseconds,
			multiplyAdds: before.multiplyAdds + multiplyAdds
		});
	}
	return [...sums.values()];
}
