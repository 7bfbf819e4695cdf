import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Unpacked } from '#engine/answers.ts';
import type { Outcome, Question } from '#engine/protocol.ts';
import { FakeEngine } from './testing/fakes.ts';
import { holdFrames, opened, quiet } from './testing/opened.ts';

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Says token 2, "c", after everything, by a logit of 5; without head 1 of layer 0 token 3, "d", by the rest of it. */
class Saying extends FakeEngine {
	override async ask(question: Question): Promise<Outcome<Unpacked> | undefined> {
		const outcome = await super.ask(question);
		const off = question.variations['off']?.edits?.[0];
		const [logit, other] = off?.at === 'blocks.0.attn.z' && off.head === 1 ? [1, 3] : [5, 0];
		for (const { logits } of Object.values(outcome?.ok ? outcome.value.captures : {}))
			for (let i = 0; logits && i < logits.data.length; i += 5) logits.data.set([0, 0, logit, other, 0], i);
		return outcome;
	}

	/** Heads that were switched off, in order. */
	get off(): string[] {
		return this.asked.flatMap(({ variations }) => {
			const edit = variations['off']?.edits?.[0];
			return edit ? [`${edit.at} ${edit.head}`] : [];
		});
	}
}

async function rest(): Promise<void> {
	await vi.advanceTimersByTimeAsync(300);
	await quiet();
}

async function watched(href = '/?v=1&l=0&h=1') {
	const page = await opened(href, { engine: new Saying() });
	const leave = page.page.heads.watch();
	return { ...page, engine: page.engine as Saying, leave };
}

describe('labels', () => {
	test('come with the answer, for every head', async () => {
		const { page } = await watched();
		// All tokens of the fake are one word, and each looks at key 2 with 0.6 of its weight.
		expect(page.heads.labels.map((row) => row.map((labels) => labels.length > 0))).toEqual([
			[true, true],
			[true, true]
		]);
	});

	test('wait until a later answer has been painted', async () => {
		const { page } = await watched();
		const before = page.heads.labels;
		const paint = holdFrames();
		page.setText('a b');
		await quiet();
		expect(page.heads.labels).toEqual(before);
		paint();
		expect(page.heads.labels).not.toEqual(before);
	});

	test('are there without anyone watching', async () => {
		const { page } = await opened('/', { engine: new Saying() });
		expect(page.heads.labels).toHaveLength(2);
	});
});

describe('an effect', () => {
	test('is the fall of the likeliest next token, and what is said instead', async () => {
		const { page } = await watched();
		await rest();
		expect(page.heads.effect).toEqual({ said: 'c', drop: 4, instead: 'd' });
	});

	test('of a head that nothing depends on is none', async () => {
		const { page } = await watched('/?v=1&l=1&h=0');
		await rest();
		expect(page.heads.effect).toEqual({ said: 'c', drop: 0, instead: undefined });
	});

	test('is not measured while nobody watches', async () => {
		const { engine, leave, page } = await watched();
		leave();
		page.choose({ head: 0 });
		await rest();
		expect(engine.off).toEqual([]);
	});

	test('waits until the reader rests', async () => {
		const { engine, page } = await watched();
		for (const text of ['one', 'one two', 'one two three']) {
			page.setText(text);
			await quiet();
			await vi.advanceTimersByTimeAsync(200);
		}
		expect(engine.off).toEqual([]);
		await rest();
		expect(engine.off).toEqual(['blocks.0.attn.z 1']);
	});

	test('of another head is measured when that is chosen, and never twice on one run', async () => {
		const { engine, page } = await watched();
		await rest();
		page.choose({ head: 0 });
		await rest();
		page.choose({ head: 1 });
		await rest();
		expect(engine.off).toEqual(['blocks.0.attn.z 1', 'blocks.0.attn.z 0']);
		expect(page.heads.effect?.drop).toBe(4);
	});

	test('of another text is unknown until it has been measured', async () => {
		const { page } = await watched();
		await rest();
		page.setText('one two');
		await quiet();
		expect(page.heads.effect).toBeUndefined();
		await rest();
		expect(page.heads.effect?.drop).toBe(4);
	});

	test('is measured on the run as edits have made it', async () => {
		const { engine } = await watched('/?v=1&l=0&h=1&e=[{"at":"blocks.1.mlp_out","do":"zero"}]');
		await rest();
		expect(engine.asked.at(-1)?.edits).toEqual([{ at: 'blocks.1.mlp_out', do: 'zero' }]);
	});

	test('never comes on show as an answer', async () => {
		const { page } = await watched();
		const before = page.sequence;
		await rest();
		expect(page.sequence).toBe(before);
		expect(page.patterns).toBeDefined();
	});
});
