/** Values under a name, row by row. */
export interface NamedMatrix {
	readonly name: string;
	readonly shape: readonly number[];
	readonly values: Float32Array;
}

/** A safetensors file of 32-bit floats: the length of the header, the header, the values in the order given. */
export function writeSafetensors(tensors: readonly NamedMatrix[]): Uint8Array<ArrayBuffer> {
	let end = 0;
	const entries = tensors.map(({ name, shape, values }) => {
		const start = end;
		end += values.byteLength;
		return [name, { dtype: 'F32', shape, data_offsets: [start, end] }] as const;
	});
	const written = JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(entries) });
	// Padded with spaces, so that values begin where 64-bit numbers may.
	const header = new TextEncoder().encode(written.padEnd(Math.ceil(written.length / 8) * 8));
	const file = new Uint8Array(8 + header.length + end);
	new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
	file.set(header, 8);
	let at = 8 + header.length;
	for (const { values } of tensors) {
		file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
		at += values.byteLength;
	}
	return file;
}
