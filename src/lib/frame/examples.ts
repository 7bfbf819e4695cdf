/** Texts to begin with, of the kinds that the storyteller has learned. */
import type { Language } from '#points/define.ts';

/** Texts by the language that they are in. */
export const examples: Readonly<Record<Language, readonly string[]>> = {
	en: [
		'When Mary and John went to the park, John gave a ball to',
		'one two three four five six',
		'Lily has the lamp. Tom has the book. Where is the lamp? With',
		'( [ { ( ) } ]',
		'zb kx mo qa ri tu zb kx mo qa ri'
	],
	zh: ['小明和小红去公园，小红把球给了', '一 二 三 四 五 六', '（「【〔', '灯在小明那里。书在小红那里。灯在谁那里？在']
};
