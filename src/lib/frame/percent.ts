/** A probability in percent with two or three figures: "91%", "4.1%", "<0.1%". */
export function percent(probability: number): string {
	const hundredths = 100 * probability;
	if (hundredths > 0 && hundredths < 0.1) return '<0.1%';
	return `${hundredths < 10 ? hundredths.toFixed(1) : hundredths.toFixed(0)}%`;
}
