import type { Predict } from '#points/define.ts';
import type { PartKind } from './boxes.ts';
import type { Gpt } from './compute.ts';
import { percent } from './view-text.ts';

const ORDER = ['attention', 'ffn', 'embedding'] as const satisfies readonly PartKind[];

const of = ({ own }: Gpt, kind: PartKind) => percent(own.parts[kind], own.parameters);
const inSmall = ({ small }: Gpt, kind: PartKind) => percent(small.parts[kind], small.parameters);

/** Asks where a decoder keeps its parameters. */
export const predict: Predict<Gpt> = {
	question: {
		en: 'Where does the model that runs here keep most of its parameters?',
		zh: '这里运行的模型，参数最多的是哪一部分？'
	},
	options: [
		{
			label: { en: 'in attention', zh: '注意力' },
			why: {
				en: (result) =>
					`Attention gives its name to everything and holds **${of(result, 'attention')}%** here, **${inSmall(result, 'attention')}%** in GPT-2 small: four matrices of d_{model}^{2}, whatever the number of heads.`,
				zh: (result) =>
					`名气最大的是注意力，参数却只占 **${of(result, 'attention')}%**（GPT-2 small 里 **${inSmall(result, 'attention')}%**）：不管分几个头，都是四个 d_{model}^{2} 大小的矩阵。`
			}
		},
		{
			label: { en: 'in the FFNs', zh: 'FFN' },
			why: {
				en: (result) =>
					`The FFNs hold **${of(result, 'ffn')}%** here and **${inSmall(result, 'ffn')}%** in GPT-2 small: widened fourfold and brought back is 8·d_{model}^{2} a block, twice what attention has.`,
				zh: (result) =>
					`FFN 在这里占 **${of(result, 'ffn')}%**，在 GPT-2 small 里占 **${inSmall(result, 'ffn')}%**：放宽四倍再收回来，每层 8·d_{model}^{2} 个参数，是注意力的两倍。`
			}
		},
		{
			label: { en: 'in the embeddings', zh: '词嵌入' },
			why: {
				en: (result) =>
					`They hold **${of(result, 'embedding')}%** here and **${inSmall(result, 'embedding')}%** in GPT-2 small. One row for each token of the vocabulary weighs much in a narrow or shallow model, and little in a large one.`,
				zh: (result) =>
					`它们在这里占 **${of(result, 'embedding')}%**，在 GPT-2 small 里占 **${inSmall(result, 'embedding')}%**。词表里每个 token 一行，模型又窄又浅时很占地方，模型大了就不算什么。`
			}
		}
	],
	right: ({ most }) =>
		Math.max(
			0,
			ORDER.findIndex((kind) => kind === most)
		)
};
