import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Scenes, type Moment } from './scenes.svelte.ts';
import { POINTS, extra, scores } from './testing/fakes.ts';

const focusOn = (head: number) => ({ layer: 0, head, query: 0, key: 0 });

/** A page whose present the test moves. */
function page() {
	const stage: { moment: Moment; reading: undefined } = {
		moment: { shown: undefined, focus: focusOn(0), params: {} },
		reading: undefined
	};
	const scenes = new Scenes(stage, () => undefined);
	const look = (head: number) => (stage.moment = { ...stage.moment, focus: focusOn(head) });
	return { stage, scenes, look };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a panel out of view', () => {
	test('shows what it showed before', () => {
		const { scenes, look } = page();
		scenes.see(scores.id, false);
		look(1);
		expect([scenes.of(scores).focus.head, scenes.of(extra).focus.head]).toEqual([0, 1]);
	});

	test('shows the present as soon as it is seen', () => {
		const { scenes, look } = page();
		scenes.see(scores.id, false);
		look(1);
		scenes.see(scores.id, true);
		expect(scenes.of(scores).focus.head).toBe(1);
	});

	test('is brought up to the present once nothing has changed for a moment', () => {
		const { scenes, look } = page();
		for (const { id } of POINTS) scenes.see(id, false);
		look(1);
		scenes.later(() => true);
		expect(scenes.isBehind).toBe(true);
		vi.runAllTimers();
		expect([scenes.isBehind, scenes.of(scores).focus.head, scenes.of(extra).focus.head]).toEqual([false, 1, 1]);
	});

	test('waits for what it needs and is not there yet', () => {
		const { scenes, look } = page();
		scenes.see(scores.id, false);
		look(1);
		scenes.later(() => false);
		vi.runAllTimers();
		expect(scenes.of(scores).focus.head).toBe(0);
	});
});

test('parameters stay the same object while the reader leaves them alone', () => {
	const { scenes, look } = page();
	const before = scenes.of(scores).params;
	look(1);
	expect(scenes.of(scores).params).toBe(before);
});
