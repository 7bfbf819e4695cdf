/** Carries out edits on the values of a pass. */
import { normalAt, streamOf } from './noise.ts';
import { axesOf } from './capture-names.ts';
import type { Axis, CaptureName } from './captures.ts';
import type { ModelConfig } from './config.ts';
import { CLOSED_BELOW, maskValues, type Span } from './mask.ts';
import { axisLength, badEdit, isTextAxis, type PlannedEdit } from './plan-edits.ts';
import { add, fill, less, mul, pad, slice, tensor, where, zerosLike, type Tensor } from './tf.ts';

/** What an edit may need besides the value it changes. */
export interface Surroundings {
	readonly config: ModelConfig;
	readonly span: Span;
	/** A value of the same block that came before. */
	readonly earlier: (name: string) => Tensor | undefined;
	/** The same value in the run that a `swap` takes it from, over that run's whole text. */
	readonly other: Tensor | undefined;
}

/** A value after an edit that means it; the same tensor when the pass computes none of the edit's places. */
export function applyEdit(plan: PlannedEdit, name: CaptureName, value: Tensor, around: Surroundings): Tensor {
	const chosen = choose(plan, name, value, around);
	if (chosen === 'none') return value;
	const changed = change(plan, name, value, around);
	if (chosen === 'all') return changed;
	// Exact, since every factor is 0 or 1 and no value is infinite.
	return add(mul(changed, chosen.inside), mul(value, chosen.outside));
}

function change({ edit }: PlannedEdit, name: CaptureName, value: Tensor, around: Surroundings): Tensor {
	switch (edit.do) {
		case 'zero':
			return zerosLike(value);
		case 'scale':
			return scaled(name, value, edit.by);
		case 'set':
			return fill(value.shape, edit.to);
		case 'noise':
			return add(value, noise(edit, name, value.shape, around));
		case 'unscale':
			return required(around.earlier(name.replace('attn_scores_scaled', 'attn_scores_raw')));
		case 'unrotate':
			return required(around.earlier(name.replace('rot_', '')));
		case 'unskip':
			return sublayersOf(name, around);
		case 'mask': {
			const { count, keys } = around.span;
			const unmasked = required(around.earlier(name.replace('attn_scores', 'attn_scores_scaled')));
			return add(unmasked, tensor(maskValues(edit, around.span), [count, keys]));
		}
		case 'swap':
			return fromOther(name, value, required(around.other), around.span);
		default:
			return edit satisfies never;
	}
}

/** What the stream has added since it was last read. */
function sublayersOf(name: CaptureName, { config, earlier }: Surroundings): Tensor {
	const [attnOut, mlpOut] = ['attn_out', 'mlp_out'].map((out) => earlier(name.replace(/resid_\w+$/, out)));
	if (name.endsWith('.resid_mid')) return required(attnOut);
	return config.parallel ? add(required(attnOut), required(mlpOut)) : required(mlpOut);
}

/** A closed score stays closed, whatever it is multiplied by. */
function scaled(name: CaptureName, value: Tensor, by: number): Tensor {
	const product = mul(value, by);
	return name.endsWith('.attn_scores') ? where(less(value, CLOSED_BELOW), value, product) : product;
}

function noise(
	{ std, seed }: { readonly std: number; readonly seed: number },
	name: CaptureName,
	shape: readonly number[],
	{ config, span }: Surroundings
): Tensor {
	const axes = axesOf(name);
	const starts = axes.map((axis) => startOn(axis, span));
	// Numbered as in a text that fills the context, so that a place has its noise whatever pass computes it.
	const lengths = axes.map((axis) => axisLength(axis, config, config.context));
	const stream = streamOf(seed, name);
	const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => {
		let number = 0;
		let stride = 1;
		let rest = i;
		for (let dim = shape.length - 1; dim >= 0; dim--) {
			const length = shape[dim] ?? 1;
			number += ((rest % length) + (starts[dim] ?? 0)) * stride;
			rest = Math.floor(rest / length);
			stride *= lengths[dim] ?? 1;
		}
		return std * normalAt(stream, number);
	});
	return tensor(values, [...shape]);
}

/** The other run's value at the places that this pass computes; zeros where the other text has ended. */
function fromOther(name: CaptureName, value: Tensor, other: Tensor, span: Span): Tensor {
	const begin = axesOf(name).map((axis) => startOn(axis, span));
	const size = value.shape.map((length, dim) => Math.min(length, (other.shape[dim] ?? 0) - (begin[dim] ?? 0)));
	const missing = value.shape.map((length, dim): [number, number] => [0, length - (size[dim] ?? 0)]);
	return pad(slice(other, begin, size), missing);
}

type Chosen = 'all' | 'none' | { readonly inside: Tensor; readonly outside: Tensor };

/** Which cells an edit means, as factors of 1 and 0 that broadcast over the value. */
function choose({ edit, where }: PlannedEdit, name: CaptureName, { shape }: Tensor, around: Surroundings): Chosen {
	const chosen = axesOf(name).map((axis, dim) => {
		const start = startOn(axis, around.span);
		const index = where.get(axis);
		const end = edit.do === 'swap' && isTextAxis(axis) ? (around.other?.shape[dim] ?? 0) : Infinity;
		return Array.from(
			{ length: shape[dim] ?? 0 },
			(_, i) => (index === undefined || start + i === index) && start + i < end
		);
	});
	if (chosen.some((axis) => !axis.includes(true))) return 'none';
	const factors = chosen.map((axis) => (axis.includes(false) ? axis.map(Number) : [1]));
	if (factors.every((axis) => axis.length === 1)) return 'all';
	const cells = factors.reduce((outer, axis) => outer.flatMap((a) => axis.map((b) => a * b)), [1]);
	const lengths = factors.map((axis) => axis.length);
	return {
		inside: tensor(Float32Array.from(cells), lengths),
		outside: tensor(
			Float32Array.from(cells, (cell) => 1 - cell),
			lengths
		)
	};
}

function startOn(axis: Axis, span: Span): number {
	return axis === 'pos' || axis === 'query' ? span.start : 0;
}

function required(value: Tensor | undefined): Tensor {
	return value ?? badEdit('the value that the edit falls back on was not computed');
}
