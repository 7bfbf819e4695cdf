/** What the dialog says that hands on the state on show. */
export const words = {
	title: { en: 'Share what you see', zh: '分享这个画面' },
	lead: {
		en: 'The link holds the text, the model, the head and cell, every setting and every edit.',
		zh: '链接里有文本、模型、所看的头和格子，以及你的每一项设置和改动。'
	},
	link: { en: 'The link to what you see', zh: '这个画面的链接' },
	copy: { en: 'Copy link', zh: '复制链接' },
	copied: { en: 'Link copied', zh: '已复制' },
	refused: {
		en: 'This browser does not let the page copy. The link is selected: copy it yourself.',
		zh: '浏览器不让页面写剪贴板。链接已经选中，请自己复制。'
	},
	send: { en: 'Send it with an app…', zh: '用其他应用发送……' },
	unsent: {
		en: 'This browser refused to send it. Copy the link instead.',
		zh: '浏览器没有让它发出去，改用复制链接吧。'
	},
	qr: { en: 'QR code of this link', zh: '这个链接的二维码' },
	scan: {
		en: 'Scan it from the wall: every phone opens this same state.',
		zh: '对着投影扫一扫，每部手机打开的都是这同一个画面。'
	},
	tooLong: {
		en: 'This link is too long for a QR code that a camera could read from a distance. A shorter text, or fewer painted cells, makes it fit.',
		zh: '这个链接太长，画成二维码，远处的摄像头就认不出来了。文本短一些，或者少涂几个格子，就放得下。'
	},
	file: {
		en: 'This link opens this file in its place on this disk. Someone with a copy of the file opens it, and puts the part from # on behind the address there.',
		zh: '这个链接打开的是这台电脑上的这个文件。别人要是也有一份，打开它，再把链接里从 # 起的部分接在地址栏的地址后面，看到的就是同一个画面。'
	},
	local: {
		en: 'This address is of this computer alone: others cannot open it.',
		zh: '这个地址只在这台电脑上有效，别人打不开。'
	}
};
