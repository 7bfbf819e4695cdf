/** All knowledge points that are shown by training: every folder beside this file that holds an `experiment.ts`. */
import type { AnyExperiment } from './define-experiment.ts';

const modules = import.meta.glob<{ readonly default: AnyExperiment }>('./*/experiment.ts', { eager: true });

/** The experiments, by their number. */
export const experiments: readonly AnyExperiment[] = Object.values(modules)
	.map((module) => module.default)
	.sort((a, b) => a.number - b.number);

/** The folder that an experiment was found in, which must be its id. */
export const experimentFolders: ReadonlyMap<AnyExperiment, string> = new Map(
	Object.entries(modules).map(([path, module]) => [module.default, path.split('/')[1] ?? ''])
);

/** The experiment of this id; undefined when there is none. */
export function experimentById(id: string): AnyExperiment | undefined {
	return experiments.find((experiment) => experiment.id === id);
}
