/** What the settings say. */
export const words = {
	language: { en: 'Language', zh: '语言' },
	theme: { en: 'Look', zh: '外观' },
	themes: {
		system: { en: 'As my device', zh: '跟随设备' },
		light: { en: 'Light', zh: '浅色' },
		dark: { en: 'Dark', zh: '深色' },
		projector: { en: 'Projector', zh: '投影' }
	},
	colors: { en: 'Colours of weights', zh: '权重的配色' },
	colorNames: {
		teal: { en: 'Teal', zh: '青' },
		viridis: { en: 'Viridis', zh: 'Viridis' },
		cividis: { en: 'Cividis', zh: 'Cividis' },
		grey: { en: 'Grey', zh: '灰' }
	},
	signs: { en: 'Colours of signed values', zh: '正负值的配色' },
	signNames: {
		'blue-rust': { en: 'Blue, rust', zh: '蓝与锈红' },
		'purple-orange': { en: 'Purple, orange', zh: '紫与橙' },
		'teal-brown': { en: 'Teal, brown', zh: '青与褐' },
		'green-pink': { en: 'Green, pink', zh: '绿与粉' }
	},
	colorNote: {
		en: 'All stay apart for colour-blind eyes. Queries, keys and values keep their own colours.',
		zh: '色觉异常者也能分清。查询、键、值的颜色不变。'
	},
	digits: { en: 'Decimals', zh: '小数位数' },
	auto: { en: 'As there is room', zh: '看位置而定' },
	form: { en: 'Numbers', zh: '数字写法' },
	plain: { en: '0.0123', zh: '0.0123' },
	scientific: { en: '1.23e-2', zh: '1.23e-2' },
	motion: { en: 'Motion', zh: '动画' },
	motions: {
		system: { en: 'As my device', zh: '跟随设备' },
		reduce: { en: 'None', zh: '关闭' }
	},
	remembered: {
		en: 'Remembered in this browser. A link that says otherwise goes first, and changes nothing here.',
		zh: '记在这个浏览器里。链接里另有指定时以链接为准，但不会改掉这里的设置。'
	},
	hide: { en: 'Hide controls', zh: '隐藏控件' },
	hideNote: {
		en: 'For a class that should see only what the lesson needs. What is hidden is in the link, and one button brings everything back.',
		zh: '上课时只留下需要的部分。隐藏了什么会写进链接，点一个按钮就能全部找回。'
	},
	regions: {
		header: { en: 'Page header', zh: '页眉' },
		text: { en: 'Your text and its tokens', zh: '文本与 token' },
		examples: { en: 'Examples', zh: '例子' },
		next: { en: 'Next token', zh: '下一个 token' },
		heads: { en: 'Every head', zh: '所有头' },
		generate: { en: 'Generate', zh: '生成' },
		reading: { en: 'Explanations', zh: '讲解' },
		predict: { en: 'Predict first', zh: '先猜一猜' },
		actions: { en: 'Buttons of panels', zh: '面板上的按钮' },
		folded: { en: 'Folded panels', zh: '收起的面板' },
		export: { en: 'Export', zh: '导出' }
	}
};
