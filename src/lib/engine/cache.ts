/**
 * The KV cache: the rotated keys and the values of every position so far, in memory that is set aside once.
 *
 * Where JavaScript can reach a backend's memory (WebAssembly, plain arrays) a new row is written in place. Elsewhere a
 * tensor of the same size takes the old one's place, which the backend recycles: no memory is added either way.
 */
import type { ModelConfig } from './config.ts';
import { add, concat, dispose, keep, memoryOf, mul, slice, tensor, tidy, zeros, type Tensor } from './tf.ts';

/** Keys and values, each [kv_head, key, d_head]. */
export interface KeysAndValues {
	readonly keys: Tensor;
	readonly values: Tensor;
}

/** The keys and values of a text that grows. */
export class KVCache {
	readonly #context: number;
	readonly #layers: { keys: Tensor; values: Tensor }[];

	/** Sets memory aside for as many positions as the model's context holds. */
	constructor(config: ModelConfig) {
		const empty = () => keep(zeros([config.kvHeads, config.context, config.d_head]));
		this.#context = config.context;
		this.#layers = Array.from({ length: config.layers }, () => ({ keys: empty(), values: empty() }));
	}

	/** Bytes that are set aside. */
	get bytes(): number {
		return this.#layers.reduce((sum, { keys }) => sum + 2 * keys.size * Float32Array.BYTES_PER_ELEMENT, 0);
	}

	/** Writes positions from `at` on, over what was there; returns the layer's keys and values up to their end. */
	append(layer: number, at: number, keys: Tensor, values: Tensor): KeysAndValues {
		const held = this.#layers[layer];
		const end = at + (keys.shape[1] ?? 0);
		if (!held || end > this.#context) throw new RangeError(`there is no room for ${end} in layer ${layer}`);
		held.keys = written(held.keys, keys, at);
		held.values = written(held.values, values, at);
		return { keys: filled(held.keys, end), values: filled(held.values, end) };
	}

	/** Gives its memory back. */
	dispose(): void {
		dispose(this.#layers);
	}
}

/** Bytes that the keys and values of so many positions take. */
export function cacheBytes({ layers, kvHeads, d_head }: ModelConfig, positions: number): number {
	return 2 * layers * kvHeads * d_head * positions * Float32Array.BYTES_PER_ELEMENT;
}

/** The first `length` rows: a copy, so that no later write shows in what a run has kept. */
function filled(buffer: Tensor, length: number): Tensor {
	const [heads = 0, , width = 0] = buffer.shape;
	return slice(buffer, [0, 0, 0], [heads, length, width]);
}

function written(buffer: Tensor, rows: Tensor, at: number): Tensor {
	const memory = memoryOf(buffer);
	if (!memory) return replaced(buffer, rows, at);
	const [heads = 0, room = 0, width = 0] = buffer.shape;
	const count = rows.shape[1] ?? 0;
	const source = memoryOf(rows) ?? new Float32Array();
	for (let head = 0; head < heads; head++) {
		const row = source.subarray(head * count * width, (head + 1) * count * width);
		memory.set(row, (head * room + at) * width);
	}
	return buffer;
}

/** A buffer of the same size with rows [kv_head, new, d_head] from `at` on; the old buffer is gone. */
export function replaced(buffer: Tensor, rows: Tensor, at: number): Tensor {
	const next = keep(tidy(() => (rows.shape[1] === 1 ? withRow : withRows)(buffer, rows, at)));
	buffer.dispose();
	return next;
}

/** Of shapes that are the same at every step, so that no step compiles or sets aside anything new. */
function withRow(buffer: Tensor, row: Tensor, at: number): Tensor {
	const room = buffer.shape[1] ?? 0;
	const here = Float32Array.from({ length: room }, (_, i) => Number(i === at));
	const inside = tensor(here, [1, room, 1]);
	const outside = tensor(
		here.map((one) => 1 - one),
		[1, room, 1]
	);
	return add(mul(buffer, outside), mul(row, inside));
}

function withRows(buffer: Tensor, rows: Tensor, at: number): Tensor {
	const [heads = 0, room = 0, width = 0] = buffer.shape;
	const end = at + (rows.shape[1] ?? 0);
	const before = slice(buffer, [0, 0, 0], [heads, at, width]);
	const after = slice(buffer, [0, end, 0], [heads, room - end, width]);
	return concat(
		[before, rows, after].filter((part) => part.size > 0),
		1
	);
}
