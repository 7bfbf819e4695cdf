/** Paints a matrix on a canvas: one pixel per cell into an image, which is then scaled up without smoothing. */
import type { Scale } from '#theme/scale.ts';
import { whole, type Extent } from './matrix.ts';

/** Numbers laid out row by row, and which of them are closed. */
export interface Cells {
	readonly data: ArrayLike<number>;
	readonly rows: number;
	readonly columns: number;
	readonly masked?: (row: number, column: number) => boolean;
}

/** True for a cell that takes no part: masked by the caller, −∞, or not a number. Such cells are hatched. */
export function isMasked(cells: Cells, row: number, column: number): boolean {
	const value = cells.data[row * cells.columns + column] ?? NaN;
	return value === -Infinity || Number.isNaN(value) || (cells.masked?.(row, column) ?? false);
}

/** One pixel per cell: red, green, blue, opaque; masked cells are left clear so that the hatching below shows. */
export function matrixPixels(cells: Cells, scale: Scale): Uint8ClampedArray<ArrayBuffer> {
	const { data, rows, columns, masked } = cells;
	const pixels = scale.pixels(data, rows * columns);
	if (!masked) return pixels;
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const i = row * columns + column;
			if (masked(row, column)) pixels[i * 4 + 3] = 0;
		}
	}
	return pixels;
}

/** Paints the seen stretch of a matrix over the whole canvas, `size` CSS pixels large, at the resolution of the screen. */
export function paintMatrix(canvas: HTMLCanvasElement, cells: Cells, scale: Scale, extent: Extent, size: Size): void {
	const context = cleared(canvas, size);
	// Not spread: what an observer tells has its sides from its class.
	const { width, height } = size;
	if (context) drawMatrix(context, cells, scale, extent, { x: 0, y: 0, width, height });
}

/** A matrix as a picture, and where it stands on a canvas. */
export interface Picture {
	readonly cells: Cells;
	readonly at: Box;
}

/**
 * Paints whole matrices on one canvas. Many small canvases would each be a layer to the browser, which sorts all layers
 * anew whenever something between them changes.
 */
export function paintPictures(canvas: HTMLCanvasElement, pictures: readonly Picture[], scale: Scale, size: Size): void {
	const context = cleared(canvas, size);
	if (!context) return;
	for (const { cells, at } of pictures) drawMatrix(context, cells, scale, whole(cells.rows, cells.columns), at);
}

/** A canvas without its drawing, and as many pixels large as the screen shows of it. */
function cleared(canvas: HTMLCanvasElement, size: Size): CanvasRenderingContext2D | null {
	const width = Math.max(1, Math.round(size.width * devicePixelRatio));
	const height = Math.max(1, Math.round(size.height * devicePixelRatio));
	const context = canvas.getContext('2d');
	// Assigning a size, even the same, clears the canvas and lays the page out again.
	if (canvas.width !== width) canvas.width = width;
	if (canvas.height !== height) canvas.height = height;
	context?.clearRect(0, 0, width, height);
	return context;
}

function drawMatrix(
	context: CanvasRenderingContext2D,
	cells: Cells,
	scale: Scale,
	{ column, row, columns, rows }: Extent,
	at: Box
): void {
	if (cells.rows === 0 || cells.columns === 0) return;
	const image = imageOf(cells, scale);
	const [left, top, right, bottom] = [at.x, at.y, at.x + at.width, at.y + at.height].map((place) =>
		Math.round(place * devicePixelRatio)
	) as [number, number, number, number];
	context.imageSmoothingEnabled = false;
	context.drawImage(image, column, row, columns, rows, left, top, right - left, bottom - top);
}

let sheet: OffscreenCanvas | undefined;

/** A matrix as an image of one pixel per cell, on a sheet that the next one takes over. */
function imageOf(cells: Cells, scale: Scale): OffscreenCanvas {
	const { rows, columns } = cells;
	if (!sheet || sheet.width < columns || sheet.height < rows)
		sheet = new OffscreenCanvas(Math.max(columns, sheet?.width ?? 0), Math.max(rows, sheet?.height ?? 0));
	const context = sheet.getContext('2d', { willReadFrequently: true });
	context?.putImageData(new ImageData(matrixPixels(cells, scale), columns, rows), 0, 0);
	return sheet;
}

/** What is drawn on, in CSS pixels. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** A part of what is drawn on, in CSS pixels from its corner. */
export interface Box extends Size {
	readonly x: number;
	readonly y: number;
}

/**
 * Keeps a canvas painted: before the next frame, and whenever its size changes. For `{@attach}`; stops when detached.
 *
 * The observer tells the size after the frame's one layout. To ask the canvas for it instead would lay the whole page
 * out once for every canvas on it.
 */
export function keepPainted(
	canvas: HTMLCanvasElement,
	paint: (canvas: HTMLCanvasElement, size: Size) => void
): () => void {
	const observer = new ResizeObserver((entries) => {
		const last = entries.at(-1);
		if (last) paint(canvas, last.contentRect);
	});
	observer.observe(canvas);
	return () => observer.disconnect();
}
