import { describe, expect, test } from 'vitest';
import { seededRandom } from '#num/random.ts';
import { heldOutBatch, trainingBatch } from '../data.ts';
import { IGNORED } from '../targets.ts';
import { TASKS, TASK_NAMES, type TaskName } from './tasks.ts';

function textsOf(name: TaskName, size: number, count = 200): string[] {
	const random = seededRandom(5);
	const task = TASKS[name];
	return Array.from({ length: count }, () => {
		const { ids } = task.example(size, random);
		return ids.map((id) => task.vocabulary[id]).join(name === 'line' ? ' ' : '');
	});
}

describe.each(TASK_NAMES)('%s', (name) => {
	const task = TASKS[name];
	const { sizes, vocabulary } = task;

	test('has texts of one length at every size', () => {
		for (let size = sizes.least; size <= sizes.most; size++)
			for (let seed = 0; seed < 20; seed++) {
				const { ids, answers } = task.example(size, seededRandom(seed));
				expect([ids.length, answers.length]).toEqual([task.length(size), ids.length]);
				expect(ids.every((id) => id >= 0 && id < vocabulary.length)).toBe(true);
			}
	});

	test('begins with what cannot be known and ends with what can', () => {
		const { answers } = task.example(sizes.start, seededRandom(1));
		expect([answers[0], answers.at(-1)]).toEqual([false, true]);
	});

	test('trains on nothing that is held out', () => {
		const settings = { seed: 1, data: { task: name, size: sizes.start, batch: 32, texts: 0, noise: 0, spoilt: 0, sampling: 0 } } as const;
		const rowsOf = ({ ids, texts }: { ids: readonly number[]; texts: number }) =>
			Array.from({ length: texts }, (_, i) =>
				ids.slice((i * ids.length) / texts, ((i + 1) * ids.length) / texts).join()
			);
		const held = new Set(rowsOf(heldOutBatch(settings, 64)));
		for (let step = 1; step <= 40; step++)
			for (const row of rowsOf(trainingBatch(settings, step))) expect(held.has(row)).toBe(false);
	});
});

test('a repeated stretch has no letter twice', () => {
	for (const text of textsOf('repeat', 12)) {
		const period = text.indexOf(text[0] ?? '', 1);
		expect(text.startsWith(text.slice(0, period) + text.slice(0, period).slice(0, 33 - 2 * period))).toBe(true);
		expect(new Set(text.slice(0, period)).size).toBe(period);
	}
});

test('lists are copied, turned round and sorted', () => {
	for (const text of textsOf('copy', 5)) expect(text.slice(6)).toBe(text.slice(0, 5));
	for (const text of textsOf('reverse', 5)) expect(text.slice(6)).toBe([...text.slice(0, 5)].toReversed().join(''));
	for (const text of textsOf('sort', 5)) expect(text.slice(6)).toBe([...text.slice(0, 5)].toSorted().join(''));
});

test('sums are right, with the digit that is carried', () => {
	const sums = textsOf('addition', 3).map((text) => text.split(/[+=]/).map(Number));
	for (const [a = NaN, b = NaN, sum] of sums) expect(sum).toBe(a + b);
	expect(sums.some(([, , sum = 0]) => sum > 999)).toBe(true);
});

test('every bracket is closed by its own kind', () => {
	for (let text of textsOf('brackets', 8)) {
		for (let i = 0; i < 8; i++) text = text.replaceAll(/\(\)|\[\]|\{\}|<>/g, '');
		expect(text).toBe('');
	}
});

test('a story ends with whoever was given the thing last', () => {
	for (const text of textsOf('line', 3)) {
		const [, lastThing, taker] = /.*the (\w+) to (\w+) \. Now/.exec(text) ?? [];
		expect(text.endsWith(`Now ${taker} has the ${lastThing} .`)).toBe(true);
	}
});

test('only answers are learnt, except where the whole text is', () => {
	const learnt = (task: TaskName) =>
		trainingBatch({ seed: 1, data: { task, size: 3, batch: 4, texts: 0, noise: 0, spoilt: 0, sampling: 0 } }, 1).targets.filter((target) => target !== IGNORED)
			.length;
	expect(learnt('copy')).toBe(4 * 3);
	expect(learnt('line')).toBe(4 * (TASKS.line.length(3) - 1));
});
