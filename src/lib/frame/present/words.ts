/** What is said around presenting. */
export const words = {
	title: { en: 'Present', zh: '演示' },
	description: {
		en: 'One panel at a time, large, for a class: step forward and really back, by keyboard, clicker or touch.',
		zh: '一次放大一个面板，讲给全班看：键盘、翻页笔、触屏都能前进，也真的能退回去。'
	},
	back: { en: 'Back', zh: '上一步' },
	forward: { en: 'Next', zh: '下一步' },
	leave: { en: 'Leave', zh: '退出' },
	more: { en: 'Keys', zh: '按键' },
	controls: { en: 'Controls', zh: '控件' },
	panels: { en: 'Panels', zh: '面板' },
	at: {
		en: (at: number, of: number) => `${at} / ${of}`,
		zh: (at: number, of: number) => `${at} / ${of}`
	},
	question: { en: 'Question', zh: '想一想' },
	showAnswer: { en: 'Show the answer', zh: '显示答案' },
	hideAnswer: { en: 'Hide the answer', zh: '收起答案' },
	restore: { en: 'Back to the step as recorded', zh: '恢复成录制时的样子' },
	reads: { en: 'What the model reads', zh: '模型读的文字' },
	noPanel: {
		en: 'No panel is open in this state. Leave, open one on the board, and present again.',
		zh: '这个画面里没有打开的面板。先退出，在实验台上打开一个再来演示。'
	},
	blank: { en: 'The screen is blank. Any key or a tap returns.', zh: '屏幕已关。按任意键或点一下就回来。' },
	window: {
		en: 'This browser does not let the page open a second window. Present without notes, or allow pop-ups for this page.',
		zh: '浏览器不让本页打开第二个窗口。可以不用备注直接讲，或者允许本页弹出窗口。'
	},
	screen: {
		en: 'This browser does not let the page fill the screen. Its own key for that (often F11) may.',
		zh: '浏览器不让本页全屏。可以试试浏览器自己的全屏键（多半是 F11）。'
	},
	refused: {
		damaged: {
			en: 'This lesson is damaged or cut short and could not be opened. What was here is still here.',
			zh: '这份课程损坏了或不完整，没能打开。原来的内容都还在。'
		},
		newer: {
			en: 'This lesson was made with a newer version of the page, which this one cannot read. What was here is still here.',
			zh: '这份课程是用更新版本的页面做的，这个版本读不了。原来的内容都还在。'
		},
		missing: {
			en: 'There is no such lesson on this device. A lesson of your own travels as a link or a file.',
			zh: '这台设备上没有这份课程。自己录的课程要用链接或文件来传。'
		},
		full: {
			en: 'A lesson holds 60 steps, and no more text than fits into half a megabyte. This was not added.',
			zh: '一份课程最多 60 步、半兆文字。这一步没有加进去。'
		}
	},
	gotIt: { en: 'Got it', zh: '知道了' },
	close: { en: 'Close', zh: '关闭' },
	keys: {
		title: { en: 'Keys', zh: '按键' },
		note: {
			en: 'Clickers send Page Up and Page Down: those step always, even while a figure has the focus. In a figure the arrow keys move its cell.',
			zh: '翻页笔发的是 Page Up 和 Page Down：不管焦点在哪，它们都用来翻步。焦点在图里的时候，方向键移动的是格子。'
		},
		forward: { en: 'the next step', zh: '下一步' },
		back: { en: 'back to what was before', zh: '退回之前的样子' },
		panel: { en: 'that panel', zh: '跳到第几个面板' },
		answer: { en: 'show or hide the answer', zh: '显示或收起答案' },
		restore: { en: 'the step as it was recorded', zh: '恢复成录制时的样子' },
		blank: { en: 'blank the screen; any key returns', zh: '关屏；按任意键回来' },
		spotlight: { en: 'a spotlight that follows the pointer', zh: '聚光灯，跟着指针走' },
		controls: { en: 'text, heads and generating', zh: '文本、注意力头和生成' },
		notes: { en: 'notes and the next step in a second window', zh: '在第二个窗口里看备注和下一步' },
		full: { en: 'fill the screen', zh: '全屏' },
		keys: { en: 'this list', zh: '这份列表' },
		leave: { en: 'to the playground, in this state', zh: '带着眼前的内容回到实验台' }
	},
	notes: {
		title: { en: 'Notes', zh: '备注' },
		description: {
			en: 'The presenter’s second window: notes, the next step, a clock.',
			zh: '讲课人的第二个窗口：备注、下一步、时钟。'
		},
		waiting: {
			en: 'This window belongs to a presentation. Open it there with the key N.',
			zh: '这个窗口要从演示里打开：在那边按 N 键。'
		},
		over: {
			en: 'The presentation has been closed. Open this window again from it with the key N.',
			zh: '演示已经关闭。要再用，请在演示里按 N 键重新打开。'
		},
		refused: {
			en: 'This browser does not let two windows of the page talk to each other, so there are no notes here.',
			zh: '浏览器不让本页的两个窗口互相通信，所以这里看不到备注。'
		},
		now: { en: 'The class sees', zh: '全班看到的' },
		yours: { en: 'Your notes', zh: '你的备注' },
		none: { en: 'No notes for this step.', zh: '这一步没有备注。' },
		answer: { en: 'Answer', zh: '答案' },
		next: { en: 'Next', zh: '接下来' },
		last: { en: 'This is the last step.', zh: '这是最后一步。' },
		clock: { en: 'Time', zh: '时间' },
		elapsed: { en: 'Since the start', zh: '已用' },
		restart: { en: 'From zero', zh: '重新计时' },
		blank: { en: 'Blank', zh: '关屏' },
		unblank: { en: 'Show', zh: '开屏' }
	}
};
