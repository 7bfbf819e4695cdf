import type { Handle } from '@sveltejs/kit';

/** Says in `<html lang>` which language a page is in. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.params['lang'] === 'zh' ? 'zh-CN' : 'en')
	});
