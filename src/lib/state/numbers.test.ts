import { describe, expect, test } from 'vitest';
import type { Unpacked } from '#engine/answers.ts';
import { named } from '#num/named.ts';
import type { AnyPoint, RunFacts } from '#points/define.ts';
import { inFocus, numbersOf } from './numbers.ts';
import { FACTS, scores } from './testing/fakes.ts';

const FOCUS = { layer: 1, head: 1, query: 0, key: 0 };
const TOKENS = ['a', 'b', 'c'].map((text, id) => ({ id, text, start: id, end: id + 1 }));

/** A point that reads one value of the shared run, and one of a run whose second token is another. */
const reader: AnyPoint = {
	...scores,
	id: 'reader',
	needs: {
		model: { stream: 'blocks.{layer}.resid_post', all: 'blocks.*.resid_post', gone: 'pos_embed' },
		other: { z: 'embed' }
	},
	variations: { other: () => ({ reads: { do: 'replace', pos: 1, id: 3 } }) }
};

const ofLayer = (layer: number) => named(['pos', 'd_model'], [3, 1], Float32Array.of(layer, layer, layer));
const answer: Unpacked = {
	...{ model: FACTS, tokens: TOKENS, promptLength: 3, unseenFrom: 3, full: false, steps: [], costs: {} },
	captures: {
		model: { 'blocks.0.resid_post': ofLayer(0), 'blocks.1.resid_post': ofLayer(1) },
		'reader.other': { embed: ofLayer(9) }
	}
};
const sampling = { temperature: 1, topK: 0, topP: 1, seed: 0 };
const run: RunFacts = {
	model: FACTS,
	tokens: TOKENS,
	promptLength: 3,
	steps: [],
	sampling,
	vocabulary: ['a', 'b', 'c', 'X']
};
const numbers = numbersOf(reader, { answer, run, focus: FOCUS, params: {} });

describe('the numbers that a point reads', () => {
	test('are named as the point and as the engine name them; what the model lacks is left out', () => {
		expect(numbers.map(({ key, name }) => `${key} ${name}`)).toEqual([
			'model.stream blocks.1.resid_post',
			'model.all blocks.*.resid_post',
			'other.z embed'
		]);
	});

	test('are those of the layer in focus', () => {
		expect([...(numbers[0]?.value.data ?? [])]).toEqual([1, 1, 1]);
	});

	test('stand beside the tokens that their own variation reads', () => {
		expect(numbers.map(({ tokens }) => tokens.join(''))).toEqual(['abc', 'abc', 'aXc']);
	});
});

describe('what of a value is in focus', () => {
	test('is its layer and its head', () => {
		const value = named(['layer', 'head', 'pos'], [2, 2, 1], Float32Array.of(0, 1, 10, 11));
		expect([...inFocus(value, FOCUS, FACTS).data]).toEqual([11]);
	});

	test('is the head of keys that the head in focus shares with others', () => {
		const value = named(['kv_head', 'pos'], [2, 1], Float32Array.of(5, 6));
		expect([...inFocus(value, { ...FOCUS, head: 3 }, { ...FACTS, heads: 4, kvHeads: 2 }).data]).toEqual([6]);
	});

	test('is all of it where neither is an axis', () => {
		expect(inFocus(ofLayer(3), FOCUS, FACTS).shape).toEqual([3, 1]);
	});
});
