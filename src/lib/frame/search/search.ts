/** Search over short texts in two languages: an entry is found when each term is somewhere in it, in either language. */
import type { Both, Language } from '#points/define.ts';
import { fold, termsOf, type Folded } from './fold.ts';
import { excerpt, rangesOf, type Bit } from './excerpt.ts';

/** Something to be found: its title, and what else is said of it, the most telling first. */
export interface Entry {
	readonly title: Both;
	readonly texts: readonly Both[];
}

/** An entry that was found: its title, and what shows why, with what matched set apart. */
export interface Found<E extends Entry> {
	readonly entry: E;
	readonly title: readonly Bit[];
	readonly why: readonly Bit[];
}

interface Said {
	readonly original: string;
	readonly folded: Folded;
	readonly language: Language;
	readonly isTitle: boolean;
}

const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];

/** Reads entries once; what comes back finds those that hold all terms of a query, best first. */
export function searcher<E extends Entry>(
	entries: readonly E[]
): (query: string, language: Language) => readonly Found<E>[] {
	const read = entries.map((entry) => ({ entry, said: saidOf(entry) }));
	return (query, language) => {
		const terms = termsOf(query);
		if (terms.length === 0) return [];
		return read
			.map(({ entry, said }) => ({ entry, said, score: scoreOf(said, terms) }))
			.filter(({ score }) => score > 0)
			.sort((a, b) => b.score - a.score)
			.map(({ entry, said }) => ({
				entry,
				title: excerpt(entry.title[language], rangesOf(fold(entry.title[language]), terms), Infinity),
				why: whyOf(said, terms, language)
			}));
	};
}

function saidOf({ title, texts }: Entry): Said[] {
	return [title, ...texts].flatMap((both, index) =>
		LANGUAGES.map((language) => ({
			original: both[language],
			folded: fold(both[language]),
			language,
			isTitle: index === 0
		}))
	);
}

/** Zero unless every term is found. A title says more than a text, the beginning of a word more than its middle. */
function scoreOf(said: readonly Said[], terms: readonly string[]): number {
	const scores = terms.map((term) => Math.max(0, ...said.map((one) => weightOf(one, term))));
	return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function weightOf({ folded, isTitle }: Said, term: string): number {
	const at = folded.text.indexOf(term);
	if (at < 0) return 0;
	const isBeginning = ` ${folded.text}`.includes(` ${term}`);
	return (isTitle ? 4 : 1) + (isBeginning ? 1 : 0);
}

/** What beside the title on show holds most terms, in the reader's language where it can; the first text where the title says all. */
function whyOf(said: readonly Said[], terms: readonly string[], language: Language): readonly Bit[] {
	const held = (one: Said) => terms.filter((term) => one.folded.text.includes(term)).length;
	const own = said.filter((one) => one.language === language);
	const [title, first] = own;
	const isTold = title !== undefined && held(title) === terms.length;
	const rank = (one: Said) => held(one) * 2 + (one.language === language ? 1 : 0);
	const matching = (isTold ? own : said).filter((one) => one !== title && held(one) > 0);
	const chosen = matching.toSorted((a, b) => rank(b) - rank(a))[0] ?? first;
	return chosen ? excerpt(chosen.original, rangesOf(chosen.folded, terms)) : [];
}
