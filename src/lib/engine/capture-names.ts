/** Which of the table's values a model has, and which of them a pattern names. */
import { CAPTURES, type Axis, type CaptureName, type CapturePattern } from './captures.ts';
import type { ModelConfig } from './config.ts';

/** Every value of a model that can be captured, in the order of the table, block after block. */
export function captureNames(config: ModelConfig): CaptureName[] {
	// The table's own keys, which Object.keys forgets.
	const present = (Object.keys(CAPTURES) as CapturePattern[]).filter((pattern) => has(config, pattern));
	const inBlocks = present.filter((pattern) => pattern.includes('{layer}'));
	const before = present.slice(0, present.indexOf(inBlocks[0] ?? 'logits'));
	const after = present.slice(before.length + inBlocks.length);
	const layers = Array.from({ length: config.layers }, (_, layer) =>
		inBlocks.map((pattern) => pattern.replace('{layer}', String(layer)))
	);
	// With its number filled in, a pattern is a name.
	return [...before, ...layers.flat(), ...after] as CaptureName[];
}

/** The axes of a captured value. */
export function axesOf(name: CaptureName): readonly Axis[] {
	// A name is a pattern with a number in place of its only `{layer}`.
	return CAPTURES[name.replace(/^blocks\.\d+/, 'blocks.{layer}') as CapturePattern];
}

/** The names that a pattern means; `*` in it matches any characters, dots too. */
export function namesMatching<Name extends string>(pattern: string, names: readonly Name[]): Name[] {
	const [first = '', ...rest] = pattern.split('*');
	const last = rest.pop();
	return names.filter((name) => {
		if (last === undefined) return name === pattern;
		if (!name.startsWith(first) || !name.endsWith(last)) return false;
		// Taking each part at its first place leaves the most for those after it: no search back is needed.
		let reached = first.length;
		for (const part of rest) {
			const place = name.indexOf(part, reached);
			if (place < 0) return false;
			reached = place + part.length;
		}
		return reached <= name.length - last.length;
	});
}

function has(config: ModelConfig, pattern: CapturePattern): boolean {
	switch (pattern) {
		case 'pos_embed':
			return config.positions.kind === 'learned';
		case 'blocks.{layer}.attn.rot_q':
		case 'blocks.{layer}.attn.rot_k':
			return config.positions.kind === 'rotary';
		case 'blocks.{layer}.resid_mid':
			return !config.parallel;
		case 'blocks.{layer}.mlp.pre_linear':
			return config.gated;
		default:
			return true;
	}
}
