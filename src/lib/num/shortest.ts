/** A float of 32 bits with as few digits as give it back: "0.1", not "0.10000000149011612". */
export function shortest(value: number): string {
	const single = Math.fround(value);
	if (!Number.isFinite(single)) return Number.isNaN(single) ? 'nan' : single > 0 ? 'inf' : '-inf';
	// Nine digits tell any two floats of 32 bits apart.
	for (let digits = 1; digits < 9; digits++) {
		const short = Number(single.toPrecision(digits));
		if (Math.fround(short) === single) return String(short);
	}
	return String(Number(single.toPrecision(9)));
}
