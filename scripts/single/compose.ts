/** Writes the one file: what it holds as text that browsers do not run, then the page's own script, and a policy over all. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Held } from '../../src/single/held.ts';
import type { Built } from './build.ts';

/** What the file is made of. */
export interface Parts {
	readonly page: Built;
	readonly workers: Readonly<Record<string, string>>;
	readonly held: Held;
	/** Licences of what was built in, each a text in Markdown. */
	readonly notices: readonly string[];
}

/** The whole of the file. */
export function composePage({ page, workers, held, notices }: Parts): string {
	const script = withinScript(page.script);
	const icon = readFileSync('static/favicon.svg').toString('base64');
	const blocks = [
		...Object.entries(held).map(([name, text]) => `<script type="text/plain" data-held="${name}">${text}</script>`),
		...Object.entries(workers).map(
			([name, text]) => `<script type="text/plain" data-worker="${name}">${withinScript(text)}</script>`
		)
	];
	return `<!doctype html>
<!-- Headlight in one file. MIT license. The licenses of all that it is built from stand at the end of the file. -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy(script, page.style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<style>${page.style}</style>
</head>
<body>
<noscript><p>Headlight needs JavaScript: it computes in your browser. 头灯需要 JavaScript：它在你的浏览器里计算。</p></noscript>
${blocks.join('\n')}
<script type="module">${script}</script>
<script type="text/plain" data-licenses>
${withinScript([readFileSync('LICENSE', 'utf8'), ...notices].join('\n\n---\n\n'))}
</script>
</body>
</html>
`;
}

/** No byte comes from elsewhere, no script runs but the one that was built, nothing is sent. */
function policy(script: string, style: string): string {
	return [
		"default-src 'none'",
		`script-src '${hashOf(script)}' 'wasm-unsafe-eval'`,
		'worker-src blob:',
		`style-src '${hashOf(style)}'`,
		"style-src-attr 'unsafe-inline'",
		'img-src data: blob:',
		'font-src data:',
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
}

function hashOf(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** A script that does not end the element it stands in; in strings, which alone hold such words, it says the same. */
function withinScript(text: string): string {
	return text.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '\\x3C!--');
}
