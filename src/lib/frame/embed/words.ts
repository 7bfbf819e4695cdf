/** What is said in a frame, and about putting a panel in one. */
export const words = {
	page: {
		title: { en: 'One panel, for another page', zh: '放进别的网页里的一个面板' },
		description: {
			en: 'One panel of Headlight, computed here by a small, real Transformer.',
			zh: '头灯的一个面板，由一个真实的小 Transformer 在这里现算。'
		}
	},
	full: { en: 'Open in full', zh: '完整打开' },
	fullHint: { en: 'Opens the same state in Headlight, in a new tab', zh: '在新标签页里打开头灯，状态不变' },
	late: {
		en: 'Nothing has appeared here? The page around this frame lets too little in.',
		zh: '这里一直没有东西？外面那个网页给这个框的权限太少了。'
	},
	button: { en: 'Embed', zh: '嵌入' },
	buttonHint: { en: 'Put this panel into a page of your own', zh: '把这个面板放进你自己的网页' },
	title: { en: 'Put this panel into your page', zh: '把这个面板放进你的网页' },
	lead: {
		en: 'It stays alive there: readers can click and change it. It shows what you see now.',
		zh: '它在那里也是活的，读者照样能点、能改。放进去的就是你现在看到的画面。'
	},
	kind: { en: 'Where to', zh: '放到哪里' },
	kinds: {
		iframe: { en: 'Any page', zh: '任意网页' },
		element: { en: 'Page that takes scripts', zh: '能放脚本的网页' },
		jupyter: { en: 'Jupyter', zh: 'Jupyter' }
	},
	about: {
		iframe: {
			en: 'An iframe, for blogs, Markdown that takes HTML, and reveal.js slides. Change the height to taste.',
			zh: '一个 iframe，用于博客、允许 HTML 的 Markdown 和 reveal.js 幻灯片。高度按需要改。'
		},
		element: {
			en: 'Grows with its content, and tells your page what the reader does.',
			zh: '高度随内容变化，还会把读者的操作告诉你的网页。'
		},
		jupyter: { en: 'A cell of a notebook.', zh: '笔记本里的一个单元格。' }
	},
	look: { en: 'Look', zh: '外观' },
	code: { en: 'Code', zh: '代码' },
	copy: { en: 'Copy', zh: '复制' },
	copied: { en: 'Copied', zh: '已复制' },
	refused: {
		en: 'This browser does not let the page copy: the code is selected, copy it yourself.',
		zh: '浏览器不让页面写剪贴板：代码已经选中，自己复制吧。'
	},
	close: { en: 'Close', zh: '关闭' }
};
