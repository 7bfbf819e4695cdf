/** What is said on paper. */
export const words = {
	from: {
		en: 'Headlight. Scan it or type it, and see the same state alive:',
		zh: '头灯。扫码或输入网址，就能打开同一个画面，而且是活的：'
	}
};
