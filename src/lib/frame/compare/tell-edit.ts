import type { Say } from '#points/define.ts';
import type { Playground } from '#state/playground.svelte.ts';
import type { words } from './words.ts';

/** An edit of a run. */
export type SomeEdit = Playground['edits'][number];

const HEAD = /^blocks\.(\d+)\.attn\.z$/;

/** What an edit does, in words where a click makes it, else as a link says it. */
export function tellEdit(edit: SomeEdit, say: Say<typeof words>['edits']): string {
	const layer = HEAD.exec(edit.at)?.[1];
	if (edit.do === 'zero' && layer !== undefined && edit.head !== undefined)
		return say.headOff(Number(layer), edit.head);
	if (edit.do === 'unscale' && edit.at === 'blocks.*.attn.attn_scores_scaled') return say.unscaled;
	if (edit.do === 'mask') return edit.kind === 'none' && !edit.cells?.length ? say.unmasked : say.mask(edit.kind);
	return `${edit.do} ${edit.at}`;
}
