/** What happens to the neighbour, in words. */
import type { LayerNorm } from './compute.ts';

const neighbour = ({ labels, neighbour: index }: LayerNorm) => labels[index ?? -1] ?? '';

/** In English, after "when". */
export function happensEn(result: LayerNorm): string {
	const how = result.change === 'without' ? 'leaves the batch' : 'is replaced by a copy of this token';
	return `“${neighbour(result)}” ${how}`;
}

/** In Chinese. */
export function happensZh(result: LayerNorm): string {
	return `“${neighbour(result)}”${result.change === 'without' ? '离开这一批' : '换成这个 token 的副本'}`;
}
