/** What it takes for a figure to stand still, and what is written beneath it. */
import { tick } from 'svelte';
import { resolve } from '$app/paths';

/** A point's formula in outlines, made while the site was built; undefined where it cannot be fetched. */
export async function formulaOf(id: string): Promise<SVGSVGElement | undefined> {
	try {
		const answer = await fetch(`${resolve('/')}formulas/${id}.svg`);
		const { documentElement } = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml');
		return answer.ok && documentElement instanceof SVGSVGElement ? documentElement : undefined;
	} catch {
		return undefined;
	}
}

/** Settles when what was put on the page is laid out and painted: canvases learn their size after the first frame. */
export async function painted(): Promise<void> {
	await tick();
	await document.fonts.ready;
	for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
}

/** A text as long as a caption bears, with an ellipsis for the rest. */
export function shortened(text: string, most: number): string {
	const letters = Array.from(text);
	return letters.length > most
		? `${letters
				.slice(0, most - 1)
				.join('')
				.trimEnd()}…`
		: text;
}
