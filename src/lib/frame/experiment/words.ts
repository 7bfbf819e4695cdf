/** What the page of an experiment says around what the experiment says. */
export const words = {
	tryNote: {
		en: 'Each is a link that sets the two runs up anew; Back undoes it.',
		zh: '每条都是链接，点一下两组训练就重新摆好；按“后退”还原。'
	},
	askNote: {
		en: 'What an interviewer asks here, and the set-up that answers it.',
		zh: '面试官会这样问；每道题都配了能回答它的实验。'
	},
	seed: { en: 'Seed', zh: '随机种子' },
	seedNote: {
		en: 'Another seed is other data and another start.',
		zh: '换一个种子，数据和初始权重都会换。'
	},
	lab: { en: 'Change anything in the lab', zh: '到实验室里随意改动' },
	wait: {
		en: 'Noted. Train both runs to the end, and you will see.',
		zh: '记下了。把两组都训练完，就见分晓。'
	},
	claim: { en: 'The claim', zh: '论断' },
	held: { en: 'It holds in your run.', zh: '在你这次训练里成立。' },
	failed: { en: 'It does not hold in your run.', zh: '在你这次训练里不成立。' },
	open: { en: 'Train both runs to the end to judge it.', zh: '把两组都训练完，才能判断。' },
	changed: {
		en: 'You have changed the set-up: the claim is made of the one that opens first.',
		zh: '你改动了设置；论断说的是最初打开的那一组。'
	},
	measured: { en: 'Measured before', zh: '事先测得' },
	measuredNote: {
		en: (holding: number, of: number) =>
			`The same set-up, trained to the end with the engine of this page: it held on ${holding} of ${of} seeds.`,
		zh: (holding: number, of: number) => `同样的设置，用本页的引擎训练到底：${of} 个种子里有 ${holding} 个成立。`
	},
	holds: { en: 'holds', zh: '成立' },
	holdsNot: { en: 'does not hold', zh: '不成立' },
	yours: { en: 'yours', zh: '你的' },
	curves: { en: 'Loss, accuracy, gradient’s norm and learning rate', zh: '损失、正确率、梯度范数与学习率' },
	changeIs: { en: 'No step has been taken yet.', zh: '还没有开始训练。' }
} as const;
