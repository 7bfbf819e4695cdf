/** The geometry of arrows in a plane: one scale for both directions, so that lengths and angles can be compared. */

/** A place in the plane; the second coordinate grows upwards. */
export type Spot = readonly [x: number, y: number];

/** An arrow from one place to another. */
export interface Arrow {
	readonly from: Spot;
	readonly to: Spot;
	/** Stands beside its middle where it is long enough. */
	readonly label?: string;
	readonly tone?: 'query' | 'key' | 'value' | 'ink' | 'soft';
	/** Drawn thicker, and named at its tip. */
	readonly strong?: boolean;
}

/** An arrow in pixels: its line, its head, and where its name goes. */
export interface DrawnArrow {
	readonly line: string;
	readonly head: string;
	/** Undefined where the arrow is too short to name. */
	readonly name: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' } | undefined;
}

const MARGIN = { x: 34, y: 26 } as const;
const SHORTEST_NAMED = 26;

/** Lays arrows out in a picture of `width` × `height` pixels. */
export function layoutArrows(arrows: readonly Arrow[], width: number, height: number): readonly DrawnArrow[] {
	const place = placing(
		arrows.flatMap(({ from, to }) => [from, to]),
		width,
		height
	);
	return arrows.map(({ from, to, strong }) => drawn(place(from), place(to), strong ?? false));
}

/** Where places of the plane lie in the picture: as large as they fit, in its middle. */
function placing(spots: readonly Spot[], width: number, height: number): (spot: Spot) => Spot {
	const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
	const span = (values: readonly number[]) => [Math.min(0, ...values), Math.max(0, ...values)] as const;
	const [[left, right], [low, high]] = [span(xs), span(ys)];
	const scale = Math.min(
		(width - 2 * MARGIN.x) / Math.max(right - left, 1e-9),
		(height - 2 * MARGIN.y) / Math.max(high - low, 1e-9),
		1e6
	);
	return ([x, y]) => [width / 2 + (x - (left + right) / 2) * scale, height / 2 - (y - (low + high) / 2) * scale];
}

function drawn([x0, y0]: Spot, [x1, y1]: Spot, strong: boolean): DrawnArrow {
	const length = Math.hypot(x1 - x0, y1 - y0);
	const [ux, uy] = length > 0 ? [(x1 - x0) / length, (y1 - y0) / length] : [0, 0];
	const size = Math.min(strong ? 9 : 7, length * 0.6);
	const [bx, by] = [x1 - ux * size, y1 - uy * size];
	const wing = (side: number) => `${round(bx - side * uy * size * 0.5)} ${round(by + side * ux * size * 0.5)}`;
	return {
		line: `M${round(x0)} ${round(y0)}L${round(bx)} ${round(by)}`,
		head: `M${round(x1)} ${round(y1)}L${wing(1)}L${wing(-1)}Z`,
		name: strong ? atTip([x1, y1]) : length < SHORTEST_NAMED ? undefined : beside([x0, y0], [x1, y1], [ux, uy])
	};
}

function atTip([x, y]: Spot) {
	return { x: round(x + 6), y: round(y + 4), anchor: 'start' } as const;
}

/** On the upper side of the middle, clear of the line. */
function beside([x0, y0]: Spot, [x1, y1]: Spot, [ux, uy]: Spot): DrawnArrow['name'] {
	const up = ux < 0 ? -1 : 1;
	const [nx, ny] = [uy * up, -ux * up];
	const anchor = nx > 0.15 ? 'start' : nx < -0.15 ? 'end' : 'middle';
	return { x: round((x0 + x1) / 2 + nx * 8), y: round((y0 + y1) / 2 + ny * 8 + (1 + ny) * 4), anchor };
}

function round(value: number): number {
	return +value.toFixed(2) + 0;
}
