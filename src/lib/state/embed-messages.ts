/** What a panel in a frame and the page around it say to each other: version 1, plain data, checked where it comes in. */
import * as v from 'valibot';
import type { Focus } from '#points/define.ts';

/** The version of these messages, under the key that marks a message as ours. */
export const VERSION = 1;

/** What a page may ask of a panel in a frame. */
export type Asked = { readonly type: 'set'; readonly search: string; readonly hash: string } | { readonly type: 'get' };

/** What a panel tells the page around it. */
export type Told =
	| { readonly headlight: 1; readonly type: 'ready' }
	| {
			readonly headlight: 1;
			readonly type: 'state';
			readonly point: string;
			readonly search: string;
			readonly hash: string;
			readonly focus: Focus;
	  }
	| { readonly headlight: 1; readonly type: 'size'; readonly height: number }
	| { readonly headlight: 1; readonly type: 'error'; readonly message: string };

/** How a message was read: a request, a sentence on what is wrong with it, or nothing of ours. */
export interface Heard {
	readonly asked?: Asked;
	readonly fault?: string;
}

/** No address that this page writes is longer, packed or not. */
const MOST = 10_000;

const marked = v.looseObject({ headlight: v.literal(VERSION) });

const written = (start: '?' | '#') =>
	v.pipe(
		v.string(`“${start === '?' ? 'search' : 'hash'}” must be a text`),
		v.maxLength(MOST, `a link has at most ${MOST} characters`),
		v.check((text) => text === '' || text.startsWith(start), `it must begin with “${start}”`)
	);

const asked = v.variant(
	'type',
	[
		v.object({ type: v.literal('set'), search: written('?'), hash: v.optional(written('#'), '') }),
		v.object({ type: v.literal('get') })
	],
	'“type” must be “set” or “get”'
);

/** Reads a message. Those of others are nothing; one marked as ours that is malformed is a fault, in one sentence. */
export function readMessage(data: unknown): Heard {
	if (!v.is(marked, data)) return {};
	const { success, output, issues } = v.safeParse(asked, data);
	if (success) return { asked: output };
	const [issue] = issues;
	return { fault: `Headlight did not understand this message: ${issue.message}.` };
}
