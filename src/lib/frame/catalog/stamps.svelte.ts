/** Stamps of the points on the map, drawn from one run in this browser that begins when the page has been painted. */
import type { Sketch } from '#marks/sketch.ts';
import type { Language } from '#points/define.ts';
import { stampOf } from '#points/define-experiment.ts';
import { points } from '#points/registry.ts';
import { here, type Address } from '#state/address.ts';
import type { ModelChoice } from '#state/choosing.svelte.ts';
import type { Playground } from '#state/playground.svelte.ts';
import { modelsUrl } from '../addresses.ts';
import { isExperiment, type Shown } from './here.ts';

/** The map's own address says nothing of a run, and follows none. */
const STILL: Address = {
	read: () => new URL(here().pathname, here()),
	replace: () => undefined,
	push: () => undefined,
	onreturn: () => () => undefined
};

/** The run behind the map, and what it lets each point draw. */
export class Stamps {
	#playground: Playground | undefined = $state.raw();

	/** A point's stamp; undefined until there is a result, and where the point draws none or cannot. */
	of(point: Shown): Sketch | undefined {
		if (isExperiment(point)) return stampOf(point);
		const result = this.#playground?.resultOf(point);
		if (result === undefined) return undefined;
		try {
			// The point's own result, whose type the registry has forgotten.
			return point.sketch(result as never);
		} catch {
			return undefined;
		}
	}

	/** Runs the default model on the default text once the page has been painted; returns how to stop. */
	start(models: readonly ModelChoice[], language: Language): () => void {
		if (models.length === 0) return () => undefined;
		let stop: (() => void) | undefined;
		let isGone = false;
		const open = async () => {
			// Fetched only now: the map is complete without an engine.
			const { openPlayground } = await import('#state/open-playground.ts');
			if (isGone) return;
			const start = { ...models[0]?.start, open: points.map(({ id }) => id) };
			this.#playground = openPlayground({ models, points, language, modelsUrl, start });
			stop = this.#playground.listen(STILL);
		};
		requestAnimationFrame(() => setTimeout(() => void open().catch(() => undefined)));
		return () => {
			isGone = true;
			stop?.();
		};
	}
}
