import { cacheBytes } from './cache.ts';
import type { ModelConfig } from './config.ts';
import type { PassResult } from './passes.ts';
import type { Cost } from './protocol.ts';
import { summed } from './step-times.ts';

/** What passes cost; only those that ran after `since` took time, and only through the cache are keys and values held. */
export function costOf(
	passes: readonly PassResult[],
	{
		config,
		through,
		since
	}: { readonly config: ModelConfig; readonly through: 'full' | 'cache'; readonly since: number }
): Cost {
	const fresh = passes.filter(({ finished }) => finished >= since);
	const steps = passes.flatMap((pass) => (pass.steps ? [pass.steps] : []));
	return {
		multiplyAdds: passes.map(({ multiplyAdds }) => multiplyAdds),
		tokens: passes.map(({ span }) => span.count),
		cacheBytes: through === 'cache' ? cacheBytes(config, passes.at(-1)?.span.keys ?? 0) : 0,
		milliseconds: fresh.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
		...(steps.length > 0 && { steps: summed(steps) })
	};
}
