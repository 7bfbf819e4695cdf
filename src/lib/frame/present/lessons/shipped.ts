import { inLanguage, type Both, type Language } from '#points/define.ts';
import type { Lesson } from '#state/lesson.ts';
import type { LinkFields } from '#state/pack.ts';

/** A lesson that ships with the page: its captions hold for any model that was trained well, and quote no number. */
export interface Shipped {
	/** Its name in addresses: it never changes. */
	readonly id: string;
	readonly title: Both;
	readonly summary: Both;
	readonly steps: readonly {
		/** The state, whose text may be another in each language. */
		readonly link: LinkFields & { readonly t?: never };
		readonly text?: Both;
		readonly caption: Both;
		readonly notes?: Both;
		readonly question?: { readonly ask: Both; readonly answer: Both };
	}[];
}

/** A shipped lesson as it is played in a language. */
export function lessonIn({ title, steps }: Shipped, language: Language): Lesson {
	return {
		title,
		steps: steps.map(({ link, text, ...said }) => ({
			...said,
			link: text ? { ...link, t: inLanguage(text, language) } : link
		}))
	};
}
