import { error } from '@sveltejs/kit';
import { readShippedModels } from '../../../shipped-models.server.ts';
import { readCards } from '../cards.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await readShippedModels()).flatMap(({ id }) => [{ id }, { id, lang: 'zh' }]);

export const load: PageServerLoad = async ({ params }) => {
	const card = (await readCards()).find(({ id }) => id === params.id);
	if (!card) error(404, 'There is no such model.');
	return { card };
};
