import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Golden } from '../tests/golden/check.ts';
import { isMistake, runTrace as trace } from './trace/run.ts';
import type { Trace } from './trace/trace.ts';

const MODEL = 'tests/golden/models/neox-full';
// Written by training/golden.py, which states this form.
const golden = JSON.parse(readFileSync(`${MODEL}/golden.json`, 'utf8')) as Golden;
const ids = ['--ids', golden.ids.join()];

function run(...words: string[]) {
	const { status, stdout, stderr } = spawnSync('node_modules/.bin/tsx', ['scripts/trace.ts', ...words], {
		encoding: 'utf8',
		maxBuffer: 2 ** 28
	});
	return { status, stdout, stderr };
}

function traced(...words: string[]): Trace {
	const { status, stdout, stderr } = run('--model', MODEL, ...words);
	expect([status, stderr]).toEqual([0, '']);
	// What the script writes; its form is what these tests are about.
	return JSON.parse(stdout) as Trace;
}

describe('trace', () => {
	test('writes every part of its report, and the ids that PyTorch generates', () => {
		const report = traced(...ids, '--generate', '8', '--temperature', '0');
		expect(Object.keys(report)).toEqual(['model', 'backend', 'tokens', 'ids', 'captures', 'logits', 'generated']);
		expect(report).toMatchObject({ model: MODEL, backend: 'wasm', ids: golden.ids, captures: {} });
		expect(report.generated.ids).toEqual(golden.greedy);
	});

	test('writes the logits with their axes, as PyTorch computes them', () => {
		const { logits } = traced(...ids, '--backend', 'cpu');
		const { axes, shape, data } = golden.captures['logits'] ?? { axes: [], shape: [], data: [] };
		expect([logits.axes, logits.shape]).toEqual([axes, shape]);
		expect(Number(logits.data[5])).toBeCloseTo(Number(data[5]), 4);
	});

	test('writes −∞ as "-inf"', () => {
		const name = 'blocks.0.attn.attn_scores';
		const { captures } = traced(...ids, '--capture', name);
		expect(captures[name]?.data[1]).toBe('-inf');
	});

	test('lets * in a glob match dots too', () => {
		const { captures } = traced(...ids, '--capture', 'blocks.1*pattern', '--capture', 'ln_final.*');
		expect(Object.keys(captures)).toEqual(['blocks.1.attn.pattern', 'ln_final.scale', 'ln_final.normalized']);
	});

	test('makes edits', () => {
		const edit = JSON.stringify({ at: 'blocks.0.attn.pattern', do: 'zero', head: 1 });
		const name = 'blocks.0.attn.pattern';
		const { captures } = traced(...ids, '--edit', edit, '--capture', name);
		const [, queries = 0, keys = 0] = captures[name]?.shape ?? [];
		const size = queries * keys;
		expect(captures[name]?.data.slice(size, 2 * size)).toEqual(Array(size).fill(0));
	});

	test('draws the same tokens from the same seed', () => {
		const words = [...ids, '--generate', '6', '--temperature', '1.5', '--top-k', '20', '--top-p', '0.9'];
		const [one, same, other] = ['3', '3', '4'].map((seed) => traced(...words, '--seed', seed).generated.ids);
		expect(same).toEqual(one);
		expect(other).not.toEqual(one);
	});

	test('writes to a file instead when one is named', () => {
		const out = join(mkdtempSync(join(tmpdir(), 'trace-')), 'out.json');
		const { status, stdout } = run('--model', MODEL, ...ids, '--out', out);
		expect([status, stdout]).toEqual([0, '']);
		expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ ids: golden.ids });
	});

	test.each([
		['no model', [...ids]],
		['neither text nor ids', ['--model', MODEL]],
		['text and ids', ['--model', MODEL, '--text', 'a', ...ids]],
		['a text without a tokenizer', ['--model', MODEL, '--text', 'a']],
		['a folder that is not there', ['--model', 'nowhere', ...ids]],
		['an id beyond the vocabulary', ['--model', MODEL, '--ids', '1,9999']],
		['an id that is not a number', ['--model', MODEL, '--ids', '1,two']],
		['a capture that no model has', ['--model', MODEL, ...ids, '--capture', 'blocks.0.attn.patern']],
		['an edit that is not JSON', ['--model', MODEL, ...ids, '--edit', '{zero}']],
		['an edit of an unknown kind', ['--model', MODEL, ...ids, '--edit', '{"at":"embed","do":"explode"}']],
		[
			'an edit of a head that is not there',
			['--model', MODEL, ...ids, '--edit', '{"at":"blocks.0.attn.z","do":"zero","head":9}']
		],
		['a word that is not known', ['--model', MODEL, ...ids, '--colour', 'red']],
		['another backend', ['--model', MODEL, ...ids, '--backend', 'webgpu']],
		['a probability above 1', ['--model', MODEL, ...ids, '--top-p', '2']],
		['a file that cannot be written', ['--model', MODEL, ...ids, '--out', 'nowhere/at/all.json']]
	])('refuses %s in one line', async (_, words) => {
		const refused = await trace(words).catch((error: unknown) => error);
		expect(isMistake(refused)).toBe(true);
		expect(String(refused)).toMatch(/^[^\n]+$/);
	});

	test('tells a mistake on standard error, in one line, and exits with 2', () => {
		const { status, stdout, stderr } = run('--model', MODEL);
		expect([status, stdout, stderr]).toEqual([2, '', 'give either --text or --ids\n']);
	});

	test('tells a mistake in the model in the same way', () => {
		const edit = '{"at":"blocks.0.attn.z","do":"zero","head":9}';
		const { status, stdout, stderr } = run('--model', MODEL, ...ids, '--edit', edit);
		expect([status, stdout, stderr]).toEqual([2, '', 'head 9 is not one of the 3\n']);
	});
});
