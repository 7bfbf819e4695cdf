import { error } from '@sveltejs/kit';
import katex from 'katex';
import { experimentById, experiments } from '#points/experiments.ts';
import { pointById, points } from '#points/registry.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...points, ...experiments].flatMap(({ id }) => [{ id }, { id, lang: 'zh' }]);

export const load: PageServerLoad = ({ params }) => {
	const point = pointById(params.id) ?? experimentById(params.id);
	if (!point) error(404, 'There is no such point.');
	return { id: point.id, formula: katex.renderToString(point.formula, { displayMode: true, strict: true }) };
};
