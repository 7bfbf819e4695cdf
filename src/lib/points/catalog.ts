/** The thirty knowledge points in their seven sections: what there is to know, whether or not a panel shows it yet. */
import type { Both } from './define.ts';

/** One of the thirty. */
export interface CatalogEntry {
	readonly number: number;
	/** Index into `sections`. */
	readonly section: 0 | 1 | 2 | 3 | 4 | 5 | 6;
	readonly title: Both;
	/** One line for lists. */
	readonly summary: Both;
}

/** The titles of the seven sections. */
export const sections: readonly Both[] = [
	{ en: 'Foundations', zh: '基础架构' },
	{ en: 'Training and optimization', zh: '训练与优化' },
	{ en: 'What makes a decoder', zh: '解码器特性' },
	{ en: 'Variants and extensions', zh: '变体与扩展' },
	{ en: 'Efficiency and deployment', zh: '效率与部署' },
	{ en: 'Mathematics', zh: '数学细节' },
	{ en: 'Frontier', zh: '前沿方向' }
];

/** The thirty, by number. */
export const catalog: readonly CatalogEntry[] = [
	{
		number: 1,
		section: 0,
		title: { en: 'Self-attention', zh: '自注意力机制' },
		summary: {
			en: 'Each token asks all it may see, and takes home a weighted mean of what they offer.',
			zh: '每个 token 向它看得见的 token 发问，按相关程度把它们给出的内容加权取回。'
		}
	},
	{
		number: 2,
		section: 0,
		title: { en: 'Multi-head attention', zh: '多头注意力' },
		summary: {
			en: 'Several small attentions side by side, each free to look for something else.',
			zh: '几个小注意力并排工作，各看各的，再合到一起。'
		}
	},
	{
		number: 3,
		section: 0,
		title: { en: 'Positional encoding', zh: '位置编码' },
		summary: {
			en: 'Attention alone does not know order; positions have to be put in.',
			zh: '注意力本身分不清先后，顺序要另外告诉它。'
		}
	},
	{
		number: 4,
		section: 0,
		title: { en: 'Residual connections', zh: '残差连接' },
		summary: {
			en: 'A layer adds to the stream instead of replacing it, so signals and gradients get through.',
			zh: '每层只在原来的流上加一笔，而不是改写它；信号和梯度都能直接通过。'
		}
	},
	{
		number: 5,
		section: 0,
		title: { en: 'Layer normalization', zh: '层归一化' },
		summary: {
			en: 'Every token’s vector is brought to the same scale, whatever its neighbours or its batch.',
			zh: '把每个 token 的向量各自拉回同一尺度，与邻居无关，与批次也无关。'
		}
	},
	{
		number: 6,
		section: 1,
		title: { en: 'Teacher forcing', zh: 'Teacher Forcing（教师强制）' },
		summary: {
			en: 'In training the decoder reads the true previous tokens, so all positions learn at once.',
			zh: '训练时喂给解码器的是标准答案的前文，于是所有位置可以同时学。'
		}
	},
	{
		number: 7,
		section: 1,
		title: { en: 'Label smoothing', zh: '标签平滑' },
		summary: {
			en: 'The target keeps a little doubt, and the model stops chasing certainty.',
			zh: '目标里留一点余地，模型就不会一味追求十足的把握。'
		}
	},
	{
		number: 8,
		section: 1,
		title: { en: 'Learning-rate warmup', zh: '学习率预热' },
		summary: {
			en: 'Small steps first, while the gradients’ statistics are still unreliable.',
			zh: '起步时梯度的统计还靠不住，先迈小步。'
		}
	},
	{
		number: 9,
		section: 1,
		title: { en: 'Gradient clipping', zh: '梯度裁剪' },
		summary: {
			en: 'One wild batch may not throw the weights: its step is shortened, its direction kept.',
			zh: '一个异常批次掀不翻权重：只缩短步子，不改方向。'
		}
	},
	{
		number: 10,
		section: 1,
		title: { en: 'Dropout', zh: 'Dropout（随机失活）' },
		summary: {
			en: 'Switching off random values in training keeps any one of them from becoming indispensable.',
			zh: '训练时随机关掉一些值，让模型不过分依赖其中任何一个。'
		}
	},
	{
		number: 11,
		section: 2,
		title: { en: 'The causal mask', zh: '因果掩码' },
		summary: {
			en: 'No token sees what comes after it, so training cannot copy the answer.',
			zh: '谁也看不到自己后面的 token，训练时就没法抄答案。'
		}
	},
	{
		number: 12,
		section: 2,
		title: { en: 'Autoregressive generation', zh: '自回归生成' },
		summary: {
			en: 'Predict one token, append it, read it as input: the output becomes the prompt.',
			zh: '预测一个 token，接到后面，再读进去：输出成为下一步的输入。'
		}
	},
	{
		number: 13,
		section: 2,
		title: { en: 'The KV cache', zh: 'KV Cache（键值缓存）' },
		summary: {
			en: 'Old keys and values never change, so they are kept; each step adds one row.',
			zh: '旧的键和值不会再变，存下来就好；每一步只添一行。'
		}
	},
	{
		number: 14,
		section: 3,
		title: { en: 'BERT', zh: 'BERT' },
		summary: {
			en: 'An encoder that sees both sides and learns by filling in what was hidden.',
			zh: '只用编码器，左右都看，靠填空来学习。'
		}
	},
	{
		number: 15,
		section: 3,
		title: { en: 'GPT', zh: 'GPT' },
		summary: {
			en: 'A decoder alone, trained on nothing but the next token.',
			zh: '只用解码器，从头到尾只学一件事：猜下一个 token。'
		}
	},
	{
		number: 16,
		section: 3,
		title: { en: 'T5', zh: 'T5' },
		summary: {
			en: 'Every task becomes text in, text out; an encoder reads, a decoder writes.',
			zh: '任何任务都写成“输入文本、输出文本”：编码器读，解码器写。'
		}
	},
	{
		number: 17,
		section: 3,
		title: { en: 'Sparse attention', zh: '稀疏注意力' },
		summary: {
			en: 'Look near, plus at a few global tokens: long texts at linear cost.',
			zh: '近处都看，远处只看几个全局 token：长文本的代价降到线性。'
		}
	},
	{
		number: 18,
		section: 3,
		title: { en: 'Relative positions: RoPE', zh: '相对位置编码：RoPE' },
		summary: {
			en: 'Turn q and k by their positions, and their product knows only the distance.',
			zh: '把 q 和 k 按各自的位置旋转，点积里就只剩下距离。'
		}
	},
	{
		number: 19,
		section: 4,
		title: { en: 'Quantization', zh: '模型量化' },
		summary: {
			en: 'Fewer bits for each weight: less memory, for an error that can be measured.',
			zh: '每个权重少用几位：省内存，代价是一点量得出来的误差。'
		}
	},
	{
		number: 20,
		section: 4,
		title: { en: 'Knowledge distillation', zh: '知识蒸馏' },
		summary: {
			en: 'A small model learns from a large one’s whole distribution, not just from right answers.',
			zh: '小模型向大模型学整个概率分布，而不只是学正确答案。'
		}
	},
	{
		number: 21,
		section: 4,
		title: { en: 'Pruning', zh: '剪枝' },
		summary: {
			en: 'Take out weights or whole heads, and see how little is missed.',
			zh: '拿掉一些权重，甚至整个头，看看究竟少了什么。'
		}
	},
	{
		number: 22,
		section: 5,
		title: { en: 'Why divide by √d_{k}', zh: '为什么要除以 √d_{k}' },
		summary: {
			en: 'A dot product of more terms spreads wider, and softmax of wide scores stops learning.',
			zh: '点积的项越多，分数散得越开；分数散得太开，softmax 就学不动了。'
		}
	},
	{
		number: 23,
		section: 5,
		title: { en: 'Where Q, K and V come from', zh: 'Q、K、V 从哪里来' },
		summary: {
			en: 'One input, three matrices: what I look for, what I am found by, what I give.',
			zh: '同一个输入，乘三个矩阵：我找什么、凭什么找到我、我给出什么。'
		}
	},
	{
		number: 24,
		section: 5,
		title: { en: 'The feed-forward network', zh: 'FFN 层' },
		summary: {
			en: 'Each token on its own: widened, usually fourfold, bent, and brought back.',
			zh: '每个 token 各算各的：先放宽（通常四倍），过一道非线性，再收回来。'
		}
	},
	{
		number: 25,
		section: 6,
		title: { en: 'Vision Transformer (ViT)', zh: '视觉 Transformer（ViT）' },
		summary: {
			en: 'Cut an image into patches, and read them like words.',
			zh: '把图像切成小块，像读词一样读它。'
		}
	},
	{
		number: 26,
		section: 6,
		title: { en: 'Across modalities: CLIP', zh: '跨模态模型：CLIP' },
		summary: {
			en: 'Images and sentences meet in one space, where what belongs together lies close.',
			zh: '让图像和句子住进同一个空间，配对的彼此靠近。'
		}
	},
	{
		number: 27,
		section: 6,
		title: { en: 'Mixture of experts', zh: 'MoE（混合专家）' },
		summary: {
			en: 'Many networks, few of them awake for each token: more parameters at the same cost.',
			zh: '专家很多，每个 token 只叫醒几位：参数更多，计算不涨。'
		}
	},
	{
		number: 28,
		section: 6,
		title: { en: 'LoRA', zh: 'LoRA（低秩适配）' },
		summary: {
			en: 'Leave the weights alone; learn a thin correction of two small matrices.',
			zh: '原来的权重不动，只学一份由两个小矩阵相乘得到的修正。'
		}
	},
	{
		number: 29,
		section: 6,
		title: { en: 'RetNet', zh: 'RetNet' },
		summary: {
			en: 'Trained in parallel like attention, run step by step like a recurrent network.',
			zh: '训练时像注意力一样并行，推理时像循环网络一样一步步走。'
		}
	},
	{
		number: 30,
		section: 6,
		title: { en: 'Mamba', zh: 'Mamba' },
		summary: {
			en: 'A state of fixed size that chooses what to remember: no cache that grows.',
			zh: '状态大小固定，由它自己挑着记：没有越积越大的缓存。'
		}
	}
];

/** The entry of this number; undefined outside the thirty. */
export function entryOf(number: number): CatalogEntry | undefined {
	return catalog.find((entry) => entry.number === number);
}
