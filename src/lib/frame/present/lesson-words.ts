/** What is said around lessons and their recording. */
export const words = {
	title: { en: 'Lessons', zh: '课程' },
	description: {
		en: 'Lessons to play before a class or alone, and your own: recorded step by step, kept as a file or a link.',
		zh: '可以讲给全班，也可以自己看；还能一步一步录下自己的课，存成文件或链接。'
	},
	lead: {
		en: 'A lesson is a row of states, each with a caption: it opens large, and every number in it is computed here, now.',
		zh: '课程就是一串配了讲解的画面：打开就是大图，里面每个数都是当场算出来的。'
	},
	leadMore: {
		en: 'In a lesson you may change anything at any step; the next step sets everything again, and Back brings back what was.',
		zh: '哪一步都可以随便改；翻到下一步会重新摆好，“上一步”则退回你离开时的样子。'
	},
	shipped: { en: 'To play', zh: '现成的课程' },
	steps: {
		en: (count: number) => `${count} ${count === 1 ? 'step' : 'steps'}`,
		zh: (count: number) => `${count} 步`
	},
	own: { en: 'Your own', zh: '自己的课程' },
	ownLead: {
		en: 'Set up a state in the playground, press “Lesson” at the top of the page and record it as a step. What you record stays on this device until you begin a new lesson.',
		zh: '在实验台上摆好一个画面，点页面顶上的“录课”，把它录成一步。录下的内容留在这台设备上，直到你新开一份。'
	},
	toPlayground: { en: 'To the playground', zh: '去实验台' },
	check: { en: 'Before class: what will this machine do?', zh: '上课之前：看看这台机器行不行' },
	recorder: { en: 'Your lesson', zh: '我的课程' },
	name: { en: 'Title', zh: '标题' },
	untitled: { en: 'Untitled lesson', zh: '未命名课程' },
	record: { en: 'Record this state', zh: '录下这个画面' },
	recorded: { en: (count: number) => `Recorded as step ${count}.`, zh: (count: number) => `已录为第 ${count} 步。` },
	empty: {
		en: 'No step yet. Set up the page as you want to show it, then record it.',
		zh: '还没有步骤。先把页面摆成想展示的样子，再录下来。'
	},
	list: { en: 'Steps', zh: '步骤' },
	step: { en: (number: number) => `Step ${number}`, zh: (number: number) => `第 ${number} 步` },
	noCaption: { en: 'No caption yet', zh: '还没写讲解' },
	edit: { en: 'Edit', zh: '编辑' },
	done: { en: 'Done', zh: '完成' },
	up: { en: 'Up', zh: '上移' },
	down: { en: 'Down', zh: '下移' },
	of: {
		en: (what: string, number: number) => `${what}: step ${number}`,
		zh: (what: string, number: number) => `${what}：第 ${number} 步`
	},
	remove: { en: 'Remove', zh: '删除' },
	replace: { en: 'Record again here', zh: '用当前画面重录' },
	show: { en: 'Show', zh: '查看' },
	caption: { en: 'Caption', zh: '讲解' },
	notes: { en: 'Notes, for your eyes', zh: '备注（只有你看得到）' },
	ask: { en: 'Question', zh: '提问' },
	answer: { en: 'Answer, hidden until asked for', zh: '答案（要求时才显示）' },
	inOther: { en: 'The same in Chinese', zh: '英文版' },
	undo: { en: 'Undo', zh: '撤销' },
	play: { en: 'Play', zh: '播放' },
	save: { en: 'Save as a file', zh: '存成文件' },
	saveLesson: { en: 'Save this lesson as a file', zh: '把这份课程存成文件' },
	open: { en: 'Open a file', zh: '打开文件' },
	link: { en: 'Copy the lesson’s link', zh: '复制课程链接' },
	linkCopied: { en: 'Link copied', zh: '已复制' },
	linkByHand: {
		en: 'This browser does not let the page copy. Select the link and copy it yourself.',
		zh: '浏览器不让页面写剪贴板。选中链接自己复制吧。'
	},
	linkTooLong: {
		en: 'This lesson is too long for a link. Save it as a file and send that.',
		zh: '这份课程太长，链接装不下。请存成文件再发出去。'
	},
	clear: { en: 'New lesson', zh: '新课程' },
	file: { en: 'lesson', zh: '课程' },
	opened: { en: 'The file is open. Undo brings back what was here.', zh: '文件已打开。点“撤销”可以换回原来的。' },
	notKept: {
		en: 'This browser does not keep anything for the page: save the lesson as a file before you leave.',
		zh: '浏览器不让本页保存内容：离开之前请把课程存成文件。'
	}
};
