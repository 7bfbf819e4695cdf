/** What each box took, out of the steps that a timed run tells. */
import type { Answers } from '#points/define.ts';
import type { BoxId } from './boxes.ts';
import type { needs } from './needs.ts';

type Steps = NonNullable<Answers<typeof needs>['costs']['timed']['steps']>;

/** The captured values whose computation is a box's, by the end of their names. */
const CAPTURED: { readonly [id in BoxId]?: readonly string[] } = {
	embed: ['embed'],
	pos_embed: ['pos_embed'],
	ln1: ['resid_pre', 'ln1.scale', 'ln1.normalized'],
	q: ['attn.q'],
	k: ['attn.k'],
	v: ['attn.v'],
	rotate: ['attn.rot_q', 'attn.rot_k'],
	scores: ['attn.attn_scores_raw'],
	scale: ['attn.attn_scores_scaled'],
	mask: ['attn.attn_scores'],
	softmax: ['attn.pattern'],
	weigh: ['attn.z'],
	output: ['attn.result', 'attn_out'],
	add1: ['resid_mid'],
	ln2: ['ln2.scale', 'ln2.normalized'],
	mlp_in: ['mlp.pre', 'mlp.pre_linear'],
	activation: ['mlp.post'],
	mlp_out: ['mlp_out'],
	add2: ['resid_post'],
	ln_final: ['ln_final.scale', 'ln_final.normalized'],
	unembed: ['logits']
};

/** Milliseconds of a box, in one block where it is a block's. */
export function millisecondsOf(steps: Steps, id: BoxId, layer: number): number {
	const names = CAPTURED[id]?.flatMap((name) => [name, `blocks.${layer}.${name}`]) ?? [];
	return total(steps.filter(({ name }) => names.includes(name)));
}

/** Milliseconds of all boxes of a block. */
export function millisecondsOfBlock(steps: Steps, layer: number): number {
	return total(steps.filter(({ name }) => name.startsWith(`blocks.${layer}.`)));
}

/** Milliseconds of all steps. */
export function total(steps: Steps): number {
	return steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}
