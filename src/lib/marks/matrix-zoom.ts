/** Looking closer at a large matrix: pinch or control and wheel to zoom, drag a rectangle to zoom into it. */
import { brush, select, zoom, zoomIdentity, type D3BrushEvent, type D3ZoomEvent, type ZoomTransform } from 'd3';
import type { Extent } from './matrix.ts';

/** What the gestures write, and what they read when one begins: properties may be getters over what changes. */
export interface Zoomable {
	readonly rows: number;
	readonly columns: number;
	/** True where a plain drag means something else: the rectangle then asks for the shift key. */
	readonly dragTaken: boolean;
	readonly extent: () => Extent;
	readonly show: (extent: Extent) => void;
}

/** The stretch that a zoom transform shows of `rows` × `columns` cells drawn `width` × `height` large. */
export function extentOf(
	transform: Pick<ZoomTransform, 'x' | 'y' | 'k'>,
	rows: number,
	columns: number,
	width: number,
	height: number
): Extent {
	const { x, y, k } = transform;
	return {
		row: (-y / k / height) * rows,
		column: (-x / k / width) * columns,
		rows: rows / k,
		columns: columns / k
	};
}

/** The smallest stretch in the matrix's own proportions around a dragged rectangle given in fractions. */
export function extentAround(
	[[x0, y0], [x1, y1]]: readonly [readonly [number, number], readonly [number, number]],
	seen: Extent,
	rows: number,
	columns: number
): Extent {
	const share = Math.max(((x1 - x0) * seen.columns) / columns, ((y1 - y0) * seen.rows) / rows);
	const middle = (start: number, length: number, from: number, to: number) => start + (length * (from + to)) / 2;
	const held = (center: number, length: number, all: number) =>
		Math.min(all - length, Math.max(0, center - length / 2));
	return {
		row: held(middle(seen.row, seen.rows, y0, y1), rows * share, rows),
		column: held(middle(seen.column, seen.columns, x0, x1), columns * share, columns),
		rows: rows * share,
		columns: columns * share
	};
}

/** Listens for the gestures on the drawing and its SVG overlay; returns how to stop. */
export function zoomable(field: HTMLElement, overlay: SVGSVGElement, target: Zoomable): () => void {
	const size = () => [field.clientWidth, field.clientHeight] as const;
	const frame = (): [[number, number], [number, number]] => [[0, 0], [...size()]];
	const drawing = select(field);
	const pan = zoom<HTMLElement, unknown>()
		.extent(frame)
		.filter((event: Event) => {
			// The buttons and the keyboard zoom, too: start every gesture from what is seen now.
			const { rows, columns } = target;
			const [width, height] = size();
			pan.scaleExtent([1, Math.max(1, Math.max(rows, columns) / 8)]).translateExtent(frame());
			const { row, column, columns: seen } = target.extent();
			const k = columns / seen;
			drawing.property(
				'__zoom',
				zoomIdentity.translate((-column / columns) * width * k, (-row / rows) * height * k).scale(k)
			);
			return isZooming(event);
		})
		.on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) =>
			target.show(extentOf(transform, target.rows, target.columns, ...size()))
		);
	drawing.call(pan).on('dblclick.zoom', null);

	const layer = select(overlay).append('g');
	const rectangle = brush<unknown>()
		.extent(frame)
		.touchable(false)
		.filter((event: MouseEvent) => !event.ctrlKey && event.button === 0 && (event.shiftKey || !target.dragTaken))
		.on('end', ({ selection }: D3BrushEvent<unknown>) => {
			if (!selection) return;
			layer.call((cleared) => rectangle.clear(cleared));
			const [[x0, y0], [x1, y1]] = selection as [[number, number], [number, number]]; // two-dimensional brush
			const [width, height] = size();
			if (x1 - x0 < 6 && y1 - y0 < 6) return;
			target.show(
				extentAround(
					[
						[x0 / width, y0 / height],
						[x1 / width, y1 / height]
					],
					target.extent(),
					target.rows,
					target.columns
				)
			);
		});
	layer.call(rectangle);
	// The drawing may have another size by now.
	drawing.on('pointerenter.size', () => layer.call(rectangle));
	return () => {
		drawing.on('.zoom', null).on('.size', null);
		layer.remove();
	};
}

function isZooming(event: Event): boolean {
	if (event.type === 'wheel') return (event as WheelEvent).ctrlKey; // the type says so
	return 'touches' in event && (event as TouchEvent).touches.length === 2; // so does the property
}
