/** What the build hands to the page. */
declare module 'virtual:prepared' {
	export const models: (typeof import('./prepared.ts'))['prepared']['models'];
	export const cards: (typeof import('./prepared.ts'))['prepared']['cards'];
	export const formulas: Readonly<Record<string, string>>;
}
