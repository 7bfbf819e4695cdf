/**
 * Reads the safetensors format: eight bytes of length, a JSON header, and the tensors' bytes one after another.
 *
 * A file is trusted in nothing: sizes are checked before they are used, and no byte may belong to two tensors or none.
 */
import * as v from 'valibot';
import { sizeOf } from '#num/named.ts';
import { EngineError } from './failures.ts';

const HEADER_LIMIT = 32 * 2 ** 20;
const BYTES = { F64: 8, F32: 4, F16: 2, BF16: 2, I64: 8, I32: 4, I16: 2, I8: 1, U8: 1, BOOL: 1 } as const;

const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 40));
const header = v.record(
	v.string(),
	v.strictObject({
		// The keys of the table, as a list that is not empty.
		dtype: v.picklist(Object.keys(BYTES) as (keyof typeof BYTES)[]),
		shape: v.pipe(v.array(index), v.maxLength(8)),
		data_offsets: v.strictTuple([index, index])
	})
);

/** A tensor as the file holds it. */
export interface StoredTensor {
	readonly dtype: keyof typeof BYTES;
	readonly shape: readonly number[];
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The tensors of a safetensors file by name, not yet converted; throws EngineError `model-damaged`. */
export function readSafetensors(file: ArrayBuffer): Map<string, StoredTensor> {
	if (file.byteLength < 8) damaged('it is too short to hold a header');
	const length = Number(new DataView(file).getBigUint64(0, true));
	if (length > HEADER_LIMIT) damaged(`its header claims ${length} bytes`);
	if (8 + length > file.byteLength) damaged('it ends inside its header');
	const entries = parseHeader(new Uint8Array(file, 8, length));
	checkLayout(entries, file.byteLength - 8 - length);
	return new Map(
		entries.map(
			([
				name,
				{
					dtype,
					shape,
					data_offsets: [start, end]
				}
			]) => [name, { dtype, shape, bytes: new Uint8Array(file, 8 + length + start, end - start) }]
		)
	);
}

/** A stored tensor's values in 32 bits, copied; throws EngineError `model-damaged` for kinds that are not weights. */
export function valuesOf({ dtype, bytes }: StoredTensor): Float32Array<ArrayBuffer> {
	// Copied before viewing, since tensors need not be aligned; every device this runs on is little-endian, as the format.
	const { buffer } = bytes.slice();
	switch (dtype) {
		case 'F32':
			return new Float32Array(buffer);
		case 'F16':
			return fromHalves(new Uint16Array(buffer));
		case 'BF16':
			return new Float32Array(Uint32Array.from(new Uint16Array(buffer), (half) => half << 16).buffer);
		default:
			return damaged(`weights of kind ${dtype} cannot be read`);
	}
}

type Entry = [name: string, entry: v.InferOutput<typeof header>[string]];

function parseHeader(bytes: Uint8Array): Entry[] {
	try {
		// Of whatever it is, only the entries matter, and the schema checks each.
		const { __metadata__: _, ...tensors } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
		return Object.entries(v.parse(header, tensors));
	} catch (error) {
		damaged(`its header cannot be read: ${String(error)}`);
	}
}

function checkLayout(entries: readonly Entry[], bytes: number): void {
	let reached = 0;
	for (const [name, { dtype, shape, data_offsets }] of entries.toSorted(byOffset)) {
		const [start, end] = data_offsets;
		if (start !== reached) damaged(`there is ${start > reached ? 'a hole' : 'an overlap'} before ${name}`);
		if (end - start !== sizeOf(shape) * BYTES[dtype]) damaged(`${name} does not fill its shape`);
		reached = end;
	}
	if (reached > bytes) damaged(`it is cut short: ${bytes} bytes of ${reached}`);
	if (reached < bytes) damaged(`${bytes - reached} bytes at its end belong to nothing`);
}

function byOffset([, a]: Entry, [, b]: Entry): number {
	// An empty tensor may begin where its neighbour does.
	return a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1];
}

/** A plain loop: on a million weights `Float32Array.from` takes a tenth of a second. */
function fromHalves(stored: Uint16Array): Float32Array<ArrayBuffer> {
	const values = new Float32Array(stored.length);
	const meaning = halves();
	for (let i = 0; i < stored.length; i++) values[i] = meaning[stored[i] ?? 0] ?? NaN;
	return values;
}

let table: Float32Array | undefined;

/** The value of each of the 65,536 numbers of 16 bits (IEEE 754 binary16). */
function halves(): Float32Array {
	table ??= Float32Array.from({ length: 2 ** 16 }, (_, bits) => {
		const sign = bits >> 15 === 0 ? 1 : -1;
		const exponent = (bits >> 10) & 31;
		const fraction = bits & 1023;
		if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
		return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
	});
	return table;
}

function damaged(how: string): never {
	throw new EngineError('model-damaged', `model.safetensors: ${how}`);
}
