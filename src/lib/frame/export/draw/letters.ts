/** Text as the page has laid it out: a line at a time, each where it stands. */
import { inColour } from './colour.ts';
import { element, escaped, type Attributes, type Box, type Sheet } from './sheet.ts';

/** Ends a line that is cut off. */
const CUT = '…';

let measure: OffscreenCanvasRenderingContext2D | null = null;

/** A node's text; `turn` is how far it is turned, in degrees clockwise, `line` whether it is underlined. */
export function drawText(node: Text, style: CSSStyleDeclaration, turn: number, line: boolean, sheet: Sheet): string {
	if (parseFloat(style.fontSize) < 1) return '';
	return linesOf(node, style.whiteSpace.startsWith('pre') || turn !== 0)
		.map(({ text, box }) => drawLine(cutOff(node, text, style, turn), sheet.place(box), style, turn, line))
		.join('');
}

/** A word that no node holds, in the middle of a box's height, and of its width where the style centres it. */
export function drawWord(text: string, box: Box, style: CSSStyleDeclaration): string {
	const { width, above, below } = measured(text, style);
	const x = style.textAlign === 'center' ? box.x + (box.width - width) / 2 : box.x;
	const height = above + below;
	return drawLine(text, { x, y: box.y + (box.height - height) / 2, width, height }, style, 0, false);
}

/** One line of text that fills a box. */
function drawLine(text: string, box: Box, style: CSSStyleDeclaration, turn: number, line: boolean): string {
	const fill = inColour(style.color);
	if (!fill || text === '' || box.width === 0 || box.height === 0) return '';
	const { x, y, angle, length } = stand(box, riseOf(style), turn);
	const isFitted = text.length > 1 && !text.endsWith(CUT);
	const attributes = {
		x,
		y,
		...fill,
		...fontOf(style),
		'text-decoration': line ? 'underline' : undefined,
		transform: angle === 0 ? undefined : `rotate(${angle} ${x.toFixed(2)} ${y.toFixed(2)})`,
		// Where the faces differ, the layout still holds.
		textLength: isFitted ? length : undefined,
		lengthAdjust: isFitted ? 'spacingAndGlyphs' : undefined
	};
	return element('text', attributes, escaped(text));
}

/** The face of a text, as attributes. */
export function fontOf(style: CSSStyleDeclaration): Attributes {
	return {
		'font-family': style.fontFamily,
		'font-size': parseFloat(style.fontSize),
		// Many programs know two weights only.
		'font-weight': Number(style.fontWeight) >= 600 ? 'bold' : undefined,
		'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
		'letter-spacing': style.letterSpacing === 'normal' ? undefined : style.letterSpacing,
		'xml:space': 'preserve'
	};
}

/** Which part of a line's height lies above its baseline. */
function riseOf(style: CSSStyleDeclaration): number {
	const { above, below } = measured('x', style);
	return above / (above + below);
}

function measured(text: string, { fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) {
	measure ??= new OffscreenCanvas(1, 1).getContext('2d');
	if (!measure) return { width: 0, above: 0.8, below: 0.2 };
	measure.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
	const { width, fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = measure.measureText(text);
	return { width, above, below };
}

/** Where a line's baseline begins, how it is turned, and how long it is. */
function stand({ x, y, width, height }: Box, rise: number, turn: number) {
	switch (((turn % 360) + 360) % 360) {
		case 90:
			return { x: x + width * (1 - rise), y, angle: 90, length: height };
		case 180:
			return { x: x + width, y: y + height * (1 - rise), angle: 180, length: width };
		case 270:
			return { x: x + width * rise, y: y + height, angle: -90, length: height };
		default:
			return { x, y: y + height * rise, angle: 0, length: width };
	}
}

interface Line {
	readonly text: string;
	readonly box: DOMRect;
}

/** A node's lines, without the spaces at their ends, which take no room. */
function linesOf(node: Text, isKept: boolean): Line[] {
	const range = document.createRange();
	range.selectNodeContents(node);
	const isOne = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).length <= 1;
	const spans = isOne ? [[0, node.data.length] as const] : brokenAt(node, range);
	return spans.flatMap(([from, to]) => {
		const said = node.data.slice(from, to);
		const text = said.trim();
		if (text === '') return [];
		const start = from + said.indexOf(text);
		range.setStart(node, start);
		range.setEnd(node, start + text.length);
		return [{ text: isKept ? text : text.replace(/\s+/g, ' '), box: range.getBoundingClientRect() }];
	});
}

/** The stretches of a node that stand on one line each. */
function brokenAt(node: Text, range: Range): (readonly [from: number, to: number])[] {
	const starts: number[] = [];
	let last = -Infinity;
	for (let i = 0; i < node.data.length; i++) {
		range.setStart(node, i);
		range.setEnd(node, i + 1);
		const { top, width, height } = range.getBoundingClientRect();
		if (width === 0 || Math.abs(top - last) < height / 2) continue;
		starts.push(starts.length === 0 ? 0 : i);
		last = top;
	}
	return starts.map((from, i) => [from, starts[i + 1] ?? node.data.length]);
}

/** What fits of a line that ends in "…" where it is too long. */
function cutOff(node: Text, text: string, style: CSSStyleDeclaration, turn: number): string {
	const parent = node.parentElement;
	if (!parent || style.textOverflow !== 'ellipsis' || turn !== 0 || parent.scrollWidth <= parent.clientWidth)
		return text;
	const right = parent.getBoundingClientRect().right - parseFloat(style.fontSize);
	const range = document.createRange();
	const start = node.data.indexOf(text);
	for (let i = 1; i <= text.length; i++) {
		range.setStart(node, start);
		range.setEnd(node, start + i);
		if (range.getBoundingClientRect().right > right) return text.slice(0, i - 1) + CUT;
	}
	return text;
}
