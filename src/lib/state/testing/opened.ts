import { vi } from 'vitest';
import type { FailureCode } from '#engine/protocol.ts';
import type { AnyPoint } from '#points/define.ts';
import { sayNotice, type NoticeCode } from '../notices.ts';
import { Playground } from '../playground.svelte.ts';
import type { Storing } from '../settings.ts';
import { FakeAddress, FakeEngine, MODELS, POINTS, storageOf } from './fakes.ts';

/** The text that these pages start with: as many tokens as the fake model takes in. */
export const TEXT = '1 2 3 4 5 6 7 8';

/** Lets everything that needs no clock come to its end. */
export async function quiet(): Promise<void> {
	// Unpacking and answering take turns that no clock counts; real ones are fine to wait for.
	for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

interface Setting {
	readonly engine?: FakeEngine;
	readonly storing?: Storing;
	readonly only?: string;
	readonly single?: boolean;
	/** Points that are at hand at first, the others being fetched; all, unless given. */
	readonly atHand?: readonly AnyPoint[];
}

/** A playground on a fake engine that has opened nothing. Timers wait to be advanced: `vi.useRealTimers` ends that. */
export function unopened({
	engine = new FakeEngine(),
	storing = storageOf(),
	only,
	single = false,
	atHand
}: Setting = {}) {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const page = new Playground({
		client: engine.connect,
		models: MODELS,
		points: atHand ?? POINTS,
		...(atHand && { allPoints: async () => POINTS }),
		language: 'en',
		start: { text: TEXT },
		storing,
		single,
		...(only === undefined ? {} : { only })
	});
	return { page, engine };
}

/** A playground that has opened an address on a fake engine, with timers as in `unopened`. */
export async function opened(href = '/', setting: Setting = {}) {
	const { page, engine } = unopened(setting);
	const address = new FakeAddress(href);
	const stop = page.listen(address);
	await quiet();
	return { page, engine, address, stop };
}

/** Holds back what waits for a paint from now on; what is returned paints. */
export function holdFrames(): () => void {
	const frames: (() => void)[] = [];
	vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act));
	vi.stubGlobal('cancelAnimationFrame', () => undefined);
	return () => {
		for (const act of frames.splice(0)) act();
		vi.advanceTimersByTime(1);
	};
}

/** A failure of this code. */
export const failing = (code: FailureCode, detail = 'why') => ({ code, detail });

/** A remark in words. */
export const notice = (code: NoticeCode, what = '') => sayNotice({ code, what });
