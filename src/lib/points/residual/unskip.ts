/** The edits that take the skip away. */
import type { Edit } from '#engine/captures.ts';
import type { Values } from '#params/param.ts';
import type { params } from './params.ts';

/** In every block: what a part computed takes the stream's place instead of being added to it. */
export function unskip(remove: Values<typeof params>['remove'], { parallel }: { readonly parallel: boolean }): Edit[] {
	const edit = (at: 'resid_mid' | 'resid_post'): Edit => ({ at: `blocks.*.${at}`, do: 'unskip' });
	if (remove === 'none') return [];
	// Attention and FFN side by side have one skip between them.
	if (parallel) return [edit('resid_post')];
	switch (remove) {
		case 'attention':
			return [edit('resid_mid')];
		case 'ffn':
			return [edit('resid_post')];
		case 'all':
			return [edit('resid_mid'), edit('resid_post')];
		default:
			return remove satisfies never;
	}
}
