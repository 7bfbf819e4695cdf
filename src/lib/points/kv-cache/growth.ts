/** How work grows with the text: the parabola through what steps cost, and the same count for every length. */

/** constant + linear · n + quadratic · n². */
export interface Parabola {
	readonly constant: number;
	readonly linear: number;
	readonly quadratic: number;
}

/** The parabola nearest to points (least squares); undefined with fewer than three different places. */
export function fitParabola(points: readonly (readonly [n: number, cost: number])[]): Parabola | undefined {
	if (new Set(points.map(([n]) => n)).size < 3) return undefined;
	// Around their middle the powers of n are far enough apart to be told from each other in 64 bits.
	const middle = points.reduce((sum, [n]) => sum + n, 0) / points.length;
	const power = (exponent: number) => points.reduce((sum, [n]) => sum + (n - middle) ** exponent, 0);
	const against = (exponent: number) => points.reduce((sum, [n, cost]) => sum + cost * (n - middle) ** exponent, 0);
	const [a, b, c] = solve([0, 1, 2].map((row) => [...[0, 1, 2].map((column) => power(row + column)), against(row)]));
	return { constant: a - b * middle + c * middle ** 2, linear: b - 2 * c * middle, quadratic: c };
}

/** The three unknowns of three equations, each a row of three factors and what they come to. */
function solve(rows: readonly (readonly number[])[]): readonly [number, number, number] {
	const determinant = (replaced?: number) => {
		const at = (row: number, column: number) => rows[row]?.[column === replaced ? 3 : column] ?? NaN;
		const minor = (column: number) => {
			const [next, after] = [(column + 1) % 3, (column + 2) % 3];
			return at(1, next) * at(2, after) - at(1, after) * at(2, next);
		};
		return at(0, 0) * minor(0) + at(0, 1) * minor(1) + at(0, 2) * minor(2);
	};
	const all = determinant();
	return [determinant(0) / all, determinant(1) / all, determinant(2) / all];
}
