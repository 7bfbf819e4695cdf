import { error } from '@sveltejs/kit';
import { pointById, points } from '#points/registry.ts';
import { formulaSvg } from '../../formula-svg.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => points.map(({ id }) => ({ id }));

export const GET: RequestHandler = ({ params }) => {
	const point = pointById(params.id);
	if (!point) error(404, 'There is no such point.');
	return new Response(formulaSvg(point.formula), { headers: { 'content-type': 'image/svg+xml' } });
};
