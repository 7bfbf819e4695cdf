/** Addresses in a tree at which one of the two languages is missing, empty, or asks for something else. */
export function missingIn(tree: unknown, at = ''): string[] {
	if (typeof tree !== 'object' || tree === null) return [];
	if ('en' in tree || 'zh' in tree) return isWhole(tree) ? [] : [at];
	return Object.entries(tree).flatMap(([key, below]) => missingIn(below, `${at}.${key}`));
}

function isWhole(both: { en?: unknown; zh?: unknown }): boolean {
	const { en, zh } = both;
	if (typeof en === 'string' && typeof zh === 'string') return en.trim() !== '' && zh.trim() !== '';
	return typeof en === 'function' && typeof zh === 'function';
}
