/**
 * A part of the page as a drawing of lines, areas and letters, without a trace of HTML: what programs of every kind open,
 * and what any browser may paint on a canvas. It draws what marks, points and controls of this project use of CSS, not all
 * that there is.
 */
import { borderWidths, clipOf, drawBox, lengthOf } from './boxes.ts';
import { drawField } from './fields.ts';
import { drawText, drawWord } from './letters.ts';
import { drawCanvas, drawSvg } from './pictures.ts';
import { element, escaped, Sheet, type Box } from './sheet.ts';

/** What a drawing says of itself to whom it is read out, or who opens it in an editor. */
export interface About {
	readonly title: string;
	readonly description: string;
}

/** A drawing, and its size in CSS pixels. */
export interface Drawing {
	readonly svg: string;
	readonly width: number;
	readonly height: number;
}

/** What an element hands on to those inside it. */
interface Around {
	/** Turned by so many degrees, clockwise. */
	readonly turn: number;
	readonly underlined: boolean;
}

/** An element of the page, drawn as it is laid out now. */
export function drawElement(root: HTMLElement, { title, description }: About): Drawing {
	const place = root.getBoundingClientRect();
	const sheet = new Sheet(place);
	const drawn = draw(root, { turn: 0, underlined: false }, sheet);
	const [width, height] = [Math.ceil(place.width), Math.ceil(place.height)];
	const said = element('title', {}, escaped(title)) + element('desc', {}, escaped(description));
	const size = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
	return { svg: element('svg', size, said + sheet.definitions + drawn), width, height };
}

function draw(node: Element, around: Around, sheet: Sheet): string {
	const style = getComputedStyle(node);
	if (style.opacity === '0' || isUnseen(node, style)) return '';
	const box = sheet.place(node.getBoundingClientRect());
	const within = inside(node, style, box, around, sheet);
	const hasBox = style.visibility === 'visible' && !isNative(node, style);
	const own = hasBox ? drawBox(style, box, sheet) : '';
	const drawn = own + (within && isClipped(node, style) ? clipped(within, clipOf(style, box, sheet)) : within);
	if (node instanceof HTMLAnchorElement && drawn) return element('a', { href: node.href }, drawn);
	return style.opacity === '1' || drawn === '' ? drawn : element('g', { opacity: style.opacity }, drawn);
}

function inside(node: Element, style: CSSStyleDeclaration, box: Box, around: Around, sheet: Sheet): string {
	if (node instanceof SVGSVGElement) return drawSvg(node, box);
	if (node instanceof HTMLCanvasElement) return drawCanvas(node, box);
	if (node instanceof HTMLInputElement || node instanceof HTMLSelectElement)
		return drawField(node, style, box) + drawPseudo(node, '::before', box, sheet);
	const here = {
		turn: around.turn + (parseFloat(style.rotate) || 0),
		underlined: around.underlined || style.textDecorationLine.includes('underline')
	};
	const turn = here.turn + turnOf(style.writingMode);
	const parts = inOrder(node).map((child) => {
		if (child instanceof Element) return draw(child, here, sheet);
		const isSeen = child instanceof Text && style.visibility === 'visible';
		return isSeen ? drawText(child, style, turn, here.underlined, sheet) : '';
	});
	return drawPseudo(node, '::before', box, sheet) + parts.join('') + drawPseudo(node, '::after', box, sheet);
}

/** How far letters are turned to the right, in degrees, where lines run down or up. */
function turnOf(writingMode: string): number {
	if (writingMode === 'sideways-lr') return -90;
	return writingMode.startsWith('vertical') || writingMode === 'sideways-rl' ? 90 : 0;
}

/** What is inside an element, what lies on top last. */
function inOrder(node: Element): ChildNode[] {
	const layer = (child: ChildNode) =>
		child instanceof Element ? Number(getComputedStyle(child).zIndex.replace('auto', '0')) : 0;
	return [...node.childNodes].toSorted((a, b) => layer(a) - layer(b));
}

/** What is put before or after an element's content, as far as it says where: places are told of none but these. */
function drawPseudo(node: Element, which: '::before' | '::after', box: Box, sheet: Sheet): string {
	const style = getComputedStyle(node, which);
	const [, text = ''] = /^"(.*)"$/.exec(style.content) ?? [];
	if (style.position !== 'absolute' || style.content === 'none' || style.content === 'normal') return '';
	const [top, , , left] = borderWidths(getComputedStyle(node));
	const [width, height] = [parseFloat(style.width), parseFloat(style.height)];
	const [dx = '0px', dy = '0px'] = style.translate === 'none' ? [] : style.translate.split(' ');
	const x = box.x + left + parseFloat(style.left) + lengthOf(dx, width);
	const y = box.y + top + parseFloat(style.top) + lengthOf(dy, height);
	const at = { x, y, width, height };
	return drawBox(style, at, sheet) + drawWord(text, at, style);
}

/** True for what is there for those alone who have the page read out, and for what is not there at all. */
function isUnseen(node: Element, style: CSSStyleDeclaration): boolean {
	// What has no box of its own may hold what has.
	const isThere = style.display === 'contents' || node.checkVisibility();
	return style.clipPath.startsWith('inset(50%') || !isThere;
}

/** True for a slider or a tick as the system draws it: its box is not what is seen. */
function isNative(node: Element, { appearance }: CSSStyleDeclaration): boolean {
	return node instanceof HTMLInputElement && /^(range|checkbox|radio)$/.test(node.type) && appearance !== 'none';
}

function isClipped(node: Element, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
	const isCut = overflowX !== 'visible' || overflowY !== 'visible';
	return isCut && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
}

function clipped(drawn: string, by: string): string {
	return element('g', { 'clip-path': by }, drawn);
}
