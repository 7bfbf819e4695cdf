import type { Connect, Engine, Hearing } from './conversation.svelte.ts';

/**
 * One engine for several conversations. The engine drops a question that a newer one overtakes; here only the same
 * conversation's may, so each waits for its turn before it is asked.
 */
export function shareEngine(connect: Connect): Connect {
	const heard = new Set<Hearing>();
	let engine: Engine | undefined;
	let line: Promise<unknown> = Promise.resolve();
	let force: string | undefined;

	return (hearing) => {
		heard.add(hearing);
		const shared = (engine ??= connect({
			onReport: (report) => heard.forEach((one) => one.onReport(report)),
			onProgress: (progress) => heard.forEach((one) => one.onProgress(progress))
		}));
		let latest = 0;
		return {
			async ask(question) {
				const number = ++latest;
				const turn = line.then(async () => (number === latest ? shared.ask(question) : undefined));
				line = turn.catch(() => undefined);
				return turn;
			},
			load: async (model) => shared.load(model),
			useBackend(name) {
				if (name !== force) shared.useBackend(name);
				force = name;
			},
			loseDevice: async (what) => shared.loseDevice(what),
			close() {
				heard.delete(hearing);
				if (heard.size === 0) shared.close();
			}
		};
	};
}
