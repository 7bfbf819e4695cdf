/** What is said only where all pages are in one file. */
export const words = {
	absent: { en: 'This file holds no page of this address.', zh: '这个文件里没有这个地址的页面。' },
	playground: { en: 'To the playground', zh: '回到实验台' }
};
