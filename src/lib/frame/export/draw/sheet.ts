/** What a drawing is written on, and how its elements are written. */

/** A place and a size in CSS pixels, on the sheet. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Attributes by name; what is undefined is left away. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A sheet: where it begins on the page, and what its drawings refer to. */
export class Sheet {
	readonly #origin: DOMRectReadOnly;
	readonly #definitions: string[] = [];

	constructor(origin: DOMRectReadOnly) {
		this.#origin = origin;
	}

	/** A place on the page as one on the sheet. */
	place({ x, y, width, height }: DOMRectReadOnly): Box {
		return { x: x - this.#origin.x, y: y - this.#origin.y, width, height };
	}

	/** Writes what others refer to; returns the reference. */
	define(name: string, attributes: Attributes, inside: string): string {
		const id = `d${this.#definitions.length}`;
		this.#definitions.push(element(name, { id, ...attributes }, inside));
		return `url(#${id})`;
	}

	/** All that was defined. */
	get definitions(): string {
		return this.#definitions.length > 0 ? element('defs', {}, this.#definitions.join('')) : '';
	}
}

/** An element of SVG; `inside` is SVG already. */
export function element(name: string, attributes: Attributes, inside = ''): string {
	const written = Object.entries(attributes).map(([key, value]) =>
		value === undefined ? '' : ` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`
	);
	return inside ? `<${name}${written.join('')}>${inside}</${name}>` : `<${name}${written.join('')}/>`;
}

/** Text as it stands inside an element; characters that XML forbids are left away. */
export function escaped(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** A rectangle. */
export function rectangle({ x, y, width, height }: Box, radius: number, attributes: Attributes): string {
	const rx = radius > 0 ? Math.min(radius, width / 2, height / 2) : undefined;
	return element('rect', { x, y, width, height, rx, ...attributes });
}

/** A box that is larger by so much on every side. */
export function grown({ x, y, width, height }: Box, by: number): Box {
	return { x: x - by, y: y - by, width: Math.max(0, width + 2 * by), height: Math.max(0, height + 2 * by) };
}

/** Hundredths of a pixel are finer than any screen. */
function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}
