import { expect, test } from 'vitest';
import type { Question } from '#engine/protocol.ts';
import { shareEngine } from './shared-engine.ts';
import { FakeEngine } from './testing/fakes.ts';

const HEARING = { onReport: () => undefined, onProgress: () => undefined };

function asking(text: string): Question {
	const generate = { count: 0, temperature: 1, topK: 0, topP: 1, seed: 0 };
	return { model: 'storyteller', text, generate, edits: [], variations: { model: { captures: ['logits'] } } };
}

/** Two conversations with one engine, which has been asked as `engine.asked` lists. */
function two() {
	const engine = new FakeEngine();
	const connect = shareEngine(engine.connect);
	return { engine, one: connect({ ...HEARING }), other: connect({ ...HEARING }) };
}

test('two conversations that ask at the same time are both answered', async () => {
	const { one, other } = two();
	const outcomes = await Promise.all([one.ask(asking('a')), other.ask(asking('a b'))]);
	expect(outcomes.map((outcome) => outcome?.ok && outcome.value.tokens.length)).toEqual([1, 2]);
});

test('the engine, which drops what is overtaken, has one question of theirs at a time', async () => {
	const { engine, one, other } = two();
	let [asked, most] = [0, 0];
	engine.answering = async () => {
		most = Math.max(most, ++asked);
		await new Promise((resolve) => setImmediate(resolve));
		asked--;
	};
	await Promise.all([one.ask(asking('a')), other.ask(asking('b'))]);
	expect([engine.asked.length, most]).toEqual([2, 1]);
});

test('a question that a newer one of its own conversation overtakes is dropped', async () => {
	const { engine, one } = two();
	const outcomes = await Promise.all([one.ask(asking('a')), one.ask(asking('b'))]);
	expect([outcomes[0], engine.asked.map(({ text }) => text)]).toEqual([undefined, ['b']]);
});

test('what fails for one conversation keeps no other from its turn', async () => {
	const { engine, one, other } = two();
	engine.answering = (_, n) => (n === 0 ? Promise.reject(new Error('out of memory')) : undefined);
	const failed = one.ask(asking('a')).catch(() => 'failed');
	expect([await failed, (await other.ask(asking('b')))?.ok]).toEqual(['failed', true]);
});

test('the engine ends when the last conversation does', () => {
	const { engine, one, other } = two();
	one.close();
	expect(engine.closed).toBe(false);
	other.close();
	expect(engine.closed).toBe(true);
});
