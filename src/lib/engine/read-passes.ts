/** Reads what passes have kept: their parts of a value laid one after another along the text. */
import { axesOf } from './capture-names.ts';
import type { Axis, CaptureName } from './captures.ts';
import { isClosed } from './mask.ts';
import type { PassResult } from './passes.ts';

/** A value's axes, and their lengths over the whole text. */
export interface Outline {
	readonly axes: readonly Axis[];
	readonly shape: readonly number[];
}

/** The outline of a value over all passes; undefined when one of them has not kept it. */
export function outlineOf(passes: readonly PassResult[], name: CaptureName): Outline | undefined {
	const last = passes.at(-1);
	const value = last?.captures.get(name);
	if (!last || !value || !passes.every(({ captures }) => captures.get(name))) return undefined;
	const axes = axesOf(name);
	// The last pass sees all keys, but only its own positions.
	const shape = axes.map((axis, dim) => (isRowAxis(axis) ? last.span.keys : (value.shape[dim] ?? 0)));
	return { axes, shape };
}

/** Writes a value over all passes to `target`, row by row; throws a RangeError when one of them has not kept it. */
export async function readPasses(
	passes: readonly PassResult[],
	name: CaptureName,
	target: Float32Array
): Promise<void> {
	const outline = outlineOf(passes, name);
	if (!outline) throw new RangeError(`${name} was not kept`);
	const isScores = name.includes('.attn_scores');
	// A key that came after its query's pass was never looked at.
	if (passes.length > 1) target.fill(isScores ? -Infinity : 0);
	await Promise.all(passes.map((pass) => place(pass, name, outline, target)));
	if (!isScores) return;
	// Not `entries()`: a pair for each of a million numbers takes longer than the run.
	for (let i = 0; i < target.length; i++) if (isClosed(target[i] ?? 0)) target[i] = -Infinity;
}

async function place(
	{ captures, span }: PassResult,
	name: CaptureName,
	{ axes, shape }: Outline,
	target: Float32Array
): Promise<void> {
	const value = captures.get(name);
	const part = (await value?.data<'float32'>()) ?? new Float32Array();
	if (part.length === target.length) return target.set(part);
	const width = value?.shape.at(-1) ?? 0;
	const outerWidth = shape.at(-1) ?? 0;
	const rows = span.count;
	const outerRows = shape[axes.findIndex(isRowAxis)] ?? 0;
	for (let row = 0; row * width < part.length; row++) {
		const outerRow = Math.floor(row / rows) * outerRows + span.start + (row % rows);
		target.set(part.subarray(row * width, (row + 1) * width), outerRow * outerWidth);
	}
}

function isRowAxis(axis: Axis): boolean {
	return axis === 'pos' || axis === 'query';
}
