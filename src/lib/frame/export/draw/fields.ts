/** What a reader sets: the browser draws it, so that its parts cannot be looked at. */
import { inColour } from './colour.ts';
import { drawWord } from './letters.ts';
import { element, rectangle, type Box } from './sheet.ts';

/** A field's value, and a slider's place; its ground and border are those of its box. */
export function drawField(field: HTMLInputElement | HTMLSelectElement, style: CSSStyleDeclaration, box: Box): string {
	if (field instanceof HTMLSelectElement) return drawValue(field.selectedOptions[0]?.text ?? '', style, box);
	if (field.type === 'range') return drawSlider(field, style, box);
	if (field.type === 'checkbox' || field.type === 'radio')
		return style.appearance === 'none' ? '' : drawTick(field, style, box);
	return drawValue(field.value, style, box);
}

function drawValue(text: string, style: CSSStyleDeclaration, box: Box): string {
	const left = parseFloat(style.paddingInlineStart) + parseFloat(style.borderInlineStartWidth);
	return drawWord(text, { ...box, x: box.x + left }, style);
}

function drawSlider(field: HTMLInputElement, style: CSSStyleDeclaration, box: Box): string {
	const [min, max] = [Number(field.min || 0), Number(field.max || 100)];
	const share = max > min ? (field.valueAsNumber - min) / (max - min) : 0;
	const [radius, y] = [7, box.y + box.height / 2];
	const x = box.x + radius + share * (box.width - 2 * radius);
	const fill = inColour(style.accentColor === 'auto' ? style.color : style.accentColor);
	if (!fill) return '';
	const track = { x: box.x, y: y - 2, width: box.width, height: 4 };
	const opacity = { ...fill, 'fill-opacity': 0.25 };
	const run = rectangle({ ...track, width: x - box.x }, 2, fill);
	return rectangle(track, 2, opacity) + run + element('circle', { cx: x, cy: y, r: radius, ...fill });
}

function drawTick(field: HTMLInputElement, style: CSSStyleDeclaration, box: Box): string {
	const stroke = inColour(style.color, 'stroke');
	const radius = field.type === 'radio' ? box.width / 2 : 2;
	const frame = rectangle(box, radius, { fill: 'none', ...stroke });
	const { x, y, width, height } = box;
	const tick = `M${x + width * 0.2} ${y + height * 0.5}l${width * 0.2} ${height * 0.25}l${width * 0.4} ${-height * 0.5}`;
	return field.checked ? frame + element('path', { d: tick, fill: 'none', ...stroke, 'stroke-width': 2 }) : frame;
}
