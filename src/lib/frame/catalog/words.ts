/** What the pages of lists say: the points, the questions, the models. */
export const points = {
	title: { en: 'Thirty points', zh: '30 个知识点' },
	description: {
		en: 'All there is to know about the Transformer before an interview, in thirty points and seven sections: each an experiment on a real model in your browser.',
		zh: '面试前要弄懂的 Transformer：七个部分，三十个知识点，每一个都是浏览器里真实模型上的实验。'
	},
	lead: {
		en: 'Seven sections, from a single attention score to what may come after attention. Each point is to become an experiment: you change something, a real model answers, and every number on the page is its own.',
		zh: '七个部分，从一个注意力分数讲起，一直讲到注意力之后可能是什么。每个知识点都会做成一个实验：你动手改，真实的模型来回答，页面上的每个数都是它当场算的。'
	},
	count: {
		en: (here: number, all: number) =>
			`**${here}** of the ${all} can be tried today. The others are listed so that you see the whole map, and marked as not here yet.`,
		zh: (here: number, all: number) =>
			`${all} 个里，今天能动手试的有 **${here}** 个。其余的也列在这里，好让你看到全貌，并注明尚未上线。`
	},
	absent: { en: 'not here yet', zh: '尚未上线' }
};

/** What the list of questions says. */
export const questions = {
	title: { en: 'Twenty questions', zh: '20 道面试题' },
	description: {
		en: 'Twenty interview questions about Transformers, each with the experiments that help you to answer it from what you have seen.',
		zh: '关于 Transformer 的 20 道面试题，每道题都附上能帮你答好它的实验。'
	},
	lead: {
		en: 'What interviewers ask about Transformers, in six groups. Beneath each question stand the experiments that bear on it: run them first, and the answer is something you have seen, not something you have learned by heart.',
		zh: '面试官常问的 Transformer 问题，分成六组。每道题下面是与它有关的实验：先亲手跑一遍，答的时候讲的就是自己见过的东西，而不是背下来的。'
	},
	honest: {
		en: (count: number) =>
			`The answers themselves, as you would speak them, are not here yet. Neither are all experiments: **${count}** of the twenty questions have at least one.`,
		zh: (count: number) =>
			`示范答案（照着能说出口的那种）还没有上线，实验也还不全：20 道题里，有 **${count}** 道至少配了一个实验。`
	},
	later: {
		en: (points: string) => `Not here yet: ${points}`,
		zh: (points: string) => `尚未上线：${points}`
	},
	between: { en: ', ', zh: '、' }
};

/** What the page of models says. */
export const models = {
	title: { en: 'The models', zh: '模型' },
	description: {
		en: 'The small Transformers that run on this site: their sizes, how they were trained, and their files.',
		zh: '在这个网站上运行的小型 Transformer：尺寸、训练经过，以及全部文件。'
	},
	lead: {
		en: 'Small enough for a browser, trained for real: nothing on this site is drawn by hand. Their files are in the Hugging Face layout, so the same folder that this page reads also loads in Python.',
		zh: '小到浏览器就能跑，却都是认真训练出来的：这个网站上没有一个数是画上去的。文件按 Hugging Face 的目录格式存放，网页读的那个文件夹，Python 也能直接加载。'
	},
	open: { en: 'Open it in the playground', zh: '在实验台里打开' },
	sizes: { en: 'Shape', zh: '结构' },
	architecture: { en: 'Architecture', zh: '架构' },
	parameters: { en: 'Parameters', zh: '参数量' },
	layers: { en: 'Layers × heads', zh: '层数 × 头数' },
	d_model: { en: 'Width, d_{model}', zh: '宽度 d_{model}' },
	d_head: { en: 'Width of a head, d_{k}', zh: '每个头的宽度 d_{k}' },
	context: { en: 'Longest text, in tokens', zh: '最长文本（token）' },
	vocabulary: { en: 'Vocabulary', zh: '词表大小' },
	training: { en: 'Training', zh: '训练' },
	steps: { en: 'Steps', zh: '步数' },
	ofPlanned: {
		en: (steps: string, planned: string) => `${steps} of ${planned}`,
		zh: (steps: string, planned: string) => `${steps}（计划 ${planned}）`
	},
	tokens: { en: 'Tokens read', zh: '读过的 token' },
	documents: { en: 'Documents, made by a generator', zh: '语料（程序生成的文档数）' },
	minutes: { en: 'Time on a processor', zh: 'CPU 训练用时' },
	inMinutes: { en: (minutes: number) => `${minutes} min`, zh: (minutes: number) => `${minutes} 分钟` },
	seed: { en: 'Seeds: weights, corpus', zh: '随机种子：权重、语料' },
	date: { en: 'Finished', zh: '完成日期' },
	loss: { en: 'Loss while it learned', zh: '训练中的损失' },
	lossLabel: { en: (name: string) => `Loss of ${name} by step`, zh: (name: string) => `${name}：损失随步数的变化` },
	step: { en: 'step', zh: '步' },
	nats: { en: 'loss, nats per token', zh: '损失（nat / token）' },
	trainCurve: { en: 'what it was training on', zh: '训练文本' },
	answersCurve: { en: 'answers to questions it never saw', zh: '没见过的题目的答案' },
	lossSays: {
		en: (train: string, answers: string, even: string) =>
			`Guessing evenly among all tokens would cost **${even}**. It ended at **${train}** on the texts it trained on, and at **${answers}** on the answers of held-out questions, which the text before them decides: a perfect reader would reach 0.`,
		zh: (train: string, answers: string, even: string) =>
			`在所有 token 里均匀瞎猜，损失是 **${even}**。训练文本上最后降到 **${train}**；没见过的题目，答案部分是 **${answers}**。那些答案都由前文决定，读得完全明白的话应该是 0。`
	},
	files: { en: 'Files', zh: '文件' },
	file: { en: 'File', zh: '文件' },
	size: { en: 'Size', zh: '大小' },
	hash: { en: 'SHA-256, first digits', zh: 'SHA-256（开头几位）' },
	license: { en: (license: string) => `License: ${license}`, zh: (license: string) => `许可证：${license}` },
	unmeasured: {
		en: 'What it can do on texts it never saw, and what each of its heads does, will stand here once measured by the page’s own engine.',
		zh: '它在没见过的文本上能做到什么、每个头各管什么，等用本页自己的引擎测过之后会列在这里。'
	}
};
