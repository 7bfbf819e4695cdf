/** What the export of a panel says, in its dialog and on the figure. */
export const words = {
	title: { en: (point: string) => `Export: ${point}`, zh: (point: string) => `导出：${point}` },
	what: {
		label: { en: 'What', zh: '内容' },
		image: { en: 'Image', zh: '图片' },
		numbers: { en: 'Numbers', zh: '数据' },
		python: { en: 'Python', zh: 'Python' }
	},
	waiting: { en: 'Computing…', zh: '计算中……' },
	copied: { en: 'Copied', zh: '已复制' },
	copyRefused: {
		en: 'This browser does not let the page copy. Save a file instead.',
		zh: '浏览器不让页面写剪贴板，改为保存文件吧。'
	},
	selectText: {
		en: 'This browser does not let the page copy. The lines are selected: copy them yourself.',
		zh: '浏览器不让页面写剪贴板。代码已经选中，请自己复制。'
	},
	image: {
		ground: { en: 'Ground', zh: '底色' },
		light: { en: 'Light', zh: '浅色' },
		dark: { en: 'Dark', zh: '深色' },
		copy: { en: 'Copy image', zh: '复制图片' },
		save: { en: (kind: string) => `Save ${kind}`, zh: (kind: string) => `保存 ${kind}` },
		drawing: { en: 'Drawing the figure…', zh: '正在画图……' },
		preview: {
			en: (point: string) => `The figure as it will be saved: ${point}`,
			zh: (point: string) => `将要保存的图：${point}`
		},
		broken: { en: 'The figure could not be drawn.', zh: '这张图没画出来。' },
		note: {
			en: 'The SVG is drawn in lines, areas and letters, so that Inkscape and slides can edit it.',
			zh: 'SVG 由线条、色块和文字组成，可以在 Inkscape 和幻灯片里继续编辑。'
		}
	},
	numbers: {
		lead: {
			en: (count: number, layer: number, head: number) =>
				`What this panel reads of the run: ${count === 1 ? 'one value' : `${count} values`}. CSV is one of them for layer ${layer} and, where heads differ, head ${head}; JSON is all of them, whole, with tokens, settings and link.`,
			zh: (count: number, layer: number, head: number) =>
				`这个面板从这一次运行里读取了 ${count} 个量。CSV 存其中一个：第 ${layer} 层，分头的量取第 ${head} 个头；JSON 存全部，不作截取，并带上 token、设置和链接。`
		},
		which: { en: 'Value for CSV', zh: '存成 CSV 的量' },
		none: { en: 'This panel reads no values of the run.', zh: '这个面板没有从运行里读取任何量。' },
		empty: {
			en: 'A score that the mask closes is −∞: an empty cell in CSV, "-inf" in JSON.',
			zh: '被掩码挡住的分数是 −∞：在 CSV 里是空格子，在 JSON 里写作 "-inf"。'
		},
		head: { en: (head: number) => `head ${head}`, zh: (head: number) => `第 ${head} 个头` }
	},
	python: {
		lead: {
			en: 'These lines load the very files that this page runs and come to the same numbers with transformers: the weight of the chosen cell, and the five likeliest next tokens.',
			zh: '这段代码加载的就是本页正在运行的模型文件，用 transformers 算出同样的数：选中格子的权重，以及最可能的五个下一个 token。'
		},
		own: {
			en: 'They are of the run that all panels share, without what this panel alone tries out.',
			zh: '这里说的是所有面板共用的那次运行，不含这个面板自己做的试验。'
		},
		edited: {
			en: 'This run is edited, and transformers does not know the edits: its numbers would be others than those on the page. Undo the edits to have the lines.',
			zh: '这次运行里有改动，transformers 并不知道这些改动，算出的数会和页面上的不一样。撤销改动后，这里就会给出代码。'
		},
		code: { en: 'Python code', zh: 'Python 代码' },
		copy: { en: 'Copy code', zh: '复制代码' }
	},
	caption: {
		formula: { en: 'Formula', zh: '公式' },
		place: {
			en: (layer: number, head: number) => `layer ${layer}, head ${head}`,
			zh: (layer: number, head: number) => `第 ${layer} 层第 ${head} 个头`
		},
		cell: {
			en: (query: string, key: string) => `query “${query}” → key “${key}”`,
			zh: (query: string, key: string) => `查询“${query}” → 键“${key}”`
		},
		text: { en: (text: string) => `Text: “${text}”`, zh: (text: string) => `文本：“${text}”` },
		generated: {
			en: (count: number, temperature: number, seed: number) =>
				`, of it ${count} ${count === 1 ? 'token' : 'tokens'} generated (temperature ${temperature}, seed ${seed})`,
			zh: (count: number, temperature: number, seed: number) =>
				`，其中 ${count} 个 token 是生成的（温度 ${temperature}，随机种子 ${seed}）`
		},
		edits: { en: (edits: string) => `Edits: ${edits}`, zh: (edits: string) => `改动：${edits}` },
		made: { en: 'Computed by Headlight', zh: '由头灯计算' }
	}
};
