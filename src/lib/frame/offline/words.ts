/** What is said about keeping the page for when there is no network. */
export const words = {
	newer: { en: 'A new version of this page is ready.', zh: '这个网页有新版本了。' },
	reload: { en: 'Reload now', zh: '现在刷新' },
	later: { en: 'Later', zh: '以后再说' },
	title: { en: 'Without a network', zh: '没有网络时' },
	unknown: { en: 'Looking at what is kept here…', zh: '正在查看已经存下的内容……' },
	refused: {
		en: 'This browser does not let the page keep itself here: private window, or not a secure address. It needs the network.',
		zh: '浏览器不让网页在这里存东西：可能是隐私窗口，也可能不是安全地址。上课得有网络。'
	},
	held: {
		en: 'This is the edition in one file: every page and every model in it is on this disk. Nothing needs the network.',
		zh: '这是单文件版：页面和模型都在这个文件里，断网也能用。'
	},
	some: {
		en: (kept: number, total: number, megabytes: string) =>
			`The pages and the model that you have used open without a network. ${kept} of ${total} files are kept; all models together are ${megabytes} MB.`,
		zh: (kept: number, total: number, megabytes: string) =>
			`用过的页面和模型没有网络也能打开。已存 ${total} 个文件里的 ${kept} 个；模型一共 ${megabytes} MB。`
	},
	all: {
		en: (total: number, used: string) =>
			`Every page and every model is kept here: ${total} files${used}. Nothing needs the network.`,
		zh: (total: number, used: string) => `所有页面和模型都存好了：${total} 个文件${used}。断网也能用。`
	},
	used: { en: (megabytes: string) => `, ${megabytes} MB`, zh: (megabytes: string) => `，${megabytes} MB` },
	keep: { en: 'Make everything available offline', zh: '全部存下，离线可用' },
	fetching: {
		en: (done: number, total: number) => `${done} of ${total} files`,
		zh: (done: number, total: number) => `${total} 个文件里的第 ${done} 个`
	},
	failed: {
		en: (detail: string) => `Not everything could be kept; what is kept stays. ${detail}`,
		zh: (detail: string) => `没能全部存下，已存的都还在。${detail}`
	}
};
