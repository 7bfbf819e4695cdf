/** What a line of the map costs, as it is drawn. */
import { formatCount, formatNumber } from '#num/format.ts';

/** Parameters, multiply-adds and milliseconds of something; milliseconds only where they were measured. */
export interface Amounts {
	readonly parameters: number;
	readonly multiplyAdds: number;
	readonly milliseconds?: number | undefined;
}

/** One of them, beside the value of a full bar. */
export interface Cost {
	readonly name: string;
	readonly value: number;
	readonly most: number;
	readonly says: string;
}

const FORMATS = {
	parameters: formatCount,
	multiplyAdds: formatCount,
	milliseconds: (value: number) => formatNumber(value, 2)
} as const;

/** The costs of a line, those that are known. */
export function costsOf(
	amounts: Amounts,
	most: Amounts,
	names: Readonly<Record<keyof typeof FORMATS, string>>
): readonly Cost[] {
	return (['parameters', 'multiplyAdds', 'milliseconds'] as const).flatMap((kind) => {
		const value = amounts[kind];
		if (value === undefined) return [];
		return [{ name: names[kind], value, most: most[kind] ?? 0, says: value === 0 ? '–' : FORMATS[kind](value) }];
	});
}
