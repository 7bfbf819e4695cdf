import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeFor, KINDS, linkOf } from './code.ts';

const PANEL = {
	link: '?v=1&t=%22a%22&p=rope',
	page: 'https://here/embed/',
	script: 'https://here/headlight-panel.js',
	title: 'Rotary <position> & "more"',
	language: 'en'
} as const;

test('an iframe shows the page for frames at the link', () => {
	expect(codeFor('iframe', PANEL)).toContain('src="https://here/embed/?v=1&amp;t=%22a%22&amp;p=rope"');
});

test('nothing in a name ends the attribute or the tag that it stands in', () => {
	expect(codeFor('iframe', PANEL)).toContain('title="Rotary &lt;position&gt; &amp; &quot;more&quot;"');
});

test('a notebook is given a Python text that means the address', () => {
	expect(codeFor('jupyter', PANEL)).toContain('IFrame("https://here/embed/?v=1&t=%22a%22&p=rope"');
});

test('every kind of page is given the link', () => {
	for (const kind of KINDS) expect(codeFor(kind, PANEL)).toMatch(/p=rope/);
});

test('a link names the panel and the look, and keeps the rest as it was', () => {
	expect(linkOf({ search: '?v=1&t=a+b&l=2&p=scaling', hash: '' }, 'rope', 'dark')).toBe(
		'?v=1&t=a+b&l=2&p=rope&theme=dark'
	);
});

test('a link in the look of the device names no look', () => {
	expect(linkOf({ search: '?v=1&theme=dark', hash: '#z=x' }, 'rope', 'system')).toBe('?v=1&p=rope#z=x');
});

test('the element is smaller than 3 kB', () => {
	expect(statSync('static/headlight-panel.js').size).toBeLessThan(3000);
});
