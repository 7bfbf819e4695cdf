import type { BackendName, FailureCode, PassReason } from '#engine/protocol.ts';
import type { Both } from '#points/define.ts';

/** A plain sentence for everything that can go wrong: what happened, what is kept, what to do. */
export const FAILURES: Readonly<Record<FailureCode, Both>> = {
	'model-unknown': {
		en: 'There is no model by this name here. Choose another; your text stays.',
		zh: '这里没有叫这个名字的模型。换一个吧，你的文本还在。'
	},
	'model-not-here': {
		en: 'This link shows a model of the sender’s own that is not in this browser. Open its file if you have it, or choose another model; all else in the link is kept.',
		zh: '这个链接用的是发送者自己的模型，这个浏览器里没有。有文件就打开它，没有就换一个模型；链接里的其他内容都还在。'
	},
	'model-unreachable': {
		en: 'The model’s files could not be fetched: they are missing, or the network is gone. Your text stays; try again when you are online.',
		zh: '取不到模型文件：可能文件不在，也可能网络断了。你的文本还在，联网后再试一次。'
	},
	'model-damaged': {
		en: 'The model’s files are incomplete or damaged, so they were not used: numbers from them would be wrong. Try again to fetch them anew.',
		zh: '模型文件不全或者损坏了，没有使用，否则算出来的数就是错的。再试一次会重新下载。'
	},
	'model-unsupported': {
		en: 'This model is built in a way that this page cannot run yet. Choose another; your text stays.',
		zh: '这个模型的结构本页还跑不了。换一个吧，你的文本还在。'
	},
	'tokenizer-damaged': {
		en: 'The model’s tokenizer could not be read, so the text cannot be cut into tokens. Choose another model, or try again.',
		zh: '读不出这个模型的分词器，没法把文本切成 token。换个模型，或者再试一次。'
	},
	'no-backend': {
		en: 'This browser offers nothing that the model can compute on: no WebGPU, WebGL or WebAssembly, and plain JavaScript failed too. An up-to-date browser will do.',
		zh: '这个浏览器里没有能用来计算的东西：WebGPU、WebGL、WebAssembly 都不行，纯 JavaScript 也失败了。换一个较新的浏览器就好。'
	},
	'device-lost': {
		en: 'The graphics device went away and could not be brought back. Nothing you did is lost; try again.',
		zh: '显卡设备丢失了，没能恢复。你做的一切都还在，再试一次吧。'
	},
	'bad-edit': {
		en: 'A change to the computation does not fit this model or this text, so it was not run. The last good run stays in view.',
		zh: '有一处改动不适用于这个模型或这段文本，所以没有运行。这里仍显示上一次的结果。'
	},
	'not-finite': {
		en: 'The numbers grew past what a computer can hold and became infinite or undefined, so they are not shown. Undo the last change to go on.',
		zh: '数值大到算不下去了，变成了无穷或者无意义的数，所以没有显示。撤销上一步改动就能继续。'
	},
	internal: {
		en: 'Something went wrong that nobody foresaw. Your text and your settings are still here; try again.',
		zh: '出了一个没料到的错误。你的文本和设置都还在，再试一次吧。'
	}
};

/** Why the page does not run on a better backend. */
export const PASS_REASONS: Readonly<Record<PassReason, Both<(name: BackendName) => string>>> = {
	unavailable: {
		en: (name) => `${NAMES[name]} is not available in this browser.`,
		zh: (name) => `这个浏览器用不了 ${NAMES[name]}。`
	},
	software: {
		en: (name) => `${NAMES[name]} exists here only as an imitation on the processor, which is slower.`,
		zh: (name) => `这里的 ${NAMES[name]} 是处理器模拟出来的，反而更慢。`
	},
	'self-test': {
		en: (name) => `${NAMES[name]} computed wrong numbers in the self-test.`,
		zh: (name) => `${NAMES[name]} 在自检时算错了。`
	},
	'failed-to-start': {
		en: (name) => `${NAMES[name]} is there but did not start.`,
		zh: (name) => `${NAMES[name]} 有，但是没能启动。`
	},
	'lost-too-often': {
		en: (name) => `${NAMES[name]} kept breaking off, so the page moved on.`,
		zh: (name) => `${NAMES[name]} 老是中断，所以换了一个。`
	}
};

/** What the backends are called. */
export const NAMES: Readonly<Record<BackendName, string>> = {
	webgpu: 'WebGPU',
	webgl: 'WebGL',
	wasm: 'WebAssembly',
	cpu: 'JavaScript'
};
