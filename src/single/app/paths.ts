/** `$app/paths` where all pages are in one file: addresses of the site stand behind the file's own `#`. */

/** The address of a page of the site, or of a file. */
export function resolve(path: string): string {
	return `#${path}`;
}

/** The address of a file. */
export const asset = resolve;
