/** The code that puts a panel into another page, for each kind of page. */

/** Kinds of page that a panel can be put into. */
export const KINDS = ['iframe', 'element', 'jupyter'] as const;

/** A kind of page that a panel can be put into. */
export type Kind = (typeof KINDS)[number];

/** What is to be embedded, and where it comes from. */
export interface Embedded {
	/** The link of the state, with its question mark and its packed part if it has one. */
	readonly link: string;
	/** The address of the page for frames in the panel's language, without a link. */
	readonly page: string;
	/** The address of the script that defines the element. */
	readonly script: string;
	/** The name of the panel, in words. */
	readonly title: string;
	readonly language: 'en' | 'zh';
}

/** What to copy into a page. */
export function codeFor(kind: Kind, { link, page, script, title, language }: Embedded): string {
	const source = escaped(page + link);
	switch (kind) {
		case 'iframe':
			return `<iframe src="${source}" title="${escaped(title)}" width="100%" height="560" loading="lazy" allow="clipboard-write" style="border:0"></iframe>`;
		case 'element':
			return `<script src="${escaped(script)}" async></script>
<headlight-panel search="${escaped(link)}" lang="${language}" title="${escaped(title)}"></headlight-panel>`;
		case 'jupyter':
			return `from IPython.display import IFrame
IFrame(${JSON.stringify(page + link)}, width="100%", height=560)`;
		default:
			return kind satisfies never;
	}
}

/** The link of a panel in a look: the address's own, with the panel and the look named in it. */
export function linkOf(
	{ search, hash }: { readonly search: string; readonly hash: string },
	point: string,
	theme: string
) {
	const fields = new URLSearchParams(search);
	fields.set('p', point);
	if (theme === 'system') fields.delete('theme');
	else fields.set('theme', theme);
	const written = [...fields].map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%20', '+')}`);
	return `?${written.join('&')}${hash}`;
}

/** A text inside double quotes in HTML. */
function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
