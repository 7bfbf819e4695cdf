/** The gallery: examples of marks, each kept as its markup or its pixels, so that a changed picture is seen in a diff. */
import type { Component, ComponentProps, SvelteComponent } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { luminance } from '#theme/scale.ts';

// Whatever props a component may have.
type AnyProps = ComponentProps<SvelteComponent>;

/** Draws each example of a mark without a DOM, and holds its markup to the file of its name. */
export function gallery<Props extends AnyProps>(
	mark: string,
	component: Component<Props>,
	examples: Readonly<Record<string, NoInfer<Props>>>
): void {
	test.each(Object.entries(examples))(`draws ${mark}: %s`, async (name, props) => {
		const { body } = render<Component<AnyProps>>(component as Component<AnyProps>, { props });
		await expect(readable(body)).toMatchFileSnapshot(fileOf(mark, name, 'snap'));
	});
}

/** Holds a drawing made of characters to the file of its name. */
export async function matchesDrawing(mark: string, name: string, drawing: string): Promise<void> {
	await expect(drawing).toMatchFileSnapshot(fileOf(mark, name, 'txt'));
}

/** Pixels as characters: blank where clear, and from "." for light to "@" for dark. */
export function drawingOf(pixels: ArrayLike<number>, columns: number): string {
	const ramp = '.:-=+*#%@';
	let text = '';
	for (let i = 0; i * 4 < pixels.length; i++) {
		const [r = 0, g = 0, b = 0, alpha = 0] = [0, 1, 2, 3].map((channel) => pixels[i * 4 + channel]);
		const darkness = 1 - Math.sqrt(luminance(r, g, b));
		text += alpha === 0 ? ' ' : ramp[Math.min(ramp.length - 1, Math.floor(darkness * ramp.length))];
		if ((i + 1) % columns === 0) text += '\n';
	}
	return text;
}

function fileOf(mark: string, name: string, ending: string): string {
	return `${import.meta.dirname}/${mark}/${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.${ending}`;
}

// The compiler's anchors and the hashes of scoped classes say nothing of the picture.
function readable(body: string): string {
	const bare = body.replaceAll(/<!--.*?-->/gs, '').replaceAll(/\s?svelte-[a-z0-9]+/g, '');
	return `${bare
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/ class=""/g, '')
		.replaceAll(/> ?</g, '>\n<')
		.trim()}\n`;
}
