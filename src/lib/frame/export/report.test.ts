import { describe, expect, test } from 'vitest';
import { named } from '#num/named.ts';
import { reportOf, type Reported } from './report.ts';

const tokens = [' =1+1', 'b'].map((text, id) => ({ id, text, start: id, end: id + 1 }));
const scores = named(['query', 'key'], [2, 2], Float32Array.of(0.1, -Infinity, 2, 3));

// Of the model's facts a report reads none: it hands them on.
const reported = {
	point: { id: 'scaling', number: 22, compute: () => undefined },
	title: 'Scaling',
	link: 'https://here/?v=1',
	run: {
		model: { id: 'm' },
		tokens,
		promptLength: 1,
		steps: [{ id: 1, probability: 0.5, sampledProbability: 0.6, rank: 0 }],
		sampling: { temperature: 1, topK: 0, topP: 1, seed: 7 },
		vocabulary: []
	},
	focus: { layer: 0, head: 0, query: 1, key: 0 },
	edits: [{ at: 'embed', do: 'zero' }],
	parameters: { whole: true },
	text: ' =1+1',
	numbers: [{ key: 'model.scores', name: 'blocks.0.attn.attn_scores', value: scores, tokens: [' =1+1', 'b'] }]
} as unknown as Reported;

describe('a report in JSON', () => {
	const report: unknown = JSON.parse(reportOf(reported));

	test('holds each value whole, with its axes, its shape and its tokens', () => {
		expect(report).toHaveProperty('values', {
			'model.scores': {
				name: 'blocks.0.attn.attn_scores',
				axes: ['query', 'key'],
				shape: [2, 2],
				tokens: [' =1+1', 'b'],
				data: [0.1, '-inf', 2, 3]
			}
		});
	});

	test('holds what it takes to have the run again', () => {
		expect(report).toMatchObject({
			point: { id: 'scaling', number: 22, title: 'Scaling' },
			link: 'https://here/?v=1',
			model: { id: 'm' },
			text: ' =1+1',
			generated: { seed: 7 },
			edits: [{ at: 'embed', do: 'zero' }],
			focus: { layer: 0, head: 0, query: 1, key: 0 },
			parameters: { whole: true }
		});
	});
});
