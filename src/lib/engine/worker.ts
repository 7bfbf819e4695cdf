/** The engine's worker: says that it is alive, by a lock that only its death releases, and answers the page. */
import { expose, transfer } from 'comlink';
import { tellAlive } from './alive.ts';
import { EngineHost } from './host.ts';
import type { EngineApi } from './protocol.ts';

const host = new EngineHost();

const api: EngineApi = {
	start: (options, progress, own) => host.start(options, progress, own),
	load: (model) => host.load(model),
	async answer(question) {
		const outcome = await host.answer(question);
		// Handed over, not copied.
		return outcome.ok ? transfer(outcome, [outcome.value.buffer.buffer]) : outcome;
	},
	loseDevice: () => host.loseDevice()
};

expose(api);

tellAlive();
