import { EngineClient } from '#engine/client.ts';
import type { ChoosingOptions } from './choosing.svelte.ts';
import { Playground } from './playground.svelte.ts';

/** A playground with an engine of its own; `modelsUrl` says where `<id>/` lies, with a closing slash. */
export function openPlayground(options: ChoosingOptions & { readonly modelsUrl: () => string }): Playground {
	return new Playground({
		...options,
		client: (hearing) =>
			new EngineClient({
				...hearing,
				// Asked when the worker starts, in a browser; the playground is made while prerendering too.
				get modelsUrl() {
					return options.modelsUrl();
				}
			})
	});
}
