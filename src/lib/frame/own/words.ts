/** What is said of models of the reader's own. */
import type { Both } from '#points/define.ts';
import type { OpeningFault } from '#state/own-models.svelte.ts';

export const words = {
	title: { en: 'A model of your own', zh: '打开自己的模型' },
	lead: {
		en: 'A small Hugging Face folder of the GPT-2, GPT-NeoX or Llama kind: the ZIP archive that the lab saves, or its three files config.json, tokenizer.json and model.safetensors together. It stays on this machine: nothing is uploaded.',
		zh: 'Hugging Face 格式的小模型（GPT-2、GPT-NeoX 或 Llama 结构）：可以是实验室保存的 ZIP 压缩包，也可以同时选中 config.json、tokenizer.json 和 model.safetensors 三个文件。模型只留在这台电脑上，不会上传。'
	},
	choose: { en: 'Choose files', zh: '选择文件' },
	reading: { en: 'Reading and trying it …', zh: '正在读取并试运行……' },
	brief: {
		en: 'It runs, but this browser refuses to keep files: when you leave the page, it is gone. Keep the file.',
		zh: '模型已经运行，但这个浏览器不允许保存文件：离开页面后它就没了，请留好原文件。'
	},
	stays: { en: 'What was on show stays.', zh: '页面上原来的内容没有变。' },
	kept: { en: 'Kept in this browser', zh: '保存在这个浏览器里的模型' },
	show: { en: (title: string) => `Run ${title}`, zh: (title: string) => `运行 ${title}` },
	remove: { en: 'Remove', zh: '删除' },
	removeOne: { en: (title: string) => `Remove ${title}`, zh: (title: string) => `删除 ${title}` },
	sure: {
		en: (title: string) => `Remove ${title} from this browser for good?`,
		zh: (title: string) => `确定把 ${title} 从这个浏览器里彻底删除吗？`
	},
	yes: { en: 'Yes, remove it', zh: '删除' },
	no: { en: 'No, keep it', zh: '保留' }
};

const DAMAGED: Both = {
	en: 'The weights are incomplete or damaged, or hold what is not a number, so they were not used: numbers from them would be wrong.',
	zh: '权重文件不完整、已损坏，或者含有非数值，没有使用，否则算出来的数就是错的。'
};

/** Why files did not become a model; what is not listed here has a sentence of the page's own. */
export const FAULTS: Partial<Readonly<Record<OpeningFault, Both>>> = {
	'not-a-zip': {
		en: 'This is no model that can be opened here: neither a ZIP archive nor the three files of a model.',
		zh: '这不是可以打开的模型：既不是 ZIP 压缩包，也不是模型的三个文件。'
	},
	'zip-damaged': {
		en: 'The archive is cut short, damaged or packed in a way that this page does not read. Download or save it again.',
		zh: '压缩包被截断、已损坏，或者用了本页不支持的压缩方式。请重新下载或重新保存一份。'
	},
	'too-large': {
		en: 'This is larger than 200 MB: too much for a page. Models of up to some 50 million parameters fit.',
		zh: '文件超过 200 MB，网页里放不下。参数在五千万以内的模型可以打开。'
	},
	'file-missing': {
		en: 'A model needs config.json, tokenizer.json and model.safetensors together. Missing:',
		zh: '一个模型要同时有 config.json、tokenizer.json 和 model.safetensors。缺少：'
	},
	'model-damaged': DAMAGED,
	'model-unsupported': {
		en: 'This model is built in a way that this page does not run: it knows the GPT-2, GPT-NeoX and Llama kinds.',
		zh: '这个模型的结构本页跑不了：支持的是 GPT-2、GPT-NeoX 和 Llama 结构。'
	},
	'tokenizer-damaged': {
		en: 'The file tokenizer.json could not be read, so no text can be cut into tokens.',
		zh: '读不出 tokenizer.json，没法把文本切成 token。'
	}
};
