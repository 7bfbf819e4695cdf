/** The non-linear functions of feed-forward networks, number by number, under the names that configurations give them. */

/** A function of one number. */
export type Activation = (x: number) => number;

const FUNCTIONS: Readonly<Record<string, Activation>> = {
	gelu: (x) => 0.5 * x * (1 + erf(x / Math.SQRT2)),
	gelu_new: geluTanh,
	gelu_fast: geluTanh,
	gelu_pytorch_tanh: geluTanh,
	relu: (x) => Math.max(0, x),
	silu,
	swish: silu
};

/** The function of a name; models whose activation has none of these names do not load. */
export function activationOf(name: string): Activation {
	return FUNCTIONS[name] ?? ((x) => x);
}

/** What readers call it: GELU, SiLU, ReLU. */
export function activationName(name: string): string {
	if (name.startsWith('gelu')) return 'GELU';
	return name === 'relu' ? 'ReLU' : 'SiLU';
}

/** GELU with the normal distribution approximated by tanh (Hendrycks and Gimpel, 2016). */
function geluTanh(x: number): number {
	return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));
}

function silu(x: number): number {
	return x / (1 + Math.exp(-x));
}

/** The error function to within 1.5e-7 (Abramowitz and Stegun, 7.1.26). */
function erf(x: number): number {
	const t = 1 / (1 + 0.3275911 * Math.abs(x));
	const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
	return Math.sign(x) * (1 - series * Math.exp(-x * x));
}
