/** What the build hands to the page. */
declare module 'virtual:prepared' {
	export const models: readonly import('#state/choosing.svelte.ts').ModelChoice[];
	export const cards: readonly import('#frame/catalog/card.ts').Card[];
	export const formulas: Readonly<Record<string, string>>;
}
