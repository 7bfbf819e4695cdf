import type { Language } from '#points/define.ts';
import { fits, ofLesson, readLesson, writeLesson, type Lesson, type LessonStep, type Refusal } from './lesson.ts';
import type { LinkFields } from './pack.ts';
import type { Storing } from './settings.ts';

/** Where the reader's own lesson is kept from visit to visit. */
const KEPT = 'headlight.lesson';

/** Most changes that can be taken back. */
const MOST_UNDONE = 50;

const EMPTY: Lesson = { title: {}, steps: [] };

const browser: Storing = () => localStorage;

/** The part of a step in which something is said. */
export type Said = 'caption' | 'notes' | 'ask' | 'answer';

/** The reader's own lesson: recorded, put in order, edited; every change can be taken back, and is kept where the browser allows it. */
export class Lessons {
	readonly #storing: Storing;
	#own: Lesson = $state.raw(EMPTY);
	#before: readonly Lesson[] = $state.raw([]);
	#isKept = $state(true);
	#refusal: Refusal | 'full' | undefined = $state();
	/** The field that is being typed into: all its letters are taken back at once. */
	#typing: string | undefined;

	constructor(storing: Storing = browser) {
		this.#storing = storing;
	}

	/** The lesson as it is. */
	get own(): Lesson {
		return this.#own;
	}
	get canUndo(): boolean {
		return this.#before.length > 0;
	}
	/** False where the browser refuses to keep the lesson: it is lost when the page is left. */
	get isKept(): boolean {
		return this.#isKept;
	}
	/** Why the last thing that was tried was not done. */
	get refusal(): Refusal | 'full' | undefined {
		return this.#refusal;
	}

	/** Takes up what the browser has kept. */
	recall(): void {
		const kept = keptLesson(this.#storing);
		if (kept) this.#own = kept;
	}
	/** Adds a state as the last step; `caption` is what is said there, to begin with. */
	record(fields: LinkFields, caption: LessonStep['caption'] = {}): void {
		this.#change({ ...this.#own, steps: [...this.#own.steps, { link: ofLesson(fields), caption }] });
	}
	/** Puts another state into a step, and leaves what is said there. */
	replace(index: number, fields: LinkFields): void {
		this.#step(index, (step) => ({ ...step, link: ofLesson(fields) }));
	}
	/** Moves a step to another place. */
	move(from: number, to: number): void {
		const { steps } = this.#own;
		const step = steps[from];
		if (step && to >= 0 && to < steps.length)
			this.#change({ ...this.#own, steps: steps.toSpliced(from, 1).toSpliced(to, 0, step) });
	}
	remove(index: number): void {
		if (this.#own.steps[index]) this.#change({ ...this.#own, steps: this.#own.steps.toSpliced(index, 1) });
	}
	/** Names the lesson. */
	entitle(title: string, language: Language): void {
		this.#change({ ...this.#own, title: { ...this.#own.title, [language]: title } }, `title ${language}`);
	}
	/** Writes what is said at a step. */
	say(index: number, part: Said, text: string, language: Language): void {
		this.#step(index, (step) => saidAt(step, part, text, language), `${index} ${part} ${language}`);
	}
	/** Takes the last change back. */
	undo(): void {
		const before = this.#before.at(-1);
		if (!before) return;
		this.#before = this.#before.slice(0, -1);
		this.#become(before);
	}
	/** Begins a new lesson; the old one can be brought back. */
	clear(): void {
		if (this.#own !== EMPTY) this.#change(EMPTY);
	}
	/** Puts a lesson in place of this one; what is none changes nothing, and the refusal says why. */
	open(lesson: Lesson | Refusal): void {
		if (typeof lesson === 'object') this.#change(lesson);
		else this.#refusal = lesson;
	}
	/** Waves a refusal away. */
	dismiss(): void {
		this.#refusal = undefined;
	}

	#step(index: number, change: (step: LessonStep) => LessonStep, typing?: string): void {
		const step = this.#own.steps[index];
		if (step) this.#change({ ...this.#own, steps: this.#own.steps.with(index, change(step)) }, typing);
	}

	#change(lesson: Lesson, typing?: string): void {
		if (!fits(lesson)) {
			this.#refusal = 'full';
			return;
		}
		if (typing === undefined || typing !== this.#typing)
			this.#before = [...this.#before, this.#own].slice(-MOST_UNDONE);
		this.#become(lesson, typing);
	}

	#become(lesson: Lesson, typing?: string): void {
		this.#typing = typing;
		this.#refusal = undefined;
		this.#own = lesson;
		try {
			if (lesson === EMPTY) this.#storing().removeItem(KEPT);
			else this.#storing().setItem(KEPT, writeLesson(lesson));
			this.#isKept = true;
		} catch {
			this.#isKept = false;
		}
	}
}

/** The lesson that the browser has kept; undefined for none, for a damaged one, and where storage is refused. */
export function keptLesson(storing: Storing = browser): Lesson | undefined {
	try {
		const kept = readLesson(storing().getItem(KEPT) ?? '');
		return typeof kept === 'object' ? kept : undefined;
	} catch {
		return undefined;
	}
}

function saidAt(step: LessonStep, part: Said, text: string, language: Language): LessonStep {
	switch (part) {
		case 'caption':
		case 'notes':
			return { ...step, [part]: { ...step[part], [language]: text } };
		case 'ask':
		case 'answer': {
			const { ask = {}, answer = {} } = step.question ?? {};
			const asked = part === 'ask' ? { ...ask, [language]: text } : ask;
			const answered = part === 'answer' ? { ...answer, [language]: text } : answer;
			const isEmpty = [asked, answered].every(({ en = '', zh = '' }) => en + zh === '');
			const { question: _, ...rest } = step;
			return isEmpty ? rest : { ...rest, question: { ask: asked, answer: answered } };
		}
	}
	part satisfies never;
}
