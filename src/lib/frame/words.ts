/** What the frame itself says. Points say the rest. */
export const words = {
	brand: { en: 'Headlight', zh: '头灯' },
	skip: { en: 'Skip to the content', zh: '跳到正文' },
	nav: {
		label: { en: 'Pages', zh: '页面' },
		playground: { en: 'Playground', zh: '实验台' },
		points: { en: '30 points', zh: '30 个知识点' },
		questions: { en: 'Questions', zh: '面试题' },
		lessons: { en: 'Lessons', zh: '课程' },
		lab: { en: 'Lab', zh: '实验室' },
		models: { en: 'Models', zh: '模型' },
		compare: { en: 'Compare', zh: '对比' },
		otherLanguage: { en: '中文', zh: 'EN' },
		inOtherLanguage: { en: '用中文读这一页', zh: 'Read this page in English' }
	},
	theme: {
		label: { en: 'Look', zh: '外观' },
		system: { en: 'As my device', zh: '跟随设备' },
		light: { en: 'Light', zh: '浅色' },
		dark: { en: 'Dark', zh: '深色' },
		projector: { en: 'Projector', zh: '投影' }
	},
	share: { en: 'Share', zh: '分享' },
	export: { en: 'Export', zh: '导出' },
	settings: {
		button: { en: 'Settings', zh: '设置' },
		showAll: { en: 'Show everything', zh: '显示全部' }
	},
	close: { en: 'Close', zh: '关闭' },
	text: {
		label: { en: 'Your text', zh: '你的文本' },
		hint: {
			en: 'Type anything: a model reads it here, in your browser.',
			zh: '随便写点什么：模型就在你的浏览器里读它。'
		},
		tokens: { en: 'Tokens', zh: 'token' },
		token: {
			en: (index: number, text: string, id: number) => `Token ${index}: “${text}”, number ${id} in the vocabulary`,
			zh: (index: number, text: string, id: number) => `第 ${index} 个 token：“${text}”，词表里的 ${id} 号`
		},
		part: {
			en: (index: number, of: number) => `, byte piece ${index} of ${of} of that character`,
			zh: (index: number, of: number) => `，是这个字 ${of} 段字节里的第 ${index} 段`
		},
		generated: {
			en: (percent: string) => `, generated here; the model gave it ${percent}`,
			zh: (percent: string) => `，是刚生成的，模型给了它 ${percent}`
		},
		looks: {
			en: (query: string, key: string, weight: string) =>
				`In this head {q:“${query}”} gives {k:“${key}”} **${weight}** of its attention.`,
			zh: (query: string, key: string, weight: string) =>
				`在这个头里，{q:“${query}”}把 **${weight}** 的注意力给了{k:“${key}”}。`
		},
		unseen: { en: 'Not seen by the model:', zh: '模型没看到：' }
	},
	examples: {
		button: { en: 'Examples', zh: '例子' },
		title: { en: 'Where to begin', zh: '从这里开始' },
		lead: {
			en: 'Each opens a text, a head and a panel, and says what to see there.',
			zh: '每个例子都会打开一段文本、一个头和一个面板，并告诉你看什么。'
		},
		inEnglish: { en: 'English texts', zh: '英文文本' },
		inChinese: { en: 'Chinese texts', zh: '中文文本' },
		see: { en: 'To see:', zh: '看点：' },
		seeIn: {
			en: (layer: number, head: number) => `To see in layer ${layer}, head ${head}:`,
			zh: (layer: number, head: number) => `看第 ${layer} 层第 ${head} 个头：`
		}
	},
	next: {
		title: { en: 'Next token', zh: '下一个 token' },
		after: { en: (text: string) => `after “${text}”`, zh: (text: string) => `接在“${text}”后面` }
	},
	heads: {
		title: { en: 'Every head of this run', zh: '这一次运行的所有头' },
		layer: { en: 'layer', zh: '层' },
		head: { en: 'head', zh: '头' },
		name: {
			en: (layer: number, head: number) => `Layer ${layer}, head ${head}`,
			zh: (layer: number, head: number) => `第 ${layer} 层第 ${head} 个头`
		},
		note: {
			en: (query: string, key: string, weight: string) => `“${query}” gives “${key}” ${weight}`,
			zh: (query: string, key: string, weight: string) => `“${query}”给了“${key}” ${weight}`
		}
	},
	generate: {
		title: { en: 'Generate', zh: '生成' },
		back: { en: 'Back', zh: '退一步' },
		step: { en: 'Step', zh: '走一步' },
		run: { en: 'Run', zh: '连续' },
		stop: { en: 'Stop', zh: '停' },
		settings: { en: 'How tokens are drawn', zh: '怎样抽 token' },
		temperature: { en: 'Temperature', zh: '温度' },
		topK: { en: 'Top-k (0: all)', zh: 'top-k（0 为不限）' },
		topP: { en: 'Top-p', zh: 'top-p' },
		seed: { en: 'Seed', zh: '随机种子' },
		full: {
			en: (context: number) => `The context of ${context} tokens is full.`,
			zh: (context: number) => `${context} 个 token 的上下文已经满了。`
		},
		count: { en: (count: number) => `${count} generated`, zh: (count: number) => `已生成 ${count} 个` }
	},
	board: {
		title: { en: 'Inside one attention head', zh: '一个注意力头的内部' },
		point: { en: (number: number) => `point ${number}`, zh: (number: number) => `知识点 ${number}` },
		fold: { en: 'Fold', zh: '收起' },
		maximize: { en: 'Maximize', zh: '放大' },
		restore: { en: 'All panels (Esc)', zh: '返回全部（Esc）' },
		folded: { en: 'Folded panels', zh: '收起的面板' },
		read: { en: 'Explain', zh: '讲解' },
		own: { en: 'On its own page', zh: '单独打开' },
		waiting: { en: 'Computing…', zh: '计算中……' },
		broken: {
			en: 'This panel could not be drawn. The others are not affected.',
			zh: '这个面板没画出来，其他面板不受影响。'
		}
	},
	reading: {
		place: {
			en: (number: number, section: string) => `Point ${number} of 30 · ${section}`,
			zh: (number: number, section: string) => `30 个知识点之 ${number} · ${section}`
		},
		predict: { en: 'Predict first', zh: '先猜一猜' },
		yes: { en: 'Yes.', zh: '对。' },
		no: { en: 'Not so.', zh: '不是。' },
		again: { en: 'Guess again', zh: '再猜一次' },
		wrong: { en: 'Often heard', zh: '常听到的说法' },
		right: { en: 'What is true', zh: '实际上' },
		know: { en: 'Worth knowing', zh: '还该知道' },
		try: { en: 'Try', zh: '动手试试' },
		asked: { en: 'Asked in interviews', zh: '面试里这样问' },
		more: { en: 'This point on its own page', zh: '这个知识点的单独页面' }
	},
	status: {
		model: {
			en: (layers: number, heads: number, size: string) => `${layers} layers × ${heads} heads · ${size}`,
			zh: (layers: number, heads: number, size: string) => `${layers} 层 × ${heads} 头 · ${size}`
		},
		chooseModel: { en: 'Model', zh: '模型' },
		own: { en: 'Your own', zh: '自己的模型' },
		openFile: { en: 'Open a file …', zh: '打开文件……' },
		backend: { en: 'Where it computes', zh: '在哪里计算' },
		automatic: { en: 'The best there is', zh: '自动选最好的' },
		forced: { en: 'Chosen by you or by the link.', zh: '由你或链接指定。' },
		starting: { en: 'Starting…', zh: '启动中……' },
		stages: {
			backend: { en: 'Starting the engine', zh: '启动计算引擎' },
			download: { en: 'Fetching the model', zh: '下载模型' },
			prepare: { en: 'Preparing the model', zh: '准备模型' }
		},
		retry: { en: 'Try again', zh: '再试一次' },
		dismiss: { en: 'Got it', zh: '知道了' },
		noScript: {
			en: 'Headlight computes every number on your machine and needs JavaScript for it.',
			zh: '头灯的每个数都在你的电脑上现算，需要打开 JavaScript。'
		}
	},
	marks: {
		table: { en: 'Table', zh: '表格' },
		grid: { en: 'Grid', zh: '图' },
		zoomOut: { en: 'Zoom out', zh: '缩小' },
		query: { en: 'query', zh: '查询' },
		key: { en: 'key', zh: '键' }
	},
	page: {
		title: { en: 'Headlight: every number inside attention', zh: '头灯：看清注意力里的每一个数' },
		description: {
			en: 'A small, real Transformer runs in your browser. See, touch and question every number inside attention.',
			zh: '一个真实的小 Transformer 就在你的浏览器里跑。看清、改动、追问注意力里的每一个数。'
		}
	}
};
