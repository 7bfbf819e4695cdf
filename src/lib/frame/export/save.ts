/** Files and the clipboard. */
import type { Drawing } from './draw/draw.ts';

/** Hands a file to the reader. */
export function save(parts: Blob, name: string): void {
	const address = URL.createObjectURL(parts);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers fetch it only after the click has been dealt with.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A drawing as a file of SVG. */
export function svgFile({ svg }: Drawing): Blob {
	return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${svg}`], { type: 'image/svg+xml' });
}

/** A drawing in pixels, `scale` of them for each of CSS. */
export async function pngFile(drawing: Drawing, scale: number): Promise<Blob> {
	const [width, height] = [drawing.width * scale, drawing.height * scale];
	const image = new Image(width, height);
	// Drawn at its final size, it is as sharp as that size allows.
	const large = drawing.svg.replace(/width="\d+" height="\d+"/, `width="${width}" height="${height}"`);
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(large)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('too large'))), 'image/png')
	);
}

/** Puts an image on the clipboard; false where the browser refuses. */
export async function copyImage(image: Promise<Blob>): Promise<boolean> {
	try {
		// A promise, not its result: Safari forgets the click while one waits.
		await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
		return true;
	} catch {
		return false;
	}
}
