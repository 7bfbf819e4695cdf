/** The words inside the drawing. */
import { formatCount, formatNumber } from '#num/format.ts';
import type { BoxId, PartKind } from './boxes.ts';
import type { DrawnBox, FoldedBlocks, Gpt, Share } from './compute.ts';
import type { Reading } from './flow.ts';

const three = (value: number) => formatNumber(value);

/** A count in full, its figures in groups. */
export const inFull = (count: number) => count.toLocaleString('en-US');

/** A share of a whole, in percent. */
export const percent = (part: number, whole: number) => formatNumber((100 * part) / Math.max(1, whole), 1);

const norm = ({ shape }: Gpt) => (shape.norm === 'rms' ? 'RMSNorm' : 'LayerNorm');
const same = (value: (result: Gpt) => string) => ({ en: value, zh: value });

/** The names of boxes, with the symbols of the formulas. */
const names = {
	tokens: { en: () => 'tokens', zh: () => 'token 序列' },
	embed: { en: () => 'W_{E}: a row for each token', zh: () => 'W_{E}：每个 token 取一行' },
	pos_embed: { en: () => '+ W_{pos}: learned positions', zh: () => '+ W_{pos}：可学习的位置' },
	ln1: same(norm),
	q: { en: () => '{q:Q} = x W_{Q}', zh: () => '{q:Q} = x W_{Q}' },
	k: { en: () => '{k:K} = x W_{K}', zh: () => '{k:K} = x W_{K}' },
	v: { en: () => '{v:V} = x W_{V}', zh: () => '{v:V} = x W_{V}' },
	rotate: { en: () => 'RoPE: turn {q:q} and {k:k}', zh: () => 'RoPE：旋转 {q:q} 和 {k:k}' },
	scores: { en: () => '{q:Q}{k:K}^{T}', zh: () => '{q:Q}{k:K}^{T}' },
	scale: { en: () => '÷ √d_{k}', zh: () => '÷ √d_{k}' },
	mask: { en: () => '+ causal mask', zh: () => '+ 因果掩码' },
	softmax: { en: () => 'softmax', zh: () => 'softmax' },
	weigh: { en: () => '× {v:V}', zh: () => '× {v:V}' },
	output: { en: () => 'heads joined × W_{O}', zh: () => '各头拼接 × W_{O}' },
	add1: { en: () => 'added to the stream', zh: () => '加回残差流' },
	ln2: same(norm),
	mlp_in: {
		en: ({ shape }: Gpt) => (shape.gated ? 'FFN: × W_{gate}, × W_{in}' : 'FFN: × W_{in}'),
		zh: ({ shape }: Gpt) => (shape.gated ? 'FFN：× W_{gate}，× W_{in}' : 'FFN：× W_{in}')
	},
	activation: {
		en: ({ shape }: Gpt) => (shape.gated ? 'activation, times the gated half' : 'activation'),
		zh: ({ shape }: Gpt) => (shape.gated ? '激活函数，再乘门控的另一半' : '激活函数')
	},
	mlp_out: { en: () => '× W_{out}', zh: () => '× W_{out}' },
	add2: {
		en: ({ shape }: Gpt) => (shape.parallel ? 'both added to the stream' : 'added to the stream'),
		zh: ({ shape }: Gpt) => (shape.parallel ? '两路一起加回残差流' : '加回残差流')
	},
	ln_final: same(norm),
	unembed: {
		en: ({ shape }: Gpt) => (shape.tied ? 'W_{U} = W_{E}^{T}: logits' : 'W_{U}: logits'),
		zh: ({ shape }: Gpt) => (shape.tied ? 'W_{U} = W_{E}^{T}：logit' : 'W_{U}：logit')
	},
	next: { en: () => 'softmax → next token', zh: () => 'softmax → 下一个 token' }
} satisfies Record<BoxId, unknown>;

/** The words of the drawing in both languages. */
export const view = {
	names,
	map: {
		en: ({ name }: Gpt) => `Every box of ${name}, in order`,
		zh: ({ name }: Gpt) => `${name} 的每个方块，按计算顺序`
	},
	preset: { en: 'Map of', zh: '看谁的地图' },
	own: { en: 'the model that runs here', zh: '这里运行的模型' },
	time: { en: 'Measure each box’s time', zh: '测每个方块的用时' },
	columns: {
		box: { en: 'box', zh: '方块' },
		flow: { en: 'what flows out', zh: '流出的数' },
		shape: { en: 'shape', zh: '形状' },
		parameters: { en: 'parameters', zh: '参数' },
		multiplyAdds: { en: 'multiply-adds', zh: '乘加次数' },
		milliseconds: { en: 'milliseconds', zh: '毫秒' }
	},
	sublayer: {
		attention: { en: 'attention', zh: '注意力' },
		ffn: { en: 'FFN', zh: 'FFN' }
	},
	block: {
		en: ({ layer, shape, preset }: Gpt) =>
			preset === 'own'
				? `Block ${layer} of 0 – ${shape.layers - 1}, unfolded`
				: `Block 0 of ${shape.layers} alike, unfolded`,
		zh: ({ layer, shape, preset }: Gpt) =>
			preset === 'own'
				? `第 ${layer} 层（共 ${shape.layers} 层），已展开`
				: `第 0 层，已展开；${shape.layers} 层全都一样`
	},
	folded: {
		en: ({ first, last }: FoldedBlocks) => (first === last ? `block ${first}` : `blocks ${first} – ${last}: the same`),
		zh: ({ first, last }: FoldedBlocks) => (first === last ? `第 ${first} 层` : `第 ${first} – ${last} 层：同上`)
	},
	unfold: {
		en: ({ first }: FoldedBlocks) => `Unfold block ${first}`,
		zh: ({ first }: FoldedBlocks) => `展开第 ${first} 层`
	},
	opens: {
		en: (point: number) => `Opens point ${point}`,
		zh: (point: number) => `打开知识点 ${point}`
	},
	reading: {
		en: (reading: Reading) => readingOf(reading),
		zh: (reading: Reading) => readingOf(reading)
	},
	reads: {
		en: ({ text, focus }: Gpt) =>
			`‖x‖ is the length of the vector of {q:“${text[focus.query] ?? ''}”}, of {k:“${text[focus.key] ?? ''}”} for K and V; ⟨q,k⟩ is the cell of these two in head ${focus.head}.`,
		zh: ({ text, focus }: Gpt) =>
			`‖x‖ 是{q:“${text[focus.query] ?? ''}”}的向量长度（K、V 两行是{k:“${text[focus.key] ?? ''}”}的）；⟨q,k⟩ 是它们俩在头 ${focus.head} 里的那一格。`
	},
	absent: {
		en: ({ name, tokens }: Gpt) =>
			`${name} does not run here: its map comes from its published configuration, for a text of ${tokens} tokens, and no numbers flow.`,
		zh: ({ name, tokens }: Gpt) =>
			`${name} 没有在这里运行：地图由公开的配置算出，按 ${tokens} 个 token 计，没有数在里面流动。`
	},
	timing: {
		measured: {
			en: 'Measured once, box by box, by a clock that ticks in tenths of a millisecond or coarser; small boxes drown in the cost of starting each operation.',
			zh: '逐个方块测了一次，浏览器的时钟最细也就 0.1 毫秒左右；小方块的用时多半花在启动运算上。'
		},
		hidden: {
			en: 'This backend computes later than it is told to, so no box’s own time can be seen; the multiply-adds are exact all the same. Choose WebAssembly to measure.',
			zh: '这个后端是先记下、后计算的，看不到单个方块的用时；乘加次数不受影响。想测时间，请换成 WebAssembly。'
		}
	},
	total: { en: 'whole model', zh: '整个模型' },
	check: {
		en: ({ own, check: { parameters, multiplyAdds } }: Gpt) =>
			`The boxes of ${own.name} add up to **${inFull(parameters.map)}** parameters; the weights’ file holds **${inFull(parameters.file)}**. They add up to **${inFull(multiplyAdds.map)}** multiply-adds; the run counted **${inFull(multiplyAdds.counted)}**.`,
		zh: ({ own, check: { parameters, multiplyAdds } }: Gpt) =>
			`${own.name} 各方块的参数加起来是 **${inFull(parameters.map)}**，权重文件里有 **${inFull(parameters.file)}**；乘加次数加起来是 **${inFull(multiplyAdds.map)}**，实际运行时数到 **${inFull(multiplyAdds.counted)}**。`
	},
	shares: {
		title: { en: 'Where the parameters sit', zh: '参数都在哪里' },
		kinds: {
			embedding: { en: 'embedding and head', zh: '词嵌入与输出头' },
			attention: { en: 'attention', zh: '注意力' },
			ffn: { en: 'FFN', zh: 'FFN' },
			norm: { en: 'norms', zh: '归一化' }
		} satisfies Record<PartKind, { en: string; zh: string }>,
		size: {
			en: ({ layers, d_model }: Share) => `${layers} blocks × ${d_model}`,
			zh: ({ layers, d_model }: Share) => `${layers} 层 × ${d_model}`
		},
		show: { en: ({ name }: Share) => `Draw the map of ${name}`, zh: ({ name }: Share) => `画出 ${name} 的地图` },
		source: { en: 'config.json', zh: 'config.json' },
		part: {
			en: (name: string, part: number, whole: number) => `${name}: ${inFull(part)}, ${percent(part, whole)}%`,
			zh: (name: string, part: number, whole: number) => `${name}：${inFull(part)}，${percent(part, whole)}%`
		},
		note: {
			en: 'GPT-2’s counts follow from their published configurations by the same sum as the map’s; the head is tied to the embedding, and counted once.',
			zh: 'GPT-2 各型号的参数量由公开的配置算出，和地图用的是同一个算法；输出头与词嵌入共用，只算一次。'
		}
	},
	cost: {
		en: ({ parameters, multiplyAdds }: DrawnBox | FoldedBlocks) =>
			`${inFull(parameters)} parameters, ${formatCount(multiplyAdds)} multiply-adds`,
		zh: ({ parameters, multiplyAdds }: DrawnBox | FoldedBlocks) =>
			`${inFull(parameters)} 个参数，${formatCount(multiplyAdds)} 次乘加`
	}
} as const;

function readingOf({ kind, value, token = '' }: Reading): string {
	switch (kind) {
		case 'norm':
			return `‖x‖ ${formatNumber(value, 2)}`;
		case 'cell':
			return `⟨q,k⟩ ${formatNumber(value, 2)}`;
		case 'logit':
			return `${token} ${formatNumber(value, 2)}`;
		case 'probability':
			return `${token} ${three(value)}`;
		default:
			return kind satisfies never;
	}
}
