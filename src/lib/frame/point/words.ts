/** What a point's own page says around what the point says. */
export const words = {
	parts: { en: 'Parts of this page', zh: '本页的五个部分' },
	see: { en: 'See', zh: '看' },
	try: { en: 'Try', zh: '动手' },
	predict: { en: 'Predict', zh: '先猜' },
	know: { en: 'Know', zh: '要点' },
	ask: { en: 'Ask', zh: '面试' },
	controls: { en: 'The head, the generation, the prediction', zh: '头、生成与预测' },
	tryNote: {
		en: 'Each is a link that sets the panel up; Back undoes it.',
		zh: '每条都是链接，点一下面板就摆好；按“后退”还原。'
	},
	askNote: {
		en: 'What an interviewer asks here, and the view that answers it.',
		zh: '面试官会这样问；每道题都配了能回答它的画面。'
	},
	formula: { en: 'The formula', zh: '公式' },
	numbers: { en: 'With the numbers of this run', zh: '代入这次运行的数' },
	wrong: { en: 'Often heard', zh: '常听到的说法' },
	right: { en: 'What is true', zh: '实际上' },
	matters: { en: 'When it matters', zh: '什么时候用得上' },
	question: { en: (number: number) => `Question ${number}`, zh: (number: number) => `第 ${number} 题` },
	show: { en: 'Show', zh: '看图' },
	turn: { en: 'Neighbouring points', zh: '相邻的知识点' },
	previous: { en: 'Previous point', zh: '上一个' },
	next: { en: 'Next point', zh: '下一个' },
	map: { en: 'All 30 points', zh: '全部 30 个知识点' }
};
