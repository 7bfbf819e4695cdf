/** The non-linear functions of feed-forward networks, under the names that configurations give them. */
import { add, div, erf, mul, relu, sigmoid, square, type Tensor } from './tf.ts';

const FUNCTIONS = {
	gelu: (x: Tensor) => mul(mul(x, 0.5), add(erf(div(x, Math.SQRT2)), 1)),
	gelu_new: geluTanh,
	gelu_fast: geluTanh,
	gelu_pytorch_tanh: geluTanh,
	relu: (x: Tensor): Tensor => relu(x),
	silu,
	swish: silu
} as const;

/** The name of an activation. */
export type Activation = keyof typeof FUNCTIONS;

/** Every activation that is known. */
// Object.keys forgets that these are exactly the table's own keys.
export const ACTIVATIONS = Object.keys(FUNCTIONS) as readonly Activation[];

/** An activation, value by value. */
export function activate(name: Activation, x: Tensor): Tensor {
	return FUNCTIONS[name](x);
}

/**
 * GELU with the normal distribution approximated by tanh (Hendrycks and Gimpel, 2016). Half of 1 + tanh(u) is the sigmoid
 * of 2u, which takes fewer steps and on WebAssembly is several times faster.
 */
function geluTanh(x: Tensor): Tensor {
	const slope = add(mul(square(x), 2 * Math.sqrt(2 / Math.PI) * 0.044715), 2 * Math.sqrt(2 / Math.PI));
	return mul(x, sigmoid(mul(x, slope)));
}

function silu(x: Tensor): Tensor {
	return mul(x, sigmoid(x));
}
