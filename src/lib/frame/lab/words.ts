/** What the lab says. */
export const lab = {
	title: { en: 'The lab', zh: '实验室' },
	description: {
		en: 'Train a small Transformer in the browser and watch its attention come to be.',
		zh: '在浏览器里从头训练一个小型 Transformer，看着注意力一步步成形。'
	},
	lead: {
		en: 'A model with random weights is trained here, on this machine. Press Train, and watch its heads become what they are.',
		zh: '模型从随机权重开始，就在这台电脑上训练。按下“训练”，看每个头怎样一步步学会自己的本事。'
	},
	presets: { en: 'Experiments', zh: '实验' },
	transport: { en: 'Training', zh: '训练过程' },
	train: { en: 'Train', zh: '训练' },
	goOn: { en: 'Go on', zh: '继续' },
	pause: { en: 'Pause', zh: '暂停' },
	step: { en: 'One step', zh: '单步' },
	reset: { en: 'Start over', zh: '重来' },
	progress: {
		en: (step: number, of: number) => `step ${step} of ${of}`,
		zh: (step: number, of: number) => `第 ${step} 步，共 ${of} 步`
	},
	on: { en: (device: string) => `on ${device}`, zh: (device: string) => `运行于 ${device}` },
	starting: { en: 'Getting ready …', zh: '正在准备……' },
	done: { en: 'Done.', zh: '训练完成。' },
	failed: {
		en: (detail: string) => `Training stopped: ${detail}`,
		zh: (detail: string) => `训练中断：${detail}`
	},
	diverged: {
		en: (run: string, step: number, norm: string) =>
			`Run ${run} fell apart at step ${step}: its loss or gradient is no longer a number. The gradient’s last norm was ${norm}.`,
		zh: (run: string, step: number, norm: string) =>
			`${run} 组在第 ${step} 步发散：损失或梯度已不再是数值。此前最后一次梯度范数是 ${norm}。`
	},
	settings: { en: 'Settings', zh: '设置' },
	settingsNote: {
		en: 'A change starts the runs over. All of it is in the page’s address.',
		zh: '改动任何一项都会从头开始训练；全部设置都写在网址里。'
	},
	compare: { en: 'A second run beside it', zh: '加一组对照' },
	compareNote: {
		en: 'Same seed, same start, same batches; one difference.',
		zh: '种子、初始权重、数据批次全都相同，只差这一项。'
	},
	nothing: { en: 'no second run', zh: '不设对照' },
	difference: { en: 'What is different', zh: '差别在哪一项' },
	inB: { en: 'in run B', zh: 'B 组的取值' },
	sides: {
		en: (name: string, a: string, b: string) => `${name}: A ${a}, B ${b}`,
		zh: (name: string, a: string, b: string) => `${name}：A 组 ${a}，B 组 ${b}`
	},
	curves: { en: 'Curves', zh: '曲线' },
	attention: { en: 'What the heads look at', zh: '各个头在看哪里' },
	run: { en: (name: string) => `run ${name}`, zh: (name: string) => `${name} 组` },
	head: {
		en: (layer: number, head: number) => `layer ${layer}, head ${head}`,
		zh: (layer: number, head: number) => `第 ${layer} 层，第 ${head} 头`
	},
	cell: {
		en: (query: string, key: string, weight: string) => `query “${query}” puts ${weight} on key “${key}”`,
		zh: (query: string, key: string, weight: string) => `query「${query}」给 key「${key}」的权重是 ${weight}`
	},
	scrub: { en: 'Step looked at', zh: '查看哪一步' },
	newest: { en: 'Follow the newest', zh: '跟随最新一步' },
	atStep: {
		en: (step: number) => `after step ${step}`,
		zh: (step: number) => (step === 0 ? '训练之前' : `第 ${step} 步之后`)
	},
	before: { en: 'The heads appear here in a moment.', zh: '各个头的注意力马上就会出现在这里。' },
	inRun: {
		en: (run: string, place: string) => `run ${run}, ${place}`,
		zh: (run: string, place: string) => `${run} 组，${place}`
	},
	induction: {
		en: (place: string, score: string) =>
			`Most weight on the token after an earlier copy: ${place}, with ${score}. A perfect induction head has 1.`,
		zh: (place: string, score: string) =>
			`最关注“上次出现处的下一个词元”的头：${place}，平均权重 ${score}。完美的归纳头是 1。`
	},
	loss: { en: 'loss (nats)', zh: '损失（nat）' },
	accuracy: { en: 'answers right', zh: '答对比例' },
	rate: { en: 'learning rate', zh: '学习率' },
	norm: { en: 'gradient’s norm', zh: '梯度范数' },
	steps: { en: 'step', zh: '步' },
	trained: { en: 'on the batch', zh: '训练批次' },
	heldOut: { en: 'held out', zh: '留出数据' },
	tokens: { en: 'tokens', zh: '词元' },
	texts: { en: 'whole texts', zh: '整条文本' },
	beforeClip: { en: 'before clipping', zh: '裁剪前' },
	afterClip: { en: 'after', zh: '裁剪后' },
	save: { en: 'Save the model', zh: '保存模型' },
	open: { en: 'Open in the playground', zh: '在实验台打开' },
	ownTitle: {
		en: (task: string, step: number) => `${task}, ${step} steps`,
		zh: (task: string, step: number) => `${task}，${step} 步`
	},
	notFinite: {
		en: 'This run fell apart: its weights are no longer numbers, so there is nothing to open.',
		zh: '这组训练已经发散，权重不再是数值，没有可以打开的模型。'
	},
	saveNote: {
		en: 'A Hugging Face folder as a ZIP archive. The playground runs it with every panel and keeps it in this browser; training here ends when you leave.',
		zh: '保存为 Hugging Face 格式的 ZIP 压缩包。在实验台打开后，所有面板都能看它，模型也会留在这个浏览器里；离开这一页，训练就结束了。'
	},
	unsaved: {
		en: 'A model with post-norm cannot be saved: no known architecture is built like it.',
		zh: '后归一化的模型无法保存：没有对应的通用架构。'
	},
	notSaved: { en: 'There is nothing to save yet: train first.', zh: '还没有可以保存的模型，请先训练。' }
} as const;
