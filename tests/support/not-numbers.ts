/** Addresses in a tree of plain data at which a number is neither finite nor the −∞ of a mask. */
export function notNumbers(tree: unknown, at = '', seen = new Set<object>()): string[] {
	if (typeof tree === 'number') return isNumber(tree) ? [] : [`${at} = ${tree}`];
	if (typeof tree !== 'object' || tree === null || seen.has(tree)) return [];
	seen.add(tree);
	if (ArrayBuffer.isView(tree)) return firstOf(tree, at);
	const below = tree instanceof Map ? tree.entries() : Object.entries(tree);
	return [...below].flatMap(([key, value]) => notNumbers(value, `${at}.${String(key)}`, seen));
}

function isNumber(value: number): boolean {
	return Number.isFinite(value) || value === -Infinity;
}

/** Typed arrays are long: the first fault is enough. */
function firstOf(view: ArrayBufferView, at: string): string[] {
	if (!(view instanceof Float32Array || view instanceof Float64Array)) return [];
	const index = view.findIndex((value: number) => !isNumber(value));
	return index < 0 ? [] : [`${at}[${index}] = ${view[index]}`];
}
