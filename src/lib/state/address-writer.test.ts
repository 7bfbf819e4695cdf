import { expect, test } from 'vitest';
import { AddressWriter } from './address-writer.ts';
import { LinkCodec } from './link.ts';
import { startOf } from './reader.ts';
import { FakeAddress, MODELS, POINTS } from './testing/fakes.ts';

const START = startOf(MODELS, POINTS);

function writing() {
	const address = new FakeAddress('/');
	const left: (readonly string[])[] = [];
	const writer = new AddressWriter(address, new LinkCodec(START, MODELS, POINTS), (fields) => left.push(fields));
	return { address, writer, left };
}

test('a write that was under way when the reader went back comes to nothing', async () => {
	const { address, writer } = writing();
	writer.push({ ...START, text: 'a' });
	writer.cancel();
	await writer.settled();
	expect(address.history).toEqual(['https://here/']);
});

test('a long state and a short one after it are written in that order', async () => {
	const { address, writer } = writing();
	writer.push({ ...START, text: '头灯'.repeat(900) });
	writer.push({ ...START, text: 'a' });
	await writer.settled();
	expect(address.history.map((href) => new URL(href).search)).toEqual(['', '?v=1', '?v=1&t=a']);
});

test('a step to what the address already says is no step', async () => {
	const { address, writer } = writing();
	writer.push(START);
	await writer.settled();
	expect(address.history).toHaveLength(1);
});

test('a link without room for everything names what it leaves out', async () => {
	const { writer, left } = writing();
	const at = Array.from({ length: 70 }, (_, i) => `embed${Math.sin(i + 1)}${Math.cos(i + 1)}`.repeat(4).slice(0, 190));
	const ids = Array.from({ length: 1024 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 1e15));
	writer.push({ ...START, edits: [...at.slice(0, 20).map((name) => ({ at: name, do: 'swap', ids }) as const)] });
	await writer.settled();
	expect(left).toEqual([['e']]);
});
