/** The activation function over the stretch that a token's neurons take, and how many of them lie where. */
import type { Activation } from './activation.ts';

/** A curve, and a histogram over the same axis. */
export interface Curved {
	readonly low: number;
	readonly high: number;
	readonly points: readonly (readonly [x: number, y: number])[];
	/** Neurons in each of equally wide stretches from `low` to `high`. */
	readonly bins: readonly number[];
}

const STEPS = 96;
const BINS = 48;
// Wide enough for the bend to be seen even where all neurons lie close to 0.
const LEAST = 3;

/** The function from below the least pre-activation to above the greatest, and the pre-activations counted. */
export function drawCurve(pre: Float32Array, activation: Activation): Curved {
	const high = Math.ceil(pre.reduce((most, x) => Math.max(most, x), LEAST));
	const low = Math.floor(pre.reduce((least, x) => Math.min(least, x), -LEAST));
	const points = Array.from({ length: STEPS + 1 }, (_, i) => {
		const x = low + ((high - low) * i) / STEPS;
		return [x, activation(x)] as const;
	});
	const bins = new Array<number>(BINS).fill(0);
	for (const x of pre) {
		const bin = Math.min(BINS - 1, Math.floor(((x - low) / (high - low)) * BINS));
		bins[bin] = (bins[bin] ?? 0) + 1;
	}
	return { low, high, points, bins };
}

/** Where a chart's parts lie in a drawing of `width` × `height` pixels: the curve above, the histogram below. */
export interface PlotLayout {
	readonly x: (value: number) => number;
	/** Heights of the curve, from its top to its foot. */
	readonly y: (value: number) => number;
	readonly path: string;
	readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
	/** The foot of the histogram. */
	readonly foot: number;
	readonly ticks: readonly number[];
}

const MARGIN = { side: 8, top: 10, foot: 20 } as const;

/** Lays a curve and its histogram out, one axis beneath both. */
export function layoutPlot({ low, high, points, bins }: Curved, width: number, height: number): PlotLayout {
	const right = Math.max(MARGIN.side + 1, width - MARGIN.side);
	const foot = height - MARGIN.foot;
	const middle = MARGIN.top + (foot - MARGIN.top) * 0.6;
	const heights = points.map(([, y]) => y);
	const [least, most] = [Math.min(...heights), Math.max(...heights)];
	const x = (value: number) => round(MARGIN.side + ((value - low) / (high - low)) * (right - MARGIN.side));
	const y = (value: number) => round(middle - ((value - least) / (most - least || 1)) * (middle - MARGIN.top));
	const tallest = Math.max(1, ...bins);
	const side = (right - MARGIN.side) / bins.length;
	return {
		x,
		y,
		path: `M${points.map(([a, b]) => `${x(a)} ${y(b)}`).join('L')}`,
		bars: bins.map((count, i) => {
			// A single neuron stays visible beside hundreds.
			const tall = count === 0 ? 0 : Math.max(1.5, (count / tallest) * (foot - middle - 8));
			return { x: round(MARGIN.side + i * side), y: round(foot - tall), width: round(side - 1), height: round(tall) };
		}),
		foot,
		ticks: ticksOf(low, high, width)
	};
}

/** Whole numbers along the axis, as many as have room. */
function ticksOf(low: number, high: number, width: number): number[] {
	const step = Math.max(1, Math.ceil((high - low) / Math.max(2, Math.floor(width / 48))));
	const first = Math.ceil(low / step) * step;
	return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => first + i * step + 0);
}

function round(value: number): number {
	return +value.toFixed(2);
}
