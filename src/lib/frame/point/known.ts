import type { PointText, Say } from '#points/define.ts';

/** What is worth knowing of a point: what is wrongly said, and what its run lets it say, once there is one. */
export function knownOf({ wrong, right, know, numbers }: Say<PointText<unknown>>, result: unknown) {
	if (result === undefined) return { wrong, right: undefined, matters: undefined, numbers: undefined };
	return { wrong, right: right(result), matters: know(result), numbers: numbers(result) };
}
