/** A text to set beside another: the same with its first two names exchanged, so that one thing differs; else the next of some. */
export function otherText(text: string, others: readonly string[]): string {
	const names = [...new Set(text.match(/(?<=\s)\p{Lu}\p{Ll}+/gu) ?? [])];
	const [first, second] = names;
	if (first !== undefined && second !== undefined)
		return text.replace(/\p{Lu}\p{Ll}+/gu, (word) => (word === first ? second : word === second ? first : word));
	const at = others.indexOf(text);
	return others[(at + 1) % Math.max(1, others.length)] ?? text;
}
