/**
 * What the file holds besides its pages: models, binaries, formulas. Each has the address `#/its/name`, which is answered
 * out of the file; a page that was opened from a disk may fetch nothing.
 */

/** Files by name, each in base64. */
export type Held = Readonly<Record<string, string>>;

const TYPES: Readonly<Record<string, string>> = {
	json: 'application/json',
	svg: 'image/svg+xml',
	wasm: 'application/wasm'
};

/** The name of the file that an address means; undefined for the address of something else. */
export function nameIn(address: string): string | undefined {
	const at = address.indexOf('#/');
	return at < 0 ? undefined : address.slice(at + 2);
}

/** A file that is held; undefined where there is none of this name. */
export function blobOf(held: Held, name: string): Blob | undefined {
	const text = Object.hasOwn(held, name) ? held[name] : undefined;
	if (text === undefined) return undefined;
	return new Blob([bytesOf(text)], { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
}

/** Lets `fetch` answer from what is held; all else it asks as before. */
export function fetchFrom(held: Held): void {
	const before = globalThis.fetch.bind(globalThis);
	globalThis.fetch = async (input, init) => {
		const name = typeof input === 'string' ? nameIn(input) : undefined;
		if (name === undefined) return before(input, init);
		const blob = blobOf(held, name);
		if (!blob) return new Response(null, { status: 404 });
		return new Response(blob, { headers: { 'content-type': blob.type, 'content-length': String(blob.size) } });
	};
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	const letters = atob(base64);
	const bytes = new Uint8Array(letters.length);
	for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
	return bytes;
}
