/**
 * A lesson: steps, each a state of the page as a link's fields, with what is said there.
 *
 * Lessons come from files, links and storage: each is checked here once, and what is not one is refused whole.
 */
import * as v from 'valibot';
import type { Language } from '#points/define.ts';
import { packFields, unpackFields, type LinkFields } from './pack.ts';

/** Something that a teacher has said, in one language or in both. */
export type Told = { readonly [language in Language]?: string };

/** One step: a state, and what is said of it. */
export interface LessonStep {
	/** The state, as the fields of a link. */
	readonly link: LinkFields;
	readonly caption: Told;
	/** For the teacher's eyes: shown in the second window alone. */
	readonly notes?: Told;
	/** The answer stays hidden until it is asked for. */
	readonly question?: { readonly ask: Told; readonly answer: Told };
}

/** A lesson. */
export interface Lesson {
	readonly title: Told;
	readonly steps: readonly LessonStep[];
}

/** Why something is no lesson for this page: it is broken, or from a later version of the page. */
export type Refusal = 'damaged' | 'newer';

/** The version of the form that lessons are written in; forms that were released are read for ever. */
const VERSION = 1;

/** Most characters of something said. */
export const MOST_SAID = 2000;

/** Limits of what is read: a lesson is minutes of a class, not a book. */
const MOST = { steps: 60, fields: 64, field: 65_536, file: 512 * 1024 };

/** The mark that a file of a lesson carries. */
const MARK = 'headlight-lesson';

// Characters that only steer the direction of text or a terminal say nothing to a class, and could hide something.
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const said = v.pipe(
	v.string(),
	v.transform((text) => text.toWellFormed().replace(steering, (one) => (one === '\n' ? one : ''))),
	v.maxLength(MOST_SAID)
);
const told = v.object({ en: v.exactOptional(said), zh: v.exactOptional(said) });

const step = v.object({
	link: v.pipe(
		v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(MOST.field))),
		v.check((fields) => Object.keys(fields).length <= MOST.fields)
	),
	caption: told,
	notes: v.exactOptional(told),
	question: v.exactOptional(v.object({ ask: told, answer: told }))
});

const lesson = v.object({
	[MARK]: v.literal(VERSION),
	title: told,
	steps: v.pipe(v.array(step), v.maxLength(MOST.steps))
});

const newer = v.looseObject({ [MARK]: v.pipe(v.number(), v.minValue(VERSION + 1)) });

/** True for a lesson that will open again when it has been written: no longer than lessons may be. */
export function fits(made: Lesson): boolean {
	return typeof readLesson(writeLesson(made)) === 'object';
}

/** A lesson as the text of a file. */
export function writeLesson({ title, steps }: Lesson): string {
	return `${JSON.stringify({ [MARK]: VERSION, title, steps }, undefined, '\t')}\n`;
}

/** A lesson from the text of a file, or why it is none. Never throws. */
export function readLesson(text: string): Lesson | Refusal {
	if (text.length > MOST.file) return 'damaged';
	try {
		// A byte order mark is what some editors leave at the beginning.
		const written: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
		if (v.is(newer, written)) return 'newer';
		const { success, output } = v.safeParse(lesson, written);
		return success ? { title: output.title, steps: output.steps } : 'damaged';
	} catch {
		return 'damaged';
	}
}

/** A lesson packed into letters that an address may hold; undefined where it is too long for a link. */
export async function packLesson({ title, steps }: Lesson): Promise<string | undefined> {
	return packFields({ lesson: JSON.stringify({ [MARK]: VERSION, title, steps }) });
}

/** A lesson from the letters of a link, or why it is none. Never throws. */
export async function unpackLesson(packed: string): Promise<Lesson | Refusal> {
	return readLesson((await unpackFields(packed))?.['lesson'] ?? '');
}

/** What was told, in a language where it was, else in the other; the language it is in says a reader's machine how to speak it. */
export function toldIn(
	told: Told | undefined,
	language: Language
): { readonly text: string; readonly language: Language } | undefined {
	const other = language === 'en' ? 'zh' : 'en';
	for (const each of [language, other] as const) {
		const text = told?.[each]?.trim();
		if (text) return { text, language: each };
	}
	return undefined;
}

/** Fields that belong to a reader's device, not to what is shown: a lesson leaves them as they are. */
const DEVICE = new Set(['v', 'theme', 'backend', 'colors', 'digits', 'motion', 'max']);

/** The fields of a state that a step holds. */
export function ofLesson(fields: LinkFields): LinkFields {
	return Object.fromEntries(Object.entries(fields).filter(([key]) => !DEVICE.has(key)));
}

/** The fields of a step, with those of the device as they are. */
export function onDevice(fields: LinkFields, here: LinkFields): LinkFields {
	const own = Object.entries(here).filter(([key]) => DEVICE.has(key) && key !== 'v');
	return { ...ofLesson(fields), ...Object.fromEntries(own) };
}
