import { expect, test } from 'vitest';
import { named } from '#num/named.ts';
import { differenceOf, isClosed, movedIn, movedInAll } from './difference.ts';
import { nextChanges } from './next-change.ts';
import { otherText } from './other-text.ts';

const AXES = ['head', 'query', 'key'] as const;
const left = named(AXES, [2, 2, 2], new Float32Array([1, 0, 0.25, 0.75, 1, 0, 0.5, 0.5]));
const right = named(AXES, [1, 3, 3], new Float32Array([1, 0, 0, 0.75, 0.25, 0, 0.1, 0.2, 0.7]));
const difference = differenceOf({ figure: left, head: 0 }, { figure: right, head: 0 }, 2);

test('runs of different lengths are compared over the tokens that both have', () => {
	expect([...difference.change]).toEqual([0, 0, 0.5, -0.5]);
});

test('the largest change of either sign is the end of the scale', () => expect(difference.most).toBe(0.5));

test('half of a row’s changes is the attention that moved', () => {
	expect([movedIn(difference, 0), movedIn(difference, 1)]).toEqual([0, 0.5]);
});

test('what moved in a head is the mean of its queries', () => expect(movedInAll(difference)).toBe(0.25));

test('both runs are drawn on one scale, to the largest value of either', () => {
	const scores = named(AXES, [1, 1, 1], new Float32Array([-3]));
	expect(differenceOf({ figure: scores, head: 0 }, { figure: left, head: 0 }, 1).largest).toBe(3);
});

test('a cell is closed where no run has a weight above the diagonal', () => {
	const runs = [new Float32Array([1, 0, 0, 1]), new Float32Array([1, 0.5, 0, 1])] as const;
	const [above, below] = [
		{ row: 0, column: 1 },
		{ row: 1, column: 0 }
	];
	expect([isClosed(2, above, runs[0]), isClosed(2, above, ...runs), isClosed(2, below, runs[0])]).toEqual([
		true,
		false,
		false
	]);
});

test('two heads of one run are compared as well', () => {
	const heads = differenceOf({ figure: left, head: 0 }, { figure: left, head: 1 }, 2);
	expect([...heads.change]).toEqual([0, 0, 0.25, -0.25]);
});

test('next tokens meet by what they show as, whatever their numbers', () => {
	const changes = nextChanges(
		{ logits: [5, 1], vocabulary: [' Mary', ' John'] },
		{ logits: [5, 1, 3], vocabulary: [' John', ' Mary', ' Leo'] }
	);
	expect(changes.map(({ token }) => token)).toEqual(['Mary', 'John', 'Leo']);
	expect(changes[0]?.left).toBeCloseTo(0.982, 3);
	expect(changes[0]?.right).toBeCloseTo(0.0159, 4);
	expect(changes[2]?.left).toBeUndefined();
});

test('another text exchanges the first two names', () => {
	expect(otherText('When Mary met John, John gave Mary a ball', [])).toBe('When John met Mary, Mary gave John a ball');
});

test('without two names it is the next of those at hand', () => {
	expect([otherText('the cat', ['the cat', 'the dog']), otherText('a hen', ['the cat'])]).toEqual([
		'the dog',
		'the cat'
	]);
});
