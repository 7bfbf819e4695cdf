import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

describe('what waits for a paint', () => {
	let frames: (() => void)[] = [];

	beforeEach(() => {
		frames = [];
		vi.useFakeTimers();
		vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act) - 1);
		vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.splice(frame, 1, () => undefined));
	});
	afterEach(() => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	const paint = () => frames.splice(0).forEach((act) => act());

	test('has not happened when the frame begins', () => {
		const act = vi.fn();
		afterPaint(act);
		paint();
		expect(act).not.toHaveBeenCalled();
	});
	test('happens once after it', () => {
		const act = vi.fn();
		afterPaint(act);
		paint();
		vi.advanceTimersByTime(1000);
		expect(act).toHaveBeenCalledTimes(1);
	});
	test('happens where no frame comes', () => {
		const act = vi.fn();
		afterPaint(act);
		vi.advanceTimersByTime(1000);
		expect(act).toHaveBeenCalledTimes(1);
	});
	test.each([false, true])('never happens once it is taken back (frame begun: %s)', (isBegun) => {
		const act = vi.fn();
		const cancel = afterPaint(act);
		if (isBegun) paint();
		cancel();
		paint();
		vi.advanceTimersByTime(1000);
		expect(act).not.toHaveBeenCalled();
	});
	test('happens at once where there is nothing to paint on', () => {
		vi.stubGlobal('requestAnimationFrame', undefined);
		const act = vi.fn();
		afterPaint(act);
		expect(act).toHaveBeenCalledTimes(1);
	});
});
