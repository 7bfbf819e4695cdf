/** Colours as every program that reads SVG knows them. */
import type { Attributes } from './sheet.ts';

const known = new Map<string, Colour>();
let brush: OffscreenCanvasRenderingContext2D | null = null;

interface Colour {
	readonly hex: string;
	/** From 0 to 1. */
	readonly alpha: number;
}

/** How to fill, or stroke, in a colour of CSS; undefined for one that cannot be seen. */
export function inColour(css: string, as: 'fill' | 'stroke' | 'stop-color' = 'fill'): Attributes | undefined {
	const { hex, alpha } = colourOf(css);
	if (alpha === 0) return undefined;
	const opacity = as === 'stop-color' ? 'stop-opacity' : `${as}-opacity`;
	return { [as]: hex, [opacity]: alpha < 1 ? alpha : undefined };
}

/** A colour as red, green and blue; painted and looked at, so that every way of CSS to name one is understood. */
function colourOf(css: string): Colour {
	const found = known.get(css);
	if (found) return found;
	brush ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	brush?.clearRect(0, 0, 1, 1);
	if (brush) brush.fillStyle = css;
	brush?.fillRect(0, 0, 1, 1);
	const [red = 0, green = 0, blue = 0, alpha = 0] = brush?.getImageData(0, 0, 1, 1).data ?? [];
	const hex = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
	const colour = { hex, alpha: alpha / 255 };
	known.set(css, colour);
	return colour;
}
