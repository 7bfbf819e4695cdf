/** What the page of two runs says. */
export const words = {
	title: { en: 'Compare', zh: '对比' },
	description: {
		en: 'Two runs side by side: two heads, two models, two texts, with and without your changes, and what differs, cell by cell.',
		zh: '两次运行并排看：两个头、两个模型、两段文本、改动前后，逐格看出差在哪里。'
	},
	lead: {
		en: 'Two runs side by side. Point at a cell and the same place is framed in all three figures.',
		zh: '两次运行并排看。指着任意一格，三幅图里的同一位置都会被框出来。'
	},
	presets: { en: 'Let B be as A is, but with', zh: '让 B 与 A 相同，只是' },
	head: { en: 'another head', zh: '换一个头' },
	model: { en: 'another model', zh: '换一个模型' },
	text: { en: 'another text', zh: '换一段文本' },
	unmasked: { en: 'no mask', zh: '去掉掩码' },
	unscaled: { en: 'no ÷√dₖ', zh: '不除以 √dₖ' },
	headOff: { en: 'this head off', zh: '关掉这个头' },
	original: { en: 'no edits', zh: '撤掉全部改动' },
	panelEdits: { en: 'the changes made in panels', zh: '面板里做的改动' },
	same: { en: 'no difference', zh: '没有差别' },
	copy: { en: 'Copy link to both', zh: '复制对比链接' },
	copied: { en: 'Link copied', zh: '已复制' },
	side: { en: (name: string) => `Run ${name}`, zh: (name: string) => `运行 ${name}` },
	place: {
		en: (layer: number, head: number) => `layer ${layer}, head ${head}`,
		zh: (layer: number, head: number) => `第 ${layer} 层第 ${head} 个头`
	},
	edits: {
		title: { en: 'Edited here', zh: '这一边的改动' },
		none: { en: 'Take all out', zh: '全部撤掉' },
		unmasked: { en: 'no mask', zh: '无掩码' },
		unscaled: { en: 'no ÷√dₖ', zh: '不除 √dₖ' },
		headOff: {
			en: (layer: number, head: number) => `head ${layer}.${head} off`,
			zh: (layer: number, head: number) => `头 ${layer}.${head} 关`
		},
		mask: { en: (kind: string) => `mask: ${kind}`, zh: (kind: string) => `掩码：${kind}` }
	},
	heads: { en: 'Choose a head', zh: '选一个头' },
	weights: { en: 'The head, and how it differs', zh: '这个头，差在哪里' },
	figure: { en: 'What of the head is compared', zh: '比较这个头的什么' },
	figures: {
		raw: { en: 'scores q·k', zh: '分数 q·k' },
		scaled: { en: 'scores into softmax', zh: '送进 softmax 的分数' },
		weights: { en: 'weights', zh: '注意力权重' }
	},
	figureOf: {
		en: (figure: string, name: string) => `Run ${name}, ${figure}: queries down, keys across`,
		zh: (figure: string, name: string) => `运行 ${name}，${figure}：行是查询，列是键`
	},
	difference: { en: 'The difference, B less A', zh: '差：B 减 A' },
	cell: {
		en: (query: string, key: string, a: string, b: string, change: string) =>
			`“${query}” gives “${key}” **${a}** in A and **${b}** in B: **${change}**.`,
		zh: (query: string, key: string, a: string, b: string, change: string) =>
			`“${query}”给“${key}”的权重，A 里是 **${a}**，B 里是 **${b}**，差 **${change}**。`
	},
	score: {
		en: (query: string, key: string, a: string, b: string, change: string) =>
			`“${query}” asks “${key}”: **${a}** in A and **${b}** in B: **${change}**.`,
		zh: (query: string, key: string, a: string, b: string, change: string) =>
			`“${query}”问“${key}”的分数，A 里是 **${a}**，B 里是 **${b}**，差 **${change}**。`
	},
	moved: {
		en: (a: number, b: number) =>
			a === b ? `B − A in every head of layer ${a}` : `B − A in every head: layer ${b} of B, layer ${a} of A`,
		zh: (a: number, b: number) =>
			a === b ? `第 ${a} 层每个头的 B − A` : `每个头的 B − A：B 的第 ${b} 层减 A 的第 ${a} 层`
	},
	headName: { en: (head: number) => `head ${head}`, zh: (head: number) => `头 ${head}` },
	movedHint: {
		en: 'Each number is how much of the attention lies elsewhere in B, on the mean of all queries.',
		zh: '数字是 B 里挪了地方的注意力占多少，对所有查询取平均。'
	},
	movedScores: {
		en: 'Each number is the largest change of any cell.',
		zh: '数字是变化最大的一格变了多少。'
	},
	still: {
		en: 'Taken head by head, the two are the same here: not a number differs.',
		zh: '同号的头逐个对比，两边在这里完全一样：没有一个数不同。'
	},
	row: {
		en: (moved: string) => `Of this query’s attention, **${moved}** lies elsewhere in B.`,
		zh: (moved: string) => `这个查询的注意力有 **${moved}** 在 B 里挪了地方。`
	},
	byPlace: {
		en: (count: number) => `The texts differ, but both have ${count} tokens: they are compared place by place.`,
		zh: (count: number) => `两段文本不同，但都是 ${count} 个 token：按位置一一对比。`
	},
	prefix: {
		en: (a: number, b: number, count: number) =>
			`A has ${a} tokens and B has ${b}. Only their first ${count}, which are the same, have a counterpart.`,
		zh: (a: number, b: number, count: number) => `A 有 ${a} 个 token，B 有 ${b} 个。只有开头相同的 ${count} 个能对上。`
	},
	nothing: {
		en: (a: number, b: number) =>
			`A has ${a} tokens and B has ${b}, and they differ from the first on: no cell has a counterpart.`,
		zh: (a: number, b: number) => `A 有 ${a} 个 token，B 有 ${b} 个，从第一个起就不同：没有能对上的格子。`
	},
	next: { en: 'The next token', zh: '下一个 token' },
	token: { en: 'token', zh: 'token' },
	change: { en: 'B − A', zh: 'B − A' },
	missing: { en: 'not a token there', zh: '那边没有这个 token' },
	panel: { en: 'The panel of a point, for both', zh: '同一知识点的面板，各看各的' },
	choose: { en: 'Point', zh: '知识点' },
	waiting: { en: 'Computing…', zh: '计算中……' }
};
