import type { Playground } from '#state/playground.svelte.ts';
import { linkHere } from '../addresses.ts';

/** The whole address of what a playground shows, once it says all that was chosen. Only in a browser. */
export async function linkOf(playground: Playground): Promise<string> {
	await playground.settled();
	return linkHere(playground.search + playground.hash);
}
