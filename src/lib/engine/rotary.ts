/** Rotary positions (Su et al., 2021), in the half-split layout: dimension i turns together with dimension i + dims/2. */
import { add, concat, mul, slice, tensor, type Tensor } from './tf.ts';

/** The cosines and signed sines of a stretch of positions, each [pos, d_head]. */
export interface Rotation {
	readonly dims: number;
	readonly cos: Tensor;
	readonly sin: Tensor;
}

/** The rotation of `count` positions from `start` on: pair i by position · theta^(−2i/dims), the rest not at all. */
export function rotationOf(
	{ dims, theta }: { readonly dims: number; readonly theta: number },
	d_head: number,
	start: number,
	count: number
): Rotation {
	const half = dims / 2;
	const cos = new Float32Array(count * d_head).fill(1);
	const sin = new Float32Array(count * d_head);
	for (let row = 0; row < count; row++) {
		for (let i = 0; i < half; i++) {
			const angle = (start + row) * theta ** (-i / half);
			const place = row * d_head + i;
			cos[place] = cos[place + half] = Math.cos(angle);
			sin[place] = -Math.sin(angle);
			sin[place + half] = Math.sin(angle);
		}
	}
	return { dims, cos: tensor(cos, [count, d_head]), sin: tensor(sin, [count, d_head]) };
}

/** Heads [head, pos, d_head], each pair of dimensions turned by its position's angle. */
export function rotate(x: Tensor, { dims, cos, sin }: Rotation): Tensor {
	return add(mul(x, cos), mul(partners(x, dims), sin));
}

/** In place of each dimension the one that it turns with. */
function partners(x: Tensor, dims: number): Tensor {
	const [heads = 0, count = 0, d_head = 0] = x.shape;
	const half = dims / 2;
	const part = (from: number, length: number) => slice(x, [0, 0, from], [heads, count, length]);
	const turned = [part(half, half), part(0, half)];
	return concat(dims === d_head ? turned : [...turned, part(dims, d_head - dims)], 2);
}
