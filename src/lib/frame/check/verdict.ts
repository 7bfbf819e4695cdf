/** How a machine will do in class. */
export type Verdict = 'measuring' | 'quick' | 'fair' | 'slow' | 'failed';

/** Below this many milliseconds a pass, the answer keeps up with typing; every open panel may ask for one. */
const QUICK = 60;
const FAIR = 250;

/** The verdict on a measured pass; `failed` where nothing could be computed. */
export function verdictOn(forward: number | undefined, failed: boolean): Verdict {
	if (failed) return 'failed';
	if (forward === undefined) return 'measuring';
	if (forward <= QUICK) return 'quick';
	return forward <= FAIR ? 'fair' : 'slow';
}
