/** What each setting of the lab is called, and each of its values that is a word. */
import type { LabSetting } from '#points/lab-params.ts';
import type { PresetName } from '#state/lab-presets.ts';

interface Both {
	readonly en: string;
	readonly zh: string;
}

/** The settings' names. */
export const settingNames: Readonly<Record<LabSetting, Both>> = {
	task: { en: 'Task', zh: '任务' },
	size: { en: 'Size of the task', zh: '任务规模' },
	batch: { en: 'Texts in a batch', zh: '每批文本数' },
	seed: { en: 'Seed', zh: '随机种子' },
	texts: { en: 'Different texts (0: always new)', zh: '训练文本数（0 为每批全新）' },
	noise: { en: 'Share of wrong answers', zh: '错误标签比例' },
	spoilt: { en: 'Spoilt batch at step (0: none)', zh: '坏批次出现的步（0 为没有）' },
	sampling: { en: 'Reads its own guesses, up to', zh: '读自己预测的比例上限' },
	layers: { en: 'Layers', zh: '层数' },
	heads: { en: 'Heads', zh: '头数' },
	width: { en: 'Width d_model', zh: '宽度 d_model' },
	positions: { en: 'Positions', zh: '位置编码' },
	norm: { en: 'LayerNorm', zh: '层归一化' },
	tied: { en: 'One matrix embeds and unembeds', zh: '输入输出共用词嵌入' },
	optimizer: { en: 'Optimizer', zh: '优化器' },
	rate: { en: 'Learning rate', zh: '学习率' },
	schedule: { en: 'Schedule', zh: '学习率调度' },
	warmup: { en: 'Warm-up steps', zh: '预热步数' },
	steps: { en: 'Steps in all', zh: '总步数' },
	decay: { en: 'Weight decay', zh: '权重衰减' },
	clip: { en: 'Clip the norm at (0: not)', zh: '梯度范数上限（0 为不裁剪）' },
	smoothing: { en: 'Label smoothing', zh: '标签平滑' },
	'drop-embedding': { en: 'Dropout after embedding', zh: '嵌入后的 Dropout' },
	'drop-attention': { en: 'Dropout of attention', zh: '注意力权重的 Dropout' },
	'drop-ffn': { en: 'Dropout after the FFN', zh: 'FFN 之后的 Dropout' }
};

/** Values that are words; numbers speak for themselves. */
export const valueNames: Readonly<Record<string, Both>> = {
	repeat: { en: 'Repeat', zh: '循环重复' },
	copy: { en: 'Copy', zh: '照抄' },
	reverse: { en: 'Reverse', zh: '倒写' },
	sort: { en: 'Sort', zh: '排序' },
	addition: { en: 'Addition', zh: '加法' },
	brackets: { en: 'Brackets', zh: '括号' },
	line: { en: 'Small stories', zh: '小故事' },
	learned: { en: 'learned', zh: '可学习' },
	sinusoidal: { en: 'sinusoidal', zh: '正弦' },
	rotary: { en: 'rotary (RoPE)', zh: '旋转（RoPE）' },
	none: { en: 'none', zh: '无' },
	pre: { en: 'before (pre-norm)', zh: '在前（Pre-LN）' },
	post: { en: 'after (post-norm)', zh: '在后（Post-LN）' },
	sgd: { en: 'SGD', zh: 'SGD' },
	adam: { en: 'Adam', zh: 'Adam' },
	adamw: { en: 'AdamW', zh: 'AdamW' },
	constant: { en: 'constant', zh: '恒定' },
	linear: { en: 'linear', zh: '线性下降' },
	cosine: { en: 'cosine', zh: '余弦' },
	'inverse-sqrt': { en: 'inverse square root', zh: '平方根倒数' }
};

/** What each task asks. */
export const taskNotes: Readonly<Record<string, Both>> = {
	repeat: {
		en: 'A stretch of random letters, over and over: after the first round every letter is known.',
		zh: '一段随机字母不断循环：第一轮之后，每个字母都能推出来。'
	},
	copy: { en: 'Letters, then = and the same letters.', zh: '一串字母，等号后照抄一遍。' },
	reverse: { en: 'Letters, then = and the same backwards.', zh: '一串字母，等号后倒着写一遍。' },
	sort: { en: 'Letters, then = and the same in order.', zh: '一串字母，等号后按字母顺序排好。' },
	addition: { en: 'Two numbers and their sum.', zh: '两个数和它们的和。' },
	brackets: { en: 'Four kinds of brackets: which kind closes next?', zh: '四种括号嵌套：下一个该合上哪一种？' },
	line: { en: 'A thing goes from hand to hand: who has it now?', zh: '一件东西几经转手：现在在谁那里？' }
};

/** The presets' names, and what to look at. */
export const presetWords: Readonly<Record<PresetName, { readonly name: Both; readonly look: Both }>> = {
	induction: {
		name: { en: 'An induction head forms', zh: '归纳头的诞生' },
		look: {
			en: 'The loss lingers, then falls off a cliff. At that moment a head of layer 1 lights up along stripes: it looks at what followed last time.',
			zh: '损失先停滞，随后断崖式下跌。就在那一刻，第 1 层有个头亮起斜纹：它去看“上次出现时，后面跟的是什么”。'
		}
	},
	'one-layer': {
		name: { en: 'Two layers or one', zh: '两层与一层' },
		look: {
			en: 'Induction takes two heads, one reading what the other wrote. With one layer the cliff never comes.',
			zh: '归纳需要两个头接力：后一个读前一个写下的信息。只有一层时，断崖不会出现。'
		}
	},
	'no-positions': {
		name: { en: 'Without positions', zh: '去掉位置编码' },
		look: {
			en: 'A causal mask alone says little about what stood right before: compare the curves.',
			zh: '只靠因果掩码，很难知道紧挨在前面的是谁：对比两条曲线。'
		}
	},
	warmup: {
		name: { en: 'With warm-up and without', zh: '预热与不预热' },
		look: {
			en: 'A high rate with post-norm: look at the gradient’s norm in the first steps, and at which loss comes down.',
			zh: '高学习率加 Post-LN：看最初几步的梯度范数，再看哪条损失降得下来。'
		}
	},
	clipping: {
		name: { en: 'With clipping and without', zh: '裁剪与不裁剪' },
		look: {
			en: 'SGD at a high rate: the norm after clipping never passes 1. Without it, see where the loss goes.',
			zh: '高学习率的 SGD：裁剪后的范数不会超过 1。不裁剪时，看损失会跑到哪里。'
		}
	},
	smoothing: {
		name: { en: 'Label smoothing', zh: '标签平滑' },
		look: {
			en: 'Both answer right; the loss on the batch of the smoothed run cannot reach 0.',
			zh: '两组都能答对，但平滑那组的训练损失到不了 0。'
		}
	},
	dropout: {
		name: { en: 'Dropout of attention', zh: '注意力 Dropout' },
		look: {
			en: 'Both learn the same 32 texts by heart. See which of them still answers texts that it never met.',
			zh: '两组都把同样的 32 条文本背了下来。看看遇到没见过的文本，哪一组还答得上来。'
		}
	},
	story: {
		name: { en: 'Small stories', zh: '小故事' },
		look: {
			en: 'A word a token. Which head looks back at the last name after “to”?',
			zh: '一个词就是一个词元。哪个头会回头看“to”后面的最后一个名字？'
		}
	}
};
