import type { Change } from '../define-experiment.ts';

/** Worth a run: when dropout is not needed, where else it can stand, and how much of it. */
export const tries: readonly Change[] = [
	{
		label: {
			en: '512 texts in place of 32: is dropout still needed?',
			zh: '训练题从 32 道加到 512 道：还用得着 dropout 吗？'
		},
		settings: { texts: '512' }
	},
	{
		label: {
			en: 'Drop embeddings instead: the gap closes, but does layer 0 still agree with its mean?',
			zh: '改成丢嵌入：差距照样缩小，可第 0 层的平均还对得上吗？'
		},
		settings: { 'drop-attention': '0', 'drop-embedding': '0.3' },
		against: { setting: 'drop-embedding', value: '0' }
	},
	{
		label: {
			en: 'Drop what the FFN adds instead: try several seeds',
			zh: '改成丢 FFN 的输出：多换几个种子看看'
		},
		settings: { 'drop-attention': '0', 'drop-ffn': '0.3' },
		against: { setting: 'drop-ffn', value: '0' }
	},
	{
		label: { en: '0.1 in place of 0.3: is a little enough?', zh: '比例从 0.3 降到 0.1：少丢一点够不够？' },
		settings: { 'drop-attention': '0.1' }
	}
];

/** Of the questions, the one about training and inference: this is their other difference. */
export const asks: readonly { readonly question: number; readonly show: Change }[] = [
	{
		question: 5,
		show: {
			label: {
				en: 'The other difference: dropout is on in training and off in inference. With half of all weights dropped, those kept are doubled, and the mean still agrees.',
				zh: '另一处区别：dropout 训练时开、推理时关。丢掉一半权重，剩下的就翻倍，平均起来仍然对得上。'
			},
			settings: { 'drop-attention': '0.5' }
		}
	}
];
