import { EngineClient } from '#engine/client.ts';
import type { ChoosingOptions } from './choosing.svelte.ts';
import { Pair } from './pair.svelte.ts';

/** A pair with an engine of its own; `modelsUrl` says where `<id>/` lies, with a closing slash. */
export function openPair(options: ChoosingOptions & { readonly modelsUrl: () => string }): Pair {
	return new Pair({
		...options,
		client: (hearing) =>
			new EngineClient({
				...hearing,
				// Asked when the worker starts, in a browser; the pair is made while prerendering too.
				get modelsUrl() {
					return options.modelsUrl();
				}
			})
	});
}
