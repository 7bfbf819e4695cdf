/** The geometry of curves: scales, axes and paths in pixels, computed from points. */
import { extent, line, scaleLinear, scaleLog } from 'd3';

/** A point: x, y. */
export type XY = readonly [number, number];

/** One line of a chart. */
export interface Series {
	readonly name: string;
	readonly points: readonly XY[];
	readonly tone?: 'query' | 'key' | 'value' | 'ink' | 'soft';
	readonly dashed?: boolean;
	/** Half the height of each point's error bar, in the units of y. */
	readonly errors?: readonly number[];
}

/** An axis: its label with its unit, and whether equal ratios take equal room. */
export interface CurveAxis {
	readonly label: string;
	readonly log?: boolean;
}

/** A tick: its place in pixels and its number. */
export interface Tick {
	readonly at: number;
	readonly value: number;
}

/** Everything that is drawn of a chart but its colours. */
export interface CurveLayout {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly xTicks: readonly Tick[];
	readonly yTicks: readonly Tick[];
	readonly paths: readonly string[];
	/** The vertical line of each error bar, by series. */
	readonly errors: readonly (readonly { readonly x: number; readonly y0: number; readonly y1: number }[])[];
	readonly x: (value: number) => number;
	readonly y: (value: number) => number;
}

const MARGIN = { left: 52, right: 12, top: 26, bottom: 38 } as const;

/** Lays out a chart of `width` × `height` pixels; points that a logarithmic axis cannot hold are left out. */
export function layoutCurves(
	series: readonly Series[],
	axes: { readonly x: CurveAxis; readonly y: CurveAxis },
	width: number,
	height: number
): CurveLayout {
	const [left, right] = [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)];
	const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
	const isHeld = ([x, y]: XY) =>
		Number.isFinite(x) && Number.isFinite(y) && !(axes.x.log && x <= 0) && !(axes.y.log && y <= 0);
	const held = series.map(({ points }) => points.filter(isHeld));
	const spread = series.flatMap(({ points, errors }) =>
		points.flatMap(([, y], i) => [y - (errors?.[i] ?? 0), y + (errors?.[i] ?? 0)])
	);
	const x = scaleOfAxis(
		held.flat().map(([value]) => value),
		axes.x,
		left,
		right
	);
	const y = scaleOfAxis(
		spread.filter((value) => Number.isFinite(value) && !(axes.y.log && value <= 0)),
		axes.y,
		bottom,
		top,
		true
	);
	const path = line<XY>(
		([a]) => round(x(a)),
		([, b]) => round(y(b))
	);
	return {
		left,
		right,
		top,
		bottom,
		xTicks: ticksOf(x, axes.x, Math.max(2, Math.floor((right - left) / 70))),
		yTicks: ticksOf(y, axes.y, Math.max(2, Math.floor((bottom - top) / 36))),
		paths: held.map((points) => path(points) ?? ''),
		errors: series.map(({ points, errors }) =>
			points.flatMap((point, i) => {
				const error = errors?.[i];
				if (error === undefined || !isHeld(point)) return [];
				const low = axes.y.log ? Math.max(point[1] - error, point[1] / 100) : point[1] - error;
				return [{ x: round(x(point[0])), y0: round(y(low)), y1: round(y(point[1] + error)) }];
			})
		),
		x,
		y
	};
}

/** The x among all points that lies nearest to a place in pixels. */
export function nearestX(series: readonly Series[], x: (value: number) => number, at: number): number | undefined {
	let nearest: number | undefined;
	for (const [value] of series.flatMap(({ points }) => points)) {
		const distance = Math.abs(x(value) - at);
		if (Number.isFinite(distance) && (nearest === undefined || distance < Math.abs(x(nearest) - at))) nearest = value;
	}
	return nearest;
}

type AxisScale = ((value: number) => number) & { ticks: (count: number) => number[] };

function scaleOfAxis(values: number[], axis: CurveAxis, from: number, to: number, nice = false): AxisScale {
	const [low, high] = extent(values);
	if (axis.log) {
		const scale = scaleLog([low ?? 1, high === low ? (high ?? 1) * 10 : (high ?? 10)], [from, to]);
		return nice ? scale.nice() : scale;
	}
	// Zero belongs to a linear axis of heights when it is near.
	const start = nice && low !== undefined && high !== undefined && low > 0 && low < high / 2 ? 0 : (low ?? 0);
	const scale = scaleLinear([start, high === start ? start + 1 : (high ?? 1)], [from, to]);
	return nice ? scale.nice() : scale;
}

function ticksOf(scale: AxisScale, axis: CurveAxis, count: number): Tick[] {
	const all = scale.ticks(count);
	// A logarithmic scale offers every multiple of a power: 1, 2 and 5 of each where they fit, else the powers.
	const leads = (digits: string) => all.filter((value) => digits.includes(value.toExponential().charAt(0)));
	const thinned = leads('125').length <= count * 1.5 ? leads('125') : leads('1');
	const kept = axis.log && all.length > count ? thinned : all;
	return kept.map((value) => ({ at: round(scale(value)), value }));
}

function round(value: number): number {
	return +value.toFixed(2);
}

/** At most `most` of some values, evenly spread, the first and the last among them: a table of more is no help to anyone. */
export function sampled(values: readonly number[], most = 33): number[] {
	if (values.length <= most) return [...values];
	const step = (values.length - 1) / (most - 1);
	return Array.from({ length: most }, (_, i) => values[Math.round(i * step)] ?? NaN);
}
