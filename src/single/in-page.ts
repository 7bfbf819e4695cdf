/** The files and scripts that stand in the page as text, each in an element that browsers do not run. */
import type { Held } from './held.ts';

/** All files that the page holds. */
export const held: Held = Object.fromEntries(
	[...document.querySelectorAll<HTMLScriptElement>('script[data-held]')].map((one) => [
		one.dataset['held'] ?? '',
		one.text
	])
);

/** The address of a worker's script, which is told what the page holds before it runs. */
export function workerAddress(name: string): string {
	const script = document.querySelector<HTMLScriptElement>(`script[data-worker="${name}"]`)?.text ?? '';
	const parts = [`self.held = ${JSON.stringify(held)};\n`, script];
	return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
}
