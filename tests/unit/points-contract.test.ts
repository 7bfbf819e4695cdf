/** What every knowledge point keeps to, whoever wrote it: all folders are held to the same sentences. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Param, Schema } from '#params/param.ts';
import { catalog, entryOf, sections } from '#points/catalog.ts';
import {
	inLanguage,
	isVariation,
	type AnyPoint,
	type Focus,
	type Language,
	type Needs,
	type Point,
	type PointText,
	type ViewProps
} from '#points/define.ts';
import { groups, questions } from '#points/questions.ts';
import { folders, pointById, points } from '#points/registry.ts';
import { faultsOf } from '../support/faults.ts';
import { missingIn } from '../support/missing.ts';
import { answersFor, focusOf, paramsOf, SHIPPED } from '../support/model-captures.ts';
import { notNumbers } from '../support/not-numbers.ts';
import { after, named, restored, START } from '../support/suggestions.ts';

const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];
const TEXT = 'When Mary and John went to the park, John gave a ball to';
const GARBAGE = ['', ' ', 'null', 'NaN', '-', '[object Object]', '1e999', '9'.repeat(400), '%00', '{}', '好', '_'];

/** A point of some types; which ones, its own folder has checked. */
type SomePoint = Point<Needs, Schema, unknown, PointText<unknown>>;

interface Situation {
	readonly text: string;
	readonly model?: string;
	readonly generated?: number;
	readonly params?: Readonly<Record<string, unknown>>;
	readonly focus?: Partial<Focus>;
}

/** Runs that differ in what a point may stumble over. */
const SITUATIONS: readonly (readonly [string, Situation])[] = [
	['the shipped model', { text: TEXT, model: SHIPPED, focus: { layer: 2, head: 1 } }],
	['a text that was generated in part', { text: TEXT, model: SHIPPED, generated: 3 }],
	['learned positions', { text: TEXT, model: 'gpt2-tiny' }],
	['key/value heads that are shared', { text: TEXT, model: 'llama-gqa', focus: { head: 1 } }],
	['a rotation of part of each head', { text: TEXT, model: 'neox-partial' }],
	['a text of two languages', { text: 'Mary 和 John', model: SHIPPED }],
	['a single token', { text: 'a', model: 'neox-full' }]
];

afterEach(() => void vi.restoreAllMocks());

// The registry forgot the types that `definePoint` checked: the values still fit each other.
const some = (point: AnyPoint) => point as unknown as SomePoint;

describe('the catalog', () => {
	test('holds the thirty, in order, each in a section', () => {
		expect(catalog.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
		expect(new Set(catalog.map(({ section }) => section)).size).toBe(sections.length);
	});

	test('holds the twenty questions, in order, each in a group and with points that help', () => {
		expect(questions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
		expect(new Set(questions.map(({ group }) => group)).size).toBe(groups.length);
		for (const { points: helping } of questions) expect(helping.map(entryOf)).not.toContain(undefined);
		for (const { points: helping } of questions) expect(helping.length).toBeGreaterThan(0);
	});

	test('says everything in both languages', () => {
		expect(missingIn({ catalog, sections, questions, groups })).toEqual([]);
	});
});

describe('the registry', () => {
	test('finds points, each with a number of its own', () => {
		expect(points.length).toBeGreaterThan(0);
		expect(new Set(points.map(({ number }) => number)).size).toBe(points.length);
	});

	test('gives no point for an id that none has', () => {
		expect(pointById('no-such-point')).toBeUndefined();
	});
});

describe.each(points.map((point) => [point.id, point] as const))('%s', (id, point) => {
	test('is found under its id, in the folder of that name, and stands in the catalog', () => {
		expect(pointById(id)).toBe(point);
		expect(folders.get(point)).toBe(id);
		expect(entryOf(point.number)).toBeDefined();
	});

	test('helps with questions that exist', () => {
		const known = questions.map(({ number }) => number);
		expect(point.asks.length).toBeGreaterThan(0);
		for (const { question } of point.asks) expect(known).toContain(question);
	});

	test('says how each variation that it needs differs', () => {
		const needed = Object.keys(point.needs).filter(isVariation);
		expect(Object.keys(point.variations).sort()).toEqual(needed.sort());
	});

	test('says everything in both languages, in the letters of each', () => {
		const { text, tries, predict, asks } = point;
		expect(missingIn({ text, tries, predict, asks })).toEqual([]);
		for (const zh of [text.summary.zh, text.wrong.zh, predict.question.zh]) expect(zh).toMatch(/\p{Script=Han}/u);
		for (const en of [text.title.en, text.summary.en, text.wrong.en, predict.question.en])
			expect(en).not.toMatch(/\p{Script=Han}/u);
	});

	test('reads back every value that its links can write', () => {
		for (const param of Object.values(point.params))
			for (const value of valuesOf(param)) expect(param.read(param.write(value))).toEqual(value);
	});

	test('opens its start, or a value that a link can write, whatever a link says', () => {
		for (const param of Object.values(point.params))
			for (const garbage of GARBAGE) {
				const read = param.read(garbage);
				if (read !== undefined) expect(param.read(param.write(read))).toEqual(read);
				if (param.kind === 'choice' || param.kind === 'toggle') expect(read).toBeUndefined();
			}
	});

	test('offers two to four things to try, each of which changes something', () => {
		expect(point.tries.length).toBeLessThanOrEqual(4);
		expect(point.tries.length).toBeGreaterThanOrEqual(2);
		for (const suggestion of point.tries) expect(after(point, suggestion)).not.toEqual(START);
	});

	test('suggests nothing that its link does not restore', async () => {
		const shown = point.asks.map(({ show }) => show);
		for (const suggestion of [...point.tries, ...shown]) {
			const state = after(point, suggestion);
			expect(await restored(state)).toEqual({ state, notices: [] });
			expect(state).toMatchObject(named(point, suggestion));
		}
	});

	test.each(SITUATIONS)('computes nothing from %s that is not a number', async (_, situation) => {
		const { result } = await computed(point, situation);
		expect(notNumbers(result)).toEqual([]);
	});

	test.each(SITUATIONS)('draws its stamp of %s with numbers', async (_, situation) => {
		const { result } = await computed(point, situation);
		const sketch = some(point).sketch(result);
		expect(notNumbers(sketch)).toEqual([]);
		if (sketch.kind === 'matrix') expect(sketch.data).toHaveLength(sketch.rows * sketch.columns);
	});

	test.each(SITUATIONS)('speaks of %s with numbers, in sentences whose markup is closed', async (_, situation) => {
		const { result } = await computed(point, situation);
		for (const language of LANGUAGES)
			for (const sentence of sentencesOf(some(point), result, language)) expect(faultsOf(sentence)).toEqual([]);
	});

	test.each(SITUATIONS)('has a prediction that %s proves right', async (_, situation) => {
		const { result } = await computed(point, situation);
		const right = some(point).predict.right(result);
		expect(point.predict.options[right]).toBeDefined();
	});

	test('computes the same again from the same values', async () => {
		const [, situation] = SITUATIONS[0] ?? ['', { text: TEXT }];
		const [first, second] = [await computed(point, situation), await computed(point, situation)];
		expect(second.result).toEqual(first.result);
	});

	test.each(SITUATIONS)('draws %s without a page and without a warning', async (_, situation) => {
		await expectDrawn(point, situation);
	});

	test('draws every choice that it offers', async () => {
		for (const [name, param] of Object.entries(point.params))
			for (const value of valuesOf(param)) await expectDrawn(point, { text: TEXT, params: { [name]: value } });
	});
});

/** Values of a parameter: its start, its options, its ends. */
function valuesOf({ kind, start, options, range }: Param<unknown>): unknown[] {
	const ends = range ? [range.min, range.max] : [];
	return [start, ...(options ?? []), ...ends, ...(kind === 'toggle' ? [true, false] : [])];
}

async function computed(point: AnyPoint, situation: Situation) {
	const { answers, focus, params } = await asked(point, situation);
	return { result: some(point).compute(answers, focus, params), run: answers.run, focus, params };
}

async function asked(point: AnyPoint, situation: Situation) {
	const answers = await answersFor(some(point), situation);
	return { answers, focus: focusOf(situation, answers.run), params: paramsOf(point.params, situation) };
}

async function expectDrawn(point: AnyPoint, situation: Situation): Promise<void> {
	const spoken = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
	const { result, ...given } = await computed(point, situation);
	const { default: view } = await some(point).view();
	for (const language of LANGUAGES)
		for (const large of [true, false]) {
			const say = inLanguage(point.text, language);
			const [choose, set, write] = [vi.fn(), vi.fn(), vi.fn()];
			const pointHref = (number: number) => `/points/${number}/`;
			const props = { result, say, language, choose, set, write, setSampling: vi.fn(), pointHref, large, ...given };
			// The view takes the result and the words of its own point, which these are.
			const drawn = render(view as Component<ViewProps<unknown, unknown>>, { props }).body;
			expect(drawn.length).toBeGreaterThan(0);
			expect(faultsOf(textOf(drawn))).toEqual([]);
		}
	for (const spy of spoken) expect(spy.mock.calls).toEqual([]);
}

function textOf(html: string): string {
	return html.replaceAll(/<!--.*?-->/gs, '').replaceAll(/<[^>]*>/g, ' ');
}

/** Everything that the frame says of a result, line by line. */
function sentencesOf({ text, predict }: SomePoint, result: unknown, language: Language): string[] {
	const live = [text.look, text.right, text.know, text.numbers, ...predict.options.map(({ why }) => why)];
	const fixed = [text.title, text.summary, text.wrong, predict.question, ...predict.options.map(({ label }) => label)];
	const spoken = live.flatMap((both) => both?.[language](result).split('\n') ?? []);
	return [...fixed.map((both) => both[language]), ...spoken];
}
