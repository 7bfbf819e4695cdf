/** What the map's search looks through: the thirty points and the twenty questions, with all that they say of themselves. */
import { catalog } from '#points/catalog.ts';
import type { Both } from '#points/define.ts';
import { questions } from '#points/questions.ts';
import { shownBy, type Shown } from '../catalog/here.ts';
import { plainText } from '../catalog/plain-text.ts';
import type { Entry } from './search.ts';

/** A point or a question to be found, and where it is; nowhere while a point is not here yet. */
export interface PlaceEntry extends Entry {
	readonly kind: 'point' | 'question';
	readonly number: number;
	readonly path: string | undefined;
	/** The title with its markup. */
	readonly spoken: Both;
}

/** All that can be found, points first. Texts that need a result are not among it. */
export function placeEntries(): PlaceEntry[] {
	return [...catalog.map(pointEntry), ...questions.map(questionEntry)];
}

function pointEntry({ number, title, summary }: (typeof catalog)[number]): PlaceEntry {
	const point = shownBy(number);
	const name = { en: `Point ${number}`, zh: `知识点 ${number}` };
	return {
		kind: 'point',
		number,
		path: point && `/points/${point.id}/`,
		spoken: title,
		title: plain(title),
		texts: [summary, ...(point ? textsOf(point) : []), name].map(plain)
	};
}

function textsOf({ text, predict, tries, asks }: Shown): Both[] {
	const shown = asks.map(({ show }) => show.label);
	return [text.title, text.summary, text.wrong, predict.question, ...tries.map(({ label }) => label), ...shown];
}

function questionEntry({ number, title, points }: (typeof questions)[number]): PlaceEntry {
	const helping = catalog.filter((entry) => points.includes(entry.number));
	const name = { en: `Question ${number}, Q${number}`, zh: `第 ${number} 题，Q${number}` };
	const among = (language: 'en' | 'zh') => helping.map((entry) => entry.title[language]);
	const named = { en: `With ${among('en').join(', ')}`, zh: `相关知识点：${among('zh').join('、')}` };
	return {
		kind: 'question',
		number,
		path: `/questions/#q${number}`,
		spoken: title,
		title: plain(title),
		texts: [named, name].map(plain)
	};
}

function plain({ en, zh }: Both): Both {
	return { en: plainText(en), zh: plainText(zh) };
}
