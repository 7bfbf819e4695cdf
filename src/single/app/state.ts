/** `$app/state` where all pages are in one file. */
import { place } from '../place.svelte.ts';

/** The page on show, as far as the site asks. */
export const page = {
	get url() {
		return place.url;
	},
	get params() {
		return place.page.params;
	},
	get route() {
		return { id: place.page.route };
	}
};
