import { describe, expect, test } from 'vitest';
import { answerTo, unpack } from './answers.ts';
import type { Answer } from './protocol.ts';

const cost = { multiplyAdds: [1], tokens: [2], cacheBytes: 0, milliseconds: 1 };
const answer: Answer = {
	model: {
		id: 'teller',
		architecture: 'gpt_neox',
		layers: 2,
		heads: 1,
		kvHeads: 1,
		d_model: 2,
		d_head: 2,
		d_mlp: 8,
		d_vocab: 3,
		context: 8,
		positions: { kind: 'learned' },
		norm: 'layer',
		activation: 'gelu',
		parallel: false,
		gated: false,
		attentionBias: true,
		mlpBias: true,
		tied: true,
		parameters: 10,
		bytes: 40
	},
	tokens: [],
	promptLength: 2,
	unseenFrom: 2,
	full: false,
	steps: [],
	costs: { model: cost, changed: cost },
	index: [
		{
			variation: 'model',
			name: 'blocks.0.attn.pattern',
			axes: ['head', 'query', 'key'],
			shape: [1, 2, 2],
			offset: 0
		},
		{
			variation: 'model',
			name: 'blocks.1.attn.pattern',
			axes: ['head', 'query', 'key'],
			shape: [1, 2, 2],
			offset: 4
		},
		{ variation: 'model', name: 'logits', axes: ['pos', 'd_vocab'], shape: [1, 3], offset: 8 }
	],
	buffer: Float32Array.from({ length: 11 }, (_, i) => i)
};
const { captures, ...facts } = unpack(answer);
const model = captures.model ?? {};

describe('unpack', () => {
	test('finds every value of every variation', () => {
		expect(Object.keys(model)).toEqual(['blocks.0.attn.pattern', 'blocks.1.attn.pattern', 'logits']);
		expect([...(model.logits?.data ?? [])]).toEqual([8, 9, 10]);
	});

	test('copies nothing', () => {
		expect(model.logits?.data.buffer).toBe(answer.buffer.buffer);
	});

	test('has an entry for a variation that captured nothing', () => {
		expect(captures.changed).toEqual({});
	});

	test('keeps the facts', () => {
		expect([facts.promptLength, facts.costs.model]).toEqual([2, cost]);
	});
});

describe('answerTo', () => {
	test('takes the focused block', () => {
		expect([...(answerTo(model, 'blocks.{layer}.attn.pattern', 1)?.data ?? [])]).toEqual([4, 5, 6, 7]);
	});

	test('takes the block that is named, whatever the focus', () => {
		expect([...(answerTo(model, 'blocks.0.attn.pattern', 1)?.data ?? [])]).toEqual([0, 1, 2, 3]);
	});

	test('stacks every block along a first axis', () => {
		expect(answerTo(model, 'blocks.*.attn.pattern', 0)).toEqual({
			axes: ['layer', 'head', 'query', 'key'],
			shape: [2, 1, 2, 2],
			data: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7)
		});
	});

	test('has nothing where the architecture lacks it', () => {
		expect(answerTo(model, 'blocks.{layer}.attn.rot_q', 0)).toBeUndefined();
		expect(answerTo(model, 'blocks.*.attn.rot_q', 0)).toBeUndefined();
	});
});
