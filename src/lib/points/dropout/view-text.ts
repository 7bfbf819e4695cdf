/** What the view says. */
export const viewText = {
	gap: {
		title: { en: 'Known by heart, or learnt?', zh: '背下来的，还是学会的？' },
		note: {
			en: 'Loss on the texts that are trained on (dashed) and on held-out ones (solid), all without dropout. The room between a dashed line and its solid one is the gap.',
			zh: '虚线是练过的题上的损失，实线是留出的新题；评分时都不丢。同色的实线与虚线之间，就是差距。'
		},
		step: { en: 'step', zh: '步' },
		loss: { en: 'loss', zh: '损失' },
		met: { en: (run: string) => `${run}, trained on`, zh: (run: string) => `${run} 组，练过的题` },
		held: { en: (run: string) => `${run}, held out`, zh: (run: string) => `${run} 组，新题` },
		of: { en: (run: string) => `gap of ${run}`, zh: (run: string) => `${run} 组的差距` }
	},
	scale: {
		title: { en: 'Dropout on against off', zh: '丢与不丢，比一比' },
		note: {
			en: (run: string) =>
				`Each dot is an attention weight of ${run}: across, as at inference, with dropout off; up, its mean over 64 passes with dropout on. On the diagonal, both agree.`,
			zh: (run: string) =>
				`每个点是 ${run} 组的一个注意力权重：横轴是推理时（不丢）的值，纵轴是训练时（丢）64 次的平均。落在对角线上，就是对得上。`
		},
		layer: {
			en: (layer: number, slope: string) => `Layer ${layer}: slope **${slope}**`,
			zh: (layer: number, slope: string) => `第 ${layer} 层：斜率 **${slope}**`
		},
		same: { en: 'both agree: slope 1', zh: '对得上：斜率 1' },
		off: { en: 'weight, dropout off', zh: '权重（不丢）' },
		on: { en: 'mean, dropout on', zh: '平均（丢）' },
		without: {
			en: (slope: string) => `where they would lie without 1/(1 − p): slope ${slope}`,
			zh: (slope: string) => `训练时若不除以 1 − p，会落在这里：斜率 ${slope}`
		},
		label: {
			en: (layer: number, count: number, slope: string) =>
				`Layer ${layer}: ${count} attention weights without dropout against their means with it; the slope is ${slope}`,
			zh: (layer: number, count: number, slope: string) =>
				`第 ${layer} 层：${count} 个注意力权重，不丢时的值与丢时的平均相比，斜率 ${slope}`
		},
		caption: {
			en: 'In layer 0 attention reads embeddings, so dropping its weights leaves the mean as it was, but for the chance of 64 passes. A later layer reads what dropout has already changed, through a softmax: there it agrees only about.',
			zh: '第 0 层的注意力读的是嵌入，丢权重不改变平均，剩下的出入只是 64 次还不够多。后面的层读到的已经被前面的 dropout 改过，还要过一道 softmax，所以只是大致对得上。'
		}
	}
} as const;
