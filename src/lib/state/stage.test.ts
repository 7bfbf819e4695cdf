import { afterEach, describe, expect, test, vi } from 'vitest';
import { newName, openChannel, Prompt, Stage, type Order, type Shown } from './stage.ts';

const SHOWN: Shown = {
	title: 'Scaling',
	caption: 'Look',
	isAnswered: false,
	at: 0,
	of: 3,
	isBlank: false,
	canBack: false,
	canForward: true
};

afterEach(() => void vi.unstubAllGlobals());

async function talking(name = newName()) {
	const orders: Order[] = [];
	const heard: (Shown | undefined)[] = [];
	const [one, other] = [openChannel(name), openChannel(name)];
	if (!one || !other) throw new Error('no channel');
	const stage = new Stage(one, (order) => orders.push(order));
	const prompt = new Prompt(other, (shown) => heard.push(shown));
	await vi.waitUntil(() => orders.length > 0);
	return { stage, prompt, one, other, orders, heard };
}

describe('the second window', () => {
	test('says hello, hears what is shown, and when it is over', async () => {
		const { stage, prompt, orders, heard } = await talking();
		stage.tell(SHOWN);
		await vi.waitUntil(() => heard.length === 1);
		stage.close();
		await vi.waitUntil(() => heard.length === 2);
		expect([orders, heard]).toMatchObject([['hello'], [SHOWN, undefined]]);
		prompt.close();
	});
	test('drives the presentation', async () => {
		const { stage, prompt, orders } = await talking();
		prompt.order('forward');
		prompt.order('back');
		await vi.waitUntil(() => orders.length === 3);
		expect(orders).toEqual(['hello', 'forward', 'back']);
		stage.close();
		prompt.close();
	});
	test('does not hear another presentation', async () => {
		const [mine, theirs] = [await talking(), await talking()];
		theirs.prompt.order('forward');
		await vi.waitUntil(() => theirs.orders.length === 2);
		expect(mine.orders).toEqual(['hello']);
		for (const { stage, prompt } of [mine, theirs]) {
			stage.close();
			prompt.close();
		}
	});
	test('and the presentation ignore what is no message of theirs', async () => {
		const { stage, prompt, one, other, orders, heard } = await talking();
		for (const wrong of [
			null,
			'forward',
			{ type: 'forward' },
			{ headlight: 1, type: 'leave' },
			{ headlight: 1, type: 'show' }
		]) {
			other.postMessage(wrong);
			one.postMessage(wrong);
		}
		prompt.order('blank');
		await vi.waitUntil(() => orders.length === 2);
		expect([orders, heard]).toEqual([['hello', 'blank'], []]);
		stage.close();
		prompt.close();
	});
	test('has no channel where the browser refuses one', () => {
		vi.stubGlobal('BroadcastChannel', undefined);
		expect(openChannel('x')).toBeUndefined();
	});
});
