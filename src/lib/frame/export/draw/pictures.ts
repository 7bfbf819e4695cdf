/** Drawings inside the page: those of SVG with the look that the page's styles give them, and painted ones. */
import { inColour } from './colour.ts';
import { fontOf } from './letters.ts';
import { element, escaped, type Attributes, type Box } from './sheet.ts';

const SHAPES = new Set(['path', 'line', 'rect', 'circle', 'ellipse', 'polygon', 'polyline', 'text', 'tspan']);

/** What of a shape's computed style is written, where it is not what it would be anyway. */
const LOOKS: Readonly<Record<string, string>> = {
	'stroke-linecap': 'butt',
	'stroke-linejoin': 'miter',
	'marker-start': 'none',
	'marker-end': 'none',
	'fill-rule': 'nonzero',
	'shape-rendering': 'auto'
};

/** Attributes that say nothing outside the page, or that the computed style says better. */
const LEFT = /^(class|style|role|tabindex|focusable|xmlns|fill|stroke|opacity|data-.*|aria-.*|on.*)$/;

/** A drawing of SVG, at its place. */
export function drawSvg(svg: SVGSVGElement, box: Box): string {
	const { viewBox, preserveAspectRatio } = attributesOf(svg);
	const size = viewBox ?? `0 0 ${box.width} ${box.height}`;
	const overflow = getComputedStyle(svg).overflow === 'visible' ? 'visible' : undefined;
	return element('svg', { ...box, viewBox: size, preserveAspectRatio, overflow }, inside(svg));
}

/** What is painted on a canvas, its pixels staying sharp. */
export function drawCanvas(canvas: HTMLCanvasElement, box: Box): string {
	if (canvas.width === 0 || canvas.height === 0) return '';
	const painted = { href: canvas.toDataURL('image/png'), preserveAspectRatio: 'none' };
	return element('image', { ...box, ...painted, style: 'image-rendering:pixelated' });
}

function inside(parent: SVGElement): string {
	return [...parent.childNodes]
		.map((node) => {
			if (node instanceof Text) return parent.localName === 'svg' || parent.localName === 'g' ? '' : escaped(node.data);
			return node instanceof SVGElement ? drawElement(node) : '';
		})
		.join('');
}

function drawElement(svg: SVGElement): string {
	const style = getComputedStyle(svg);
	const isHidden = style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0';
	if (isHidden || svg.localName === 'style' || svg.localName === 'foreignObject') return '';
	const { transform, ...plain } = attributesOf(svg);
	const moved = transform ?? (style.transform === 'none' ? undefined : style.transform);
	const look: Attributes = SHAPES.has(svg.localName)
		? lookOf(svg, style)
		: svg.localName === 'stop'
			? stopOf(style)
			: {};
	const opacity = style.opacity === '1' ? undefined : style.opacity;
	const all = { ...plain, ...look, transform: moved, opacity };
	const within = inside(svg);
	// Letters over their own outline, which few programs are able to draw in this order.
	const isOutlined = look['stroke'] !== 'none' && style.paintOrder.startsWith('stroke');
	const above = isOutlined ? element(svg.localName, { ...all, stroke: 'none' }, within) : '';
	return element(svg.localName, all, within) + above;
}

function lookOf(svg: SVGElement, style: CSSStyleDeclaration): Attributes {
	const looks = Object.entries(LOOKS).map(([name, usual]) => {
		const value = style.getPropertyValue(name);
		return [name, value === '' || value === usual ? undefined : value.replaceAll('"', '')] as const;
	});
	const isText = svg.localName === 'text' || svg.localName === 'tspan';
	const lettering = isText && {
		...fontOf(style),
		'text-anchor': style.textAnchor,
		'dominant-baseline': style.dominantBaseline === 'auto' ? undefined : style.dominantBaseline
	};
	return {
		...paintOf(style.fill, 'fill', style.fillOpacity),
		...strokeOf(svg, style),
		...Object.fromEntries(looks),
		...lettering
	};
}

/** A stroke, in the units of its drawing also where the page keeps its width whatever the scale. */
function strokeOf(svg: SVGElement, style: CSSStyleDeclaration): Attributes {
	const paint = paintOf(style.stroke, 'stroke', style.strokeOpacity);
	if (paint['stroke'] === 'none') return paint;
	const { a = 1, b = 0, c = 0, d = 1 } = (svg instanceof SVGGraphicsElement ? svg.getScreenCTM() : undefined) ?? {};
	const scale = style.vectorEffect === 'non-scaling-stroke' ? Math.sqrt(Math.abs(a * d - b * c)) : 1;
	const lengths = (css: string) => css.replace(/[\d.]+(px)?/g, (one) => (parseFloat(one) / scale).toPrecision(4));
	const dashes = style.strokeDasharray === 'none' ? undefined : lengths(style.strokeDasharray);
	return { ...paint, 'stroke-width': lengths(style.strokeWidth), 'stroke-dasharray': dashes };
}

function paintOf(css: string, as: 'fill' | 'stroke', opacity: string): Attributes {
	const own = opacity === '1' ? undefined : opacity;
	if (css.startsWith('url(')) return { [as]: css.replaceAll('"', ''), [`${as}-opacity`]: own };
	const paint = css === 'none' ? undefined : inColour(css, as);
	if (!paint) return { [as]: 'none' };
	return own === undefined ? paint : { ...paint, [`${as}-opacity`]: Number(paint[`${as}-opacity`] ?? 1) * Number(own) };
}

function stopOf(style: CSSStyleDeclaration): Attributes {
	return inColour(style.stopColor, 'stop-color') ?? { 'stop-opacity': 0 };
}

function attributesOf(svg: SVGElement): Record<string, string | undefined> {
	return Object.fromEntries([...svg.attributes].filter(({ name }) => !LEFT.test(name)).map((a) => [a.name, a.value]));
}
