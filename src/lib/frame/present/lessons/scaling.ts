import type { Shipped } from './shipped.ts';

const text = {
	en: 'Lily has a red hat. Tom has a blue hat. What is the colour of the hat of Tom? It is',
	zh: '小明在学校。小红在公园。后来，小明去了医院。小明在哪里？小明在'
};

/** Why attention divides its scores by the root of their width. */
export const scaling: Shipped = {
	id: 'scaling',
	title: { en: 'Why ÷√d_{k}', zh: '为什么要除以 √d_{k}' },
	summary: {
		en: 'From a sum of products to a softmax that still can learn: the little division in five pictures.',
		zh: '从一串乘积的和，到一个还学得动的 softmax：五张图讲清这一除。'
	},
	steps: [
		{
			text,
			link: { open: 'self-attention', p: 'self-attention' },
			caption: {
				en: 'A score is a sum: as many products as a {q:query} and a {k:key} have numbers, and that many is called d_{k}. Some products push up, some push down.',
				zh: '一个分数是一个和：{q:查询} 和 {k:键} 有多少个数，就有多少个乘积相加，这个个数叫 d_{k}。有的往上推，有的往下拉。'
			},
			question: {
				ask: {
					en: 'Make the vectors four times as long. How much wider do the scores spread: not at all, twice, four times?',
					zh: '把向量加长到四倍，分数会散得多开：不变、两倍，还是四倍？'
				},
				answer: {
					en: 'Twice, if the numbers are independent. Their variances add up, so the variance grows four times; the typical size is its root. That root is the √ in √d_{k}.',
					zh: '两倍（假设各个数互相独立）。方差是一项一项加起来的，所以方差变成四倍；而分数的大小是方差的平方根。√d_{k} 里的根号就是这么来的。'
				}
			}
		},
		{
			text,
			link: { open: 'scaling', p: 'scaling' },
			caption: {
				en: 'Measured, not believed: look at the curve below. Fresh random vectors, more and more dimensions. The variance of q·k climbs with d_{k}; divided by √d_{k} it stays where it was.',
				zh: '不靠背，靠量：看下面那条曲线。随机取向量，维数越来越多：q·k 的方差跟着 d_{k} 往上走，除以 √d_{k} 之后就不动了。'
			},
			notes: {
				en: 'Scroll to the sweep. Change its seed a few times: the points move a little, the line does not.',
				zh: '往下滚到那条曲线，换几个随机种子：点会稍微动一动，线不会变。'
			}
		},
		{
			text,
			link: { open: 'scaling', p: 'scaling', q: '9' },
			caption: {
				en: 'Now the model’s own scores, one row, twice through softmax. Undivided, the largest takes more and the rest get less: there are fewer bits of choice left in the row.',
				zh: '再看模型自己的分数：同一行做两次 softmax。不除，大的拿得更多，其余分得更少，这一行剩下的选择余地（比特）就更小。'
			},
			question: {
				ask: {
					en: 'Do the weights still add up to one without the division?',
					zh: '不除的话，权重加起来还等于 1 吗？'
				},
				answer: {
					en: 'Yes. Softmax sees to that in any case. The division is not normalization; it decides how pointed the row is.',
					zh: '等于。这一点 softmax 自己就保证了。除以 √d_{k} 不是归一化，它管的是这一行有多尖。'
				}
			}
		},
		{
			text,
			link: { open: 'scaling', p: 'scaling' },
			caption: {
				en: 'Why a pointed row is a trouble: where one weight is nearly 1 and the others nearly 0, softmax hardly passes a gradient on. The row is sure of itself, and whether it is right or wrong, it stops learning.',
				zh: '太尖为什么不好：一个权重接近 1、其余接近 0 的时候，softmax 几乎不传梯度。这一行很有把握，可不管看得对不对，它都学不动了。'
			},
			notes: {
				en: 'Compare the two figures called gradient. Undivided, the start of training would be full of rows like the left one.',
				zh: '比较两边标着“梯度”的数。要是不除，训练刚开始时到处都是左边这样的行。'
			}
		},
		{
			text,
			link: { open: 'scaling', p: 'scaling', 'scaling.whole': '1' },
			caption: {
				en: 'And the whole model without the division, at the bottom. Its weights grew up with it: this shows what they lose when it is taken away, not what a model trained without it would do.',
				zh: '最下面是整个模型都不除的结果。它的权重是带着这一除长大的：这里看到的是突然拿掉会怎样，而不是一个从头就不除的模型会怎样。'
			},
			question: {
				ask: {
					en: 'Which width is d_{k}: the model’s or one head’s?',
					zh: 'd_{k} 是哪个宽度：整个模型的，还是一个头的？'
				},
				answer: {
					en: 'One head’s. That many products were added up in a score; the width of the model takes no part in it.',
					zh: '一个头的。一个分数里加起来的就是这么多个乘积，和模型的宽度没有关系。'
				}
			}
		}
	]
};
