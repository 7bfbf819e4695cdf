/** All knowledge points there are: every folder beside this file that holds a `point.ts`. */
import type { AnyPoint } from './define.ts';

const modules = import.meta.glob<{ readonly default: AnyPoint }>('./*/point.ts', { eager: true });

/** The points, by their number. */
export const points: readonly AnyPoint[] = Object.values(modules)
	.map((module) => module.default)
	.sort((a, b) => a.number - b.number);

/** The folder that a point was found in, which must be its id. */
export const folders: ReadonlyMap<AnyPoint, string> = new Map(
	Object.entries(modules).map(([path, module]) => [module.default, path.split('/')[1] ?? ''])
);

/** The point of this id; undefined when there is none. */
export function pointById(id: string): AnyPoint | undefined {
	return points.find((point) => point.id === id);
}
