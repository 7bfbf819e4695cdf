/** What the page says that tells before a class what a machine will do. */
export const words = {
	title: { en: 'Before class', zh: '上课之前' },
	description: {
		en: 'What this machine, this browser and this screen will do for Headlight, measured now.',
		zh: '现场测一测：这台电脑、这个浏览器、这块屏幕用头灯会怎么样。'
	},
	lead: {
		en: 'Open this page on the machine and the screen that you will teach with. Everything on it was measured just now.',
		zh: '在要用来上课的电脑和屏幕上打开这一页。下面每一项都是刚刚现场测出来的。'
	},
	measuring: { en: 'Measuring…', zh: '正在测量……' },
	verdict: {
		quick: { en: 'Ready: this machine answers as you type.', zh: '没问题：边输入，边出结果。' },
		fair: { en: 'Ready, with a short wait after every change.', zh: '可以用，每改一处要等一小会儿。' },
		slow: {
			en: 'It works, but slowly: keep texts short, and try another browser if there is one.',
			zh: '能用，但是慢：文本写短一点；有别的浏览器就换一个试试。'
		},
		failed: { en: 'It does not compute here:', zh: '这里算不了：' },
		offline: { en: 'It will also work without a network.', zh: '断了网也能用。' },
		network: {
			en: 'Not everything is kept yet: without a network, only what was used opens.',
			zh: '还没有全部存下：断网时只能打开用过的部分。'
		}
	},
	computing: { en: 'Computing', zh: '计算' },
	on: { en: 'Computes on', zh: '用什么算' },
	forward: { en: 'One pass over a sentence', zh: '把一句话算一遍' },
	generating: { en: 'Generating', zh: '生成' },
	perSecond: { en: (count: string) => `${count} tokens a second`, zh: (count: string) => `每秒 ${count} 个 token` },
	memory: { en: 'Memory', zh: '内存' },
	gigabytes: { en: (count: number) => `${count} GB or more`, zh: (count: number) => `${count} GB 以上` },
	unsaid: { en: 'this browser does not say', zh: '浏览器没有告诉' },
	room: { en: 'Room for keeping', zh: '可存空间' },
	of: {
		en: (used: string, quota: string) => `${used} MB of ${quota} MB used`,
		zh: (used: string, quota: string) => `已用 ${used} MB，共 ${quota} MB`
	},
	screen: { en: 'Screen', zh: '屏幕' },
	window: { en: 'Window', zh: '窗口' },
	wide: { en: 'text and figures stand side by side', zh: '文字和图可以并排' },
	narrow: { en: 'text stands beneath the figures', zh: '文字排在图的下面' },
	contrast: { en: 'Contrast', zh: '对比度' },
	strips: {
		en: 'From the back row, can you tell all eight steps apart? If not, choose “Projector” as the look.',
		zh: '站到最后一排，八级灰度都分得清吗？分不清就把外观改成“投影”。'
	},
	asked: { en: 'your device asks for more contrast', zh: '设备要求更高对比度' },
	allowed: { en: 'What this browser allows', zh: '浏览器允许什么' },
	remembering: { en: 'Remember your settings', zh: '记住设置' },
	copying: { en: 'Copy links', zh: '复制链接' },
	sharing: { en: 'Share sheet', zh: '系统分享' },
	second: { en: 'A second window', zh: '第二个窗口' },
	trySecond: { en: 'Try', zh: '试一试' },
	yes: { en: 'yes', zh: '可以' },
	no: { en: 'no', zh: '不行' },
	noShare: { en: 'no: copy the link instead', zh: '没有，用复制链接代替' },
	refusedWindow: { en: 'refused: allow pop-ups for this site', zh: '被拦了：请允许这个网站弹出窗口' },
	network: { en: 'Network', zh: '网络' },
	online: { en: 'there is one', zh: '已连接' },
	gone: { en: 'there is none', zh: '没有网络' }
};
