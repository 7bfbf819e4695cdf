/** The whole model as a map: every box with what it holds, what it costs, and what flows out of it in this run. */
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import {
	boxesOf,
	KINDS,
	parametersByKind,
	totalOf,
	type Box,
	type BoxId,
	type ModelShape,
	type PartKind
} from './boxes.ts';
import { flowOf, shown, streamAfter, type Flow } from './flow.ts';
import { knownModels } from './known-models.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';
import { millisecondsOf, millisecondsOfBlock, total } from './timing.ts';

/** A box as it is drawn. */
export interface DrawnBox extends Box {
	readonly kind: 'box';
	readonly flow: Flow | undefined;
	readonly milliseconds: number | undefined;
}

/** Blocks that are folded to a line. */
export interface FoldedBlocks {
	readonly kind: 'folded';
	readonly first: number;
	readonly last: number;
	readonly parameters: number;
	readonly multiplyAdds: number;
	readonly flow: Flow | undefined;
	readonly milliseconds: number | undefined;
}

/** A line of the map. */
export type Row = DrawnBox | FoldedBlocks;

/** Where one model's parameters are. */
export interface Share {
	readonly id: Values<typeof params>['preset'];
	readonly name: string;
	readonly source: string | undefined;
	readonly parameters: number;
	readonly layers: number;
	readonly d_model: number;
	readonly parts: Readonly<Record<PartKind, number>>;
}

/** What the panel draws. */
export interface Gpt {
	readonly preset: Values<typeof params>['preset'];
	readonly rows: readonly Row[];
	/** The model that the map shows. */
	readonly shape: ModelShape;
	readonly name: string;
	/** The block that is unfolded. */
	readonly layer: number;
	readonly tokens: number;
	readonly text: readonly string[];
	readonly total: {
		readonly parameters: number;
		readonly multiplyAdds: number;
		readonly milliseconds: number | undefined;
	};
	/** `none`: not asked for, or another model's map; `hidden`: this backend does not tell. */
	readonly timing: 'none' | 'hidden' | 'measured';
	/** The map's sums beside the weights' file and the run, both of the model that runs here. */
	readonly check: {
		readonly parameters: { readonly map: number; readonly file: number };
		readonly multiplyAdds: { readonly map: number; readonly counted: number };
	};
	readonly shares: readonly Share[];
	/** The kind that holds most of this model's parameters. */
	readonly most: PartKind;
	readonly own: Share;
	readonly small: Share;
	readonly focus: Focus;
}

type GptAnswers = Answers<typeof needs>;

/** Everything the panel draws. */
export function compute(answers: GptAnswers, focus: Focus, { preset, time }: Values<typeof params>): Gpt {
	const { run, costs } = answers;
	const { model } = run;
	const tokens = run.tokens.length;
	const known = knownModels.find(({ id }) => id === preset);
	const shape = known ?? model;
	const steps = time && !known ? costs.timed.steps : undefined;
	const spent = steps && total(steps);
	const own = shareOf('own', model.id, undefined, model);
	const shares = [own, ...knownModels.map((one) => shareOf(one.id, one.name, one.source, one))];
	return {
		preset,
		rows: known ? rowsOfKnown(known, tokens) : rowsOfOwn(answers, focus, spent ? steps : undefined),
		shape,
		name: known?.name ?? model.id,
		layer: known ? 0 : focus.layer,
		tokens,
		text: run.tokens.map(({ text }) => shown(text)),
		total: {
			parameters: totalOf(shape, tokens, 'parameters'),
			multiplyAdds: totalOf(shape, tokens, 'multiplyAdds'),
			milliseconds: spent || undefined
		},
		timing: !steps ? 'none' : spent ? 'measured' : 'hidden',
		check: {
			parameters: { map: own.parameters, file: model.parameters },
			multiplyAdds: {
				map: totalOf(model, tokens, 'multiplyAdds'),
				counted: costs.model.multiplyAdds.reduce((sum, count) => sum + count, 0)
			}
		},
		shares,
		most: KINDS.reduce((most, kind) => (own.parts[kind] > own.parts[most] ? kind : most)),
		own,
		small: shares[1] ?? own,
		focus
	};
}

function rowsOfOwn({ model: values, run }: GptAnswers, focus: Focus, steps: Steps): Row[] {
	const { before, block, after } = boxesOf(run.model, run.tokens.length);
	const taken = (id: BoxId) => steps && millisecondsOf(steps, id, focus.layer);
	const drawn = (box: Box): DrawnBox => ({
		kind: 'box',
		...box,
		flow: flowOf(box.id, values, focus, run),
		milliseconds: taken(box.id)
	});
	const blocks = Array.from({ length: run.model.layers }, (_, layer): Row[] => {
		if (layer === focus.layer) return block.map(drawn);
		const flow = streamAfter(values, layer, focus);
		return [folded(block, layer, layer, { flow, milliseconds: steps && millisecondsOfBlock(steps, layer) })];
	});
	return [...before.map(drawn), ...blocks.flat(), ...after.map(drawn)];
}

type Steps = GptAnswers['costs']['timed']['steps'];

/** The first block of a model that does not run here, and the others folded. */
function rowsOfKnown(shape: ModelShape, tokens: number): Row[] {
	const { before, block, after } = boxesOf(shape, tokens);
	const drawn = (box: Box): DrawnBox => ({ kind: 'box', ...box, flow: undefined, milliseconds: undefined });
	const rest = folded(block, 1, shape.layers - 1, { flow: undefined, milliseconds: undefined });
	return [...before.map(drawn), ...block.map(drawn), rest, ...after.map(drawn)];
}

function folded(
	block: readonly Box[],
	first: number,
	last: number,
	flowing: Pick<FoldedBlocks, 'flow' | 'milliseconds'>
): FoldedBlocks {
	const sum = (value: 'parameters' | 'multiplyAdds') =>
		(last - first + 1) * block.reduce((all, box) => all + box[value], 0);
	return { kind: 'folded', first, last, parameters: sum('parameters'), multiplyAdds: sum('multiplyAdds'), ...flowing };
}

function shareOf(id: Share['id'], name: string, source: string | undefined, shape: ModelShape): Share {
	const { layers, d_model } = shape;
	const parameters = totalOf(shape, 1, 'parameters');
	return { id, name, source, parameters, layers, d_model, parts: parametersByKind(shape) };
}
