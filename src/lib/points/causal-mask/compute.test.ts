import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import type { MaskKind } from '#engine/captures.ts';
import { named, take } from '#num/named.ts';
import { cheatsOf, leakOf } from './leak.ts';
import { params as schema } from './params.ts';
import point from './point.ts';
import { surprises } from './prediction.ts';
import { isOpen, painted } from './shape.ts';
import { touchOf } from './touch.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const KINDS: readonly MaskKind[] = schema.mask.options ?? [];

/** Scores of a mask: 0 where open. */
function squareOf(length: number, open: (query: number, key: number) => boolean) {
	const data = Array.from({ length: length ** 2 }, (_, i) =>
		open(Math.floor(i / length), i % length) ? 0 : -Infinity
	);
	return { data, length };
}

describe('leakOf', () => {
	const even = { data: new Array(16).fill(0.25), length: 4 };

	test('finds nothing in a causal mask', () => {
		expect(
			leakOf(
				squareOf(4, (query, key) => key <= query),
				even
			)
		).toBeUndefined();
	});

	test('names the query, the key and how far, of the farthest look', () => {
		const scores = squareOf(4, (query, key) => key <= query || key === query + 1 || (query === 1 && key === 3));
		expect(leakOf(scores, even)).toMatchObject({ queries: 3, cells: 4, farthest: { query: 1, key: 3, ahead: 2 } });
	});

	test('names the look of the largest weight', () => {
		const pattern = { data: [0.5, 0.1, 0.4, 0, 0.2, 0.2, 0.6, 0, 0, 0, 0, 1, 0, 0, 0, 1], length: 4 };
		expect(
			leakOf(
				squareOf(4, () => true),
				pattern
			)?.heaviest
		).toEqual({ query: 2, key: 3, ahead: 1, weight: 1 });
	});
});

describe('cheatsOf', () => {
	test('counts every prediction when nothing is masked', () => {
		expect(
			cheatsOf(
				squareOf(40, () => true),
				1,
				39
			)
		).toBe(39);
	});

	test('counts none under a causal mask, however deep the model', () => {
		expect(
			cheatsOf(
				squareOf(40, (query, key) => key <= query),
				12,
				39
			)
		).toBe(0);
	});

	test('counts what needs two blocks to travel: a past token that saw the answer', () => {
		const scores = squareOf(4, (query, key) => key <= query || (query === 0 && key === 3));
		expect([1, 2].map((layers) => cheatsOf(scores, layers, 3))).toEqual([0, 2]);
	});
});

describe('painted', () => {
	const causal = { kind: 'causal', size: 4 } as const;
	const stroke = { query: 0, key: 2, open: true };

	test('opens a closed cell', () => expect(painted([], stroke, causal)).toEqual([stroke]));

	test('needs no paint where the kind has it so', () => {
		expect(painted([stroke], { ...stroke, open: false }, causal)).toEqual([]);
	});

	test('paints a cell once', () => expect(painted([stroke], stroke, causal)).toEqual([stroke]));
});

test('a place past the reader’s text means its last token', () => {
	const run = { promptLength: 4, model: { d_vocab: 10 } };
	expect([2, 9].map((touch) => touchOf({ touch, draw: 1 }, run).pos)).toEqual([2, 3]);
});

test('surprise is −ln p of the token that came', () => {
	const logits = named(['pos', 'd_vocab'], [2, 2], Float32Array.of(Math.log(3), 0, 0, 0));
	const tokens = [0, 1].map((id) => ({ id, text: '', start: 0, end: 0 }));
	expect(surprises(logits, { tokens, promptLength: 2 })[0]).toBeCloseTo(Math.log(4), 6);
});

describe.each(['neox-full', 'gpt2-tiny', 'llama-gqa', SHIPPED])('in %s', (model) => {
	test.each(KINDS)('the %s mask closes exactly the cells that its shape says', async (mask) => {
		const { masked } = await resultFor(point, { text: TEXT, model, params: { mask, size: 3 } });
		const shape = squareOf(masked.length, (query, key) => isOpen(mask, 3, query, key));
		expect(Array.from(masked.data, (score) => score !== -Infinity)).toEqual(shape.data.map((score) => score === 0));
	});

	test('under the causal mask no prediction changes when a token is added', async () => {
		const [short, long] = await Promise.all([TEXT, `${TEXT} M`].map((text) => answersFor(point, { text, model })));
		const before = short?.model.logits.data ?? new Float32Array();
		const after = long?.model.logits.data.subarray(0, before.length) ?? new Float32Array();
		expect(Math.max(...before.map((value, i) => Math.abs(value - (after[i] ?? NaN))))).toBeLessThan(1e-5);
	});

	test.each(['causal', 'window'] as const)(
		'under the %s mask no output before a replaced token moves at all',
		async (mask) => {
			for (const touch of [1, 4, 9]) {
				const { touch: found } = await resultFor(point, { text: TEXT, model, params: { mask, size: 3, touch } });
				expect(found.isSame).toBe(false);
				expect([...found.moved.subarray(0, touch)]).toEqual(new Array(touch).fill(0));
				expect(found.before.most).toBe(0);
				expect(found.moved[touch]).toBeGreaterThan(1e-3);
			}
		}
	);

	test('without a mask every output before a replaced token moves', async () => {
		const { touch } = await resultFor(point, { text: TEXT, model, params: { mask: 'none', touch: 9 } });
		expect(Math.min(...touch.moved.subarray(0, 9))).toBeGreaterThan(1e-4);
		expect(touch.before.most).toBe(Math.max(...touch.moved.subarray(0, 9)));
	});

	test('without a mask every prediction could read its answer, and the loss is another', async () => {
		const { cheats, predictions, leak, loss } = await resultFor(point, { text: TEXT, model, params: { mask: 'none' } });
		expect([cheats, leak?.queries]).toEqual([predictions, predictions]);
		expect(Math.abs((loss?.after ?? 0) - (loss?.before ?? 0))).toBeGreaterThan(1e-4);
	});

	test('without a mask the last token of block 0 looks as before: its row had no future', async () => {
		const [masked, open] = await Promise.all(
			(['causal', 'none'] as const).map((mask) => answersFor(point, { text: TEXT, model, params: { mask } }))
		);
		const last = (answers: typeof masked) => (answers ? [...take(answers.changed.pattern, { query: -1 }).data] : []);
		expect(last(open)).toEqual(last(masked));
	});

	test('struck out after the softmax, the rows of the causal mask would sum to less than 1', async () => {
		const { struck } = await resultFor(point, { text: TEXT, model });
		expect(struck.first).toBeLessThan(struck.mean);
		expect(struck.mean).toBeLessThan(1);
	});

	test('one painted cell is the whole leak', async () => {
		const cells = [{ query: 2, key: 9, open: true }];
		const { leak } = await resultFor(point, { text: TEXT, model, params: { cells } });
		expect(leak).toMatchObject({ queries: 1, cells: 1, farthest: { query: 2, key: 9, ahead: 7 } });
	});

	test('a query to which nothing is open weighs nothing', async () => {
		const { blind, pattern } = await resultFor(point, { text: TEXT, model, params: { mask: 'padding', size: 2 } });
		expect([blind, ...Array.from(pattern.data).slice(0, 3)]).toEqual([2, 0, 0, 0]);
	});
});

describe('in the trained model', () => {
	test('the causal mask is the original: no leak, the same loss', async () => {
		const { leak, cheats, loss, isCausal } = await resultFor(point, { text: TEXT, model: SHIPPED });
		expect([leak, cheats, isCausal, loss?.after]).toEqual([undefined, 0, true, loss?.before]);
	});

	test('without the mask it copies answers from the future of a count: the loss falls, and means nothing', async () => {
		const asked = {
			text: 'one two three four five six seven eight',
			model: SHIPPED,
			params: { mask: 'none' }
		} as const;
		const { loss, cheats, predictions } = await resultFor(point, asked);
		expect(cheats).toBe(predictions);
		expect(loss?.after).toBeLessThan((loss?.before ?? 0) - 0.1);
	});

	test('through a window of two it forgets who is in the story', async () => {
		const { loss, cheats, next } = await resultFor(point, {
			text: TEXT,
			model: SHIPPED,
			params: { mask: 'window', size: 2 }
		});
		expect(cheats).toBe(0);
		expect(loss?.after).toBeGreaterThan((loss?.before ?? Infinity) + 0.5);
		expect(next?.kept).toBeLessThan((next?.before[0]?.value ?? 0) / 2);
	});
});
