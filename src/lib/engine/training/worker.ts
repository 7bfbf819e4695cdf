/** The lab's worker: trains, away from the page's thread and from the playground's engine. */
import { expose } from 'comlink';
import { tellAlive } from '../alive.ts';
import { TrainingHost } from './host.ts';
import type { TrainingApi } from './protocol.ts';

const host = new TrainingHost(() => performance.now());

const api: TrainingApi = {
	start: (start) => host.start(start),
	advance: (portion) => host.advance(portion),
	save: (run) => host.save(run),
	loseDevice: () => host.loseDevice()
};

expose(api);
tellAlive();
