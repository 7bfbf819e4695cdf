/** What an example to begin with is: a text, a head and a panel, a sentence that says what to see, and what that claims. */
import type { Language, Try } from '#points/define.ts';
import type { Schema } from '#params/param.ts';

/** What an example's sentence says of the model's numbers; a test holds the shipped weights to it. */
export interface Claim {
	/** The last token gives this one more than so much of its attention, in the example's head. */
	readonly looksAt: { readonly key: number; readonly above: number };
	/** The next token, and more than how likely it is. */
	readonly says?: { readonly token: string; readonly above: number };
	/** Less than how likely that token is left when something is taken away from the whole model. */
	readonly left?: { readonly without: 'positions' | 'skips'; readonly below: number };
}

/** An example: what it sets up, and its label is what to see. */
export interface Example {
	/** The language of its text. */
	readonly language: Language;
	/** The panel that it opens. */
	readonly point: string;
	readonly show: Try<Schema> & { readonly text: string };
	readonly claim: Claim;
}
