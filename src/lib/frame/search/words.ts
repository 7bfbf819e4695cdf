/** What the search on the map says. */
export const words = {
	label: { en: 'Search points and questions', zh: '搜索知识点和面试题' },
	placeholder: { en: 'Search in English or Chinese', zh: '用中文或英文搜索' },
	points: { en: 'Points', zh: '知识点' },
	questions: { en: 'Questions', zh: '面试题' },
	found: {
		en: (points: number, questions: number) =>
			`${points} ${points === 1 ? 'point' : 'points'}, ${questions} ${questions === 1 ? 'question' : 'questions'}`,
		zh: (points: number, questions: number) => `${points} 个知识点，${questions} 道面试题`
	},
	nothing: {
		en: (query: string) => `Nothing found for “${query}”. Fewer or shorter words find more.`,
		zh: (query: string) => `没有找到“${query}”。换个词，或者少打几个字再试。`
	},
	clear: { en: 'Clear', zh: '清除' }
};
