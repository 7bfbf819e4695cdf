/** What softmax makes of one row of scores, and how much of a gradient it lets through. */
import { argmax, entropyBits, softmax } from '#num/stats.ts';

/** A softmaxed row and its measures. */
export interface Softened {
	readonly scores: Float32Array;
	readonly weights: Float32Array;
	readonly bits: number;
	readonly best: number;
	readonly bestWeight: number;
	/** The Frobenius norm of softmax's Jacobian, diag(p) − p pᵀ. */
	readonly gradient: number;
	/** From the least to the largest open score. */
	readonly span: number;
}

/** A row of scores through softmax; −∞ is closed. */
export function soften(scores: Float32Array): Softened {
	const weights = softmax(scores);
	const open = scores.filter((score) => score !== -Infinity);
	const best = argmax(weights);
	return {
		scores,
		weights,
		bits: entropyBits(weights),
		best,
		bestWeight: weights[best] ?? 0,
		gradient: jacobianNorm(weights),
		span: open.length === 0 ? 0 : open.reduce((a, b) => Math.max(a, b)) - open.reduce((a, b) => Math.min(a, b))
	};
}

/**
 * ‖diag(p) − p pᵀ‖, the root of the sum of all squared derivatives ∂pᵢ/∂scoreⱼ of a softmax: at most ½, and 0 where one
 * weight is 1. Its square is Σ pᵢ² − 2 Σ pᵢ³ + (Σ pᵢ²)².
 */
export function jacobianNorm(weights: Float32Array): number {
	let [squares, cubes] = [0, 0];
	for (const p of weights) {
		squares += p ** 2;
		cubes += p ** 3;
	}
	// Rounding can bring a difference of nearly equal numbers below zero.
	return Math.sqrt(Math.max(0, squares - 2 * cubes + squares ** 2));
}
