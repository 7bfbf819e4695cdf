/** The twenty interview questions in their six groups, each with the knowledge points that help to answer it. */
import type { Both } from './define.ts';

/** One of the twenty. */
export interface Question {
	readonly number: number;
	/** Index into `groups`. */
	readonly group: 0 | 1 | 2 | 3 | 4 | 5;
	readonly title: Both;
	/** Numbers of knowledge points, the most helpful first. */
	readonly points: readonly number[];
}

/** The titles of the six groups. */
export const groups: readonly Both[] = [
	{ en: 'Principles', zh: '基础原理' },
	{ en: 'Training and inference', zh: '训练与推理' },
	{ en: 'Mathematics and implementation', zh: '数学与实现' },
	{ en: 'Model variants', zh: '模型变种' },
	{ en: 'Optimization and deployment', zh: '优化与部署' },
	{ en: 'Open questions', zh: '开放问题' }
];

/** The twenty, by number. */
export const questions: readonly Question[] = [
	{
		number: 1,
		group: 0,
		title: {
			en: 'Why do Transformers handle long sequences better than RNNs?',
			zh: '为什么 Transformer 比 RNN 更适合处理长序列？'
		},
		points: [1, 3, 4, 11]
	},
	{
		number: 2,
		group: 0,
		title: {
			en: 'What is the time complexity of self-attention, and how can it be brought down?',
			zh: '自注意力机制的时间复杂度是多少？如何优化？'
		},
		points: [1, 13, 17]
	},
	{
		number: 3,
		group: 0,
		title: {
			en: 'Why are positional encodings needed? What speaks for learned ones, and what for sinusoids?',
			zh: '为什么需要位置编码？可学习的位置编码和正弦编码各有什么优缺点？'
		},
		points: [3, 18]
	},
	{
		number: 4,
		group: 0,
		title: {
			en: 'What is multi-head attention for, and why do several heads do better than one?',
			zh: '解释多头注意力的作用，为什么“多头”比“单头”好？'
		},
		points: [2, 1, 21, 23]
	},
	{
		number: 5,
		group: 1,
		title: {
			en: 'How does what the decoder reads in training differ from what it reads in inference?',
			zh: '训练时 Decoder 的输入和推理时有什么区别？'
		},
		points: [6, 11, 12, 10]
	},
	{
		number: 6,
		group: 1,
		title: {
			en: 'Why does a decoder need a KV cache in inference, and how is one built?',
			zh: '为什么推理时 Decoder 需要 KV Cache？如何实现？'
		},
		points: [13, 12, 11]
	},
	{
		number: 7,
		group: 1,
		title: {
			en: 'What do you do when a generated text outgrows the length the model was trained on?',
			zh: '如何处理推理时生成的序列长度超过训练时的最大长度？'
		},
		points: [18, 3, 13, 17]
	},
	{
		number: 8,
		group: 2,
		title: {
			en: 'Derive the gradient of self-attention, ∂L/∂W_{Q}.',
			zh: '推导自注意力机制的梯度（∂L/∂W_{Q}）。'
		},
		points: [23, 22, 1, 9]
	},
	{
		number: 9,
		group: 2,
		title: {
			en: 'LayerNorm and BatchNorm: what is the difference, and why do Transformers use LayerNorm?',
			zh: 'LayerNorm 和 BatchNorm 有什么区别？为什么 Transformer 用 LayerNorm？'
		},
		points: [5, 4, 8]
	},
	{
		number: 10,
		group: 2,
		title: {
			en: 'Why are attention scores divided by √d_{k}?',
			zh: '为什么注意力分数要除以 √d_{k}？'
		},
		points: [22, 1]
	},
	{
		number: 11,
		group: 3,
		title: {
			en: 'How exactly does BERT’s masked language modelling work, and how does it differ from GPT’s objective?',
			zh: 'BERT 的 MLM 任务具体如何实现？和自回归语言模型（如 GPT）有什么区别？'
		},
		points: [14, 15, 11]
	},
	{
		number: 12,
		group: 3,
		title: {
			en: 'How does T5’s text-to-text framing bring different tasks under one roof?',
			zh: '解释 T5 的“Text-to-Text”框架如何统一不同任务。'
		},
		points: [16]
	},
	{
		number: 13,
		group: 3,
		title: {
			en: 'How does Longformer take attention from O(n²) to O(n)?',
			zh: 'Longformer 如何将注意力复杂度从 O(n²) 降到 O(n)？'
		},
		points: [17, 11]
	},
	{
		number: 14,
		group: 4,
		title: {
			en: 'How do you batch requests to a Transformer dynamically?',
			zh: '如何对 Transformer 模型进行动态批处理（Dynamic Batching）？'
		},
		points: [13, 12, 11]
	},
	{
		number: 15,
		group: 4,
		title: {
			en: 'How is knowledge distillation applied to Transformers? Give an example.',
			zh: '知识蒸馏在 Transformer 中如何应用？举例说明。'
		},
		points: [20, 7]
	},
	{
		number: 16,
		group: 4,
		title: {
			en: 'What does quantizing a model cost in quality, and what eases it?',
			zh: '模型量化会带来哪些性能损失？如何缓解？'
		},
		points: [19, 13]
	},
	{
		number: 17,
		group: 5,
		title: {
			en: 'If you were to design a more efficient Transformer, where would you start?',
			zh: '如果让你设计一个更高效的 Transformer，你会从哪些方面改进？'
		},
		points: [13, 17, 24, 19, 21, 27, 29]
	},
	{
		number: 18,
		group: 5,
		title: {
			en: 'Where do Transformers fall short in vision, such as detection and segmentation?',
			zh: 'Transformer 在视觉任务（如检测、分割）中的局限性是什么？'
		},
		points: [25, 17]
	},
	{
		number: 19,
		group: 5,
		title: {
			en: 'Why are ChatGPT and other large language models mostly decoder-only?',
			zh: '为什么 ChatGPT/LLM 普遍基于 Decoder-only 架构？'
		},
		points: [15, 11, 13, 12]
	},
	{
		number: 20,
		group: 5,
		title: {
			en: 'Will other architectures, such as Mamba, replace the Transformer? Why?',
			zh: '你认为 Transformer 会被其他架构（如 Mamba）取代吗？为什么？'
		},
		points: [30, 29, 13]
	}
];
