import { beforeAll, describe, expect, test } from 'vitest';
import { named, take } from '#num/named.ts';
import { SHIPPED_MODELS, shippedFiles } from '../../../../tests/golden/shipped.ts';
import { answerTo, unpack } from '../answers.ts';
import { chooseBackend } from '../backend.ts';
import { Session } from '../session.ts';
import { DETECTORS, HEAD_KINDS, nameMover, type Pattern, type SeenKind } from './detectors.ts';
import { LABEL_FROM, labelsOf, scoresOf } from './labels.ts';
import { placesOf } from './places.ts';

/** A pattern in which each query gives all its weight to one key, or spreads it evenly over several. */
function looking(length: number, at: (query: number) => readonly number[]): Pattern {
	const data = new Float32Array(length * length);
	for (let query = 0; query < length; query++) {
		const keys = at(query);
		for (const key of keys) data[query * length + key] = 1 / keys.length;
	}
	return named(['query', 'key'], [length, length], data);
}

const upTo = (query: number) => Array.from({ length: query + 1 }, (_, key) => key);
const different = (length: number) => placesOf(upTo(length - 1));
/** Five different tokens, and the same five again. */
const twice = placesOf([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
const score = (kind: SeenKind, pattern: Pattern, places = different(pattern.shape[0] ?? 0)) =>
	DETECTORS[kind](pattern, places);

describe('places', () => {
	test('the same token is looked for among those before it alone', () => {
		expect(placesOf([7, 8, 7, 7]).same).toEqual([[], [], [0], [0, 2]]);
	});

	test('what came next is never the token that asks, nor after it', () => {
		expect(placesOf([7, 8, 7, 7]).next).toEqual([[], [], [1], [1]]);
	});
});

describe('previous', () => {
	test('is 1 where every query looks right before itself', () => {
		expect(
			score(
				'previous',
				looking(6, (query) => [Math.max(0, query - 1)])
			)
		).toBe(1);
	});

	test('does not ask the first token, which has none before it', () => {
		expect(
			score(
				'previous',
				looking(4, (query) => [query])
			)
		).toBe(0);
	});

	test('of an even spread is the mean of 1 over the number of keys', () => {
		expect(score('previous', looking(3, upTo))).toBeCloseTo((1 / 2 + 1 / 3) / 2, 6);
	});

	test('is undefined for one token', () => {
		expect(
			score(
				'previous',
				looking(1, () => [0])
			)
		).toBeUndefined();
	});
});

describe('induction', () => {
	const after = looking(10, (query) => [query < 5 ? 0 : query - 4]);

	test('is the weight on what came after the same token, over those queries alone that can look there', () => {
		// The last look of all is one place past the fifth token: the sixth, which comes before the tenth.
		expect(score('induction', after, twice)).toBe(1);
	});

	test('is 0 for a head that looks at the same token instead', () => {
		const same = looking(10, (query) => [query < 5 ? 0 : query - 5]);
		expect(score('induction', same, twice)).toBe(0);
	});

	test('adds up the weights on what came after each earlier one', () => {
		const places = placesOf([1, 2, 1, 3, 1]);
		const both = looking(5, (query) => (query === 4 ? [1, 3] : query === 2 ? [1] : [0]));
		expect(score('induction', both, places)).toBe(1);
	});

	test('is undefined where no token comes again', () => {
		expect(score('induction', after)).toBeUndefined();
	});
});

describe('duplicate', () => {
	test('is the weight on the same token before', () => {
		const half = looking(10, (query) => (query < 5 ? [0] : [query - 5, query]));
		expect(score('duplicate', half, twice)).toBeCloseTo(0.5, 6);
	});

	test('is undefined where no token comes again', () => {
		expect(score('duplicate', looking(6, upTo))).toBeUndefined();
	});
});

describe('sink', () => {
	test('is 1 where all look at the first token, however the first few look', () => {
		expect(
			score(
				'sink',
				looking(8, (query) => [query < 4 ? query : 0])
			)
		).toBe(1);
	});

	test('is undefined for a text of four tokens', () => {
		expect(
			score(
				'sink',
				looking(4, () => [0])
			)
		).toBeUndefined();
	});
});

describe('local', () => {
	test('counts the own token and the three before it, and no other', () => {
		const five = looking(9, (query) => [0, 1, 2, 3, 4].map((back) => Math.max(0, query - back)));
		expect(score('local', five)).toBeCloseTo(0.8, 6);
	});

	test('is undefined for a text of eight tokens', () => {
		expect(
			score(
				'local',
				looking(8, (query) => [query])
			)
		).toBeUndefined();
	});
});

describe('broad', () => {
	test('is 1 for an even spread over all that is open', () => {
		expect(score('broad', looking(12, upTo))).toBeCloseTo(1, 6);
	});

	test('is 0 where every query looks at one token', () => {
		expect(
			score(
				'broad',
				looking(12, (query) => [query])
			)
		).toBe(0);
	});

	test('of two keys out of six is ln 2 over ln 6', () => {
		const two = looking(6, (query) => [query, 0]);
		expect(score('broad', two)).toBeCloseTo((Math.log(2) / Math.log(5) + Math.log(2) / Math.log(6)) / 2, 6);
	});
});

describe('evidence', () => {
	const last = looking(5, (query) => (query === 4 ? [0, 1, 2, 3] : [0]));

	test('is the weight of the last query on the places that tell', () => {
		expect(score('evidence', last, placesOf([1, 2, 3, 4, 5], [1, 2]))).toBe(0.5);
	});

	test('is undefined where nothing in the text tells', () => {
		expect(score('evidence', last)).toBeUndefined();
	});
});

describe('a name mover', () => {
	test('is as strong as its look at the name, if the name falls by 1 or more without it', () => {
		expect(nameMover(0.83, 3.2)).toBe(0.83);
	});

	test('is none if the name does not fall without it', () => {
		expect(nameMover(0.83, 0.9)).toBe(0);
	});

	test('is unknown before it has been switched off', () => {
		expect(nameMover(0.83, undefined)).toBeUndefined();
	});
});

describe('labels', () => {
	test('come with the most telling first', () => {
		expect(labelsOf({ sink: 0.6, induction: 0.7 }).map(({ kind }) => kind)).toEqual(['induction', 'sink']);
	});

	test('hold from their threshold on', () => {
		expect(labelsOf({ sink: LABEL_FROM.sink })).toHaveLength(1);
		expect(labelsOf({ sink: LABEL_FROM.sink - 0.001 })).toEqual([]);
	});

	test('do not say what another one implies', () => {
		const kinds = labelsOf({ 'name-mover': 0.8, evidence: 0.8, previous: 0.9, local: 1 }).map(({ kind }) => kind);
		expect(kinds).toEqual(['name-mover', 'previous']);
	});
});

describe.each(SHIPPED_MODELS)('on %s', (id) => {
	beforeAll(async () => void (await chooseBackend({ force: 'wasm' })));

	test('every head has scores from 0 to 1, and those alone that the text gives occasion to', async () => {
		const text = 'Tom saw the cat. Lily saw the dog. Tom saw the';
		const session = new Session(id, shippedFiles(id));
		const generate = { count: 0, temperature: 0, topK: 0, topP: 1, seed: 0 };
		const variations = { model: { captures: ['blocks.*.attn.pattern'] } };
		const { tokens, captures } = unpack(await session.answer({ model: id, text, generate, edits: [], variations }));
		session.dispose();
		const places = placesOf(tokens.map((token) => token.id));
		const pattern = answerTo(captures['model'] ?? {}, 'blocks.{layer}.attn.pattern', 0);
		expect(pattern).toBeDefined();
		if (!pattern) return;
		for (let head = 0; head < (pattern.shape[0] ?? 0); head++) {
			const scores = scoresOf(take(pattern, { head }), places);
			expect(Object.keys(scores).sort()).toEqual(
				HEAD_KINDS.filter((kind) => kind !== 'name-mover' && kind !== 'evidence').sort()
			);
			for (const value of Object.values(scores)) {
				expect(value).toBeGreaterThanOrEqual(0);
				expect(value).toBeLessThanOrEqual(1);
			}
		}
	});
});
