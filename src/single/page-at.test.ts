import { describe, expect, test } from 'vitest';
import { pageAt } from './page-at.ts';

describe('the page that a path names', () => {
	test('is the playground for none', () => {
		expect(pageAt('/')).toEqual({ route: '/[[lang=lang]]', params: {} });
	});
	test('is the same page in Chinese behind zh', () => {
		expect(pageAt('/zh/lab/')).toEqual({ route: '/[[lang=lang]]/lab', params: { lang: 'zh' } });
	});
	test('has the id of a point beside its route', () => {
		expect(pageAt('/zh/points/rope/')).toEqual({
			route: '/[[lang=lang]]/points/[id]',
			params: { lang: 'zh', id: 'rope' }
		});
	});
});
