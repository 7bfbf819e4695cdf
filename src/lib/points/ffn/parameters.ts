/** Where the parameters of one block lie. */
import type { Answers, RunFacts } from '#points/define.ts';
import type { needs } from './needs.ts';

/** A matrix with its bias, or a pair of norms, and how many numbers it is. */
export interface Share {
	readonly name: string;
	readonly group: 'attention' | 'ffn' | 'norms';
	readonly count: number;
}

/** The parameters of a block, part by part. */
export interface Parameters {
	readonly shares: readonly Share[];
	readonly total: number;
	readonly ffn: number;
	readonly attention: number;
	/** The matrices alone, without biases and norms. */
	readonly matrices: { readonly ffn: number; readonly attention: number };
}

type Weights = Answers<typeof needs>['weights'];

/** Counts a block's parameters from the model's sizes and the shapes of what it has. */
export function parametersOf({ d_model, d_head, heads, kvHeads, d_mlp }: RunFacts['model'], has: Weights): Parameters {
	const [queries, keys] = [heads * d_head, kvHeads * d_head].map((width) => d_model * width);
	const wide = d_model * d_mlp;
	const count = (...values: (Weights[keyof Weights] | undefined)[]) =>
		values.reduce((all, value) => all + (value?.data.length ?? 0), 0);
	const matrices: readonly (readonly [string, 'attention' | 'ffn', number, number])[] = [
		['W_Q', 'attention', queries ?? 0, count(has.b_Q)],
		['W_K', 'attention', keys ?? 0, count(has.b_K)],
		['W_V', 'attention', keys ?? 0, count(has.b_V)],
		['W_O', 'attention', queries ?? 0, count(has.b_O)],
		...(has.W_gate ? [['W_gate', 'ffn', wide, count(has.b_gate)] as const] : []),
		['W_in', 'ffn', wide, count(has.b_in)],
		['W_out', 'ffn', wide, count(has.b_out)]
	];
	const shares: Share[] = matrices.map(([name, group, weights, bias]) => ({ name, group, count: weights + bias }));
	shares.push({ name: 'LN', group: 'norms', count: count(has.ln1_w, has.ln1_b, has.ln2_w, has.ln2_b) });
	const sum = (group: Share['group']) => total(shares.filter((share) => share.group === group));
	const bare = (group: Share['group']) =>
		matrices.reduce((all, [, its, weights]) => all + (its === group ? weights : 0), 0);
	return {
		shares,
		total: total(shares),
		ffn: sum('ffn'),
		attention: sum('attention'),
		matrices: { ffn: bare('ffn'), attention: bare('attention') }
	};
}

function total(shares: readonly Share[]): number {
	return shares.reduce((all, { count }) => all + count, 0);
}
