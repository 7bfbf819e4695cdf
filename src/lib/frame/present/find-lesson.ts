import type { Language } from '#points/define.ts';
import { keptLesson } from '#state/lessons.svelte.ts';
import type { Lesson } from '#state/lesson.ts';
import { addressOf } from '../addresses.ts';

/** The name in addresses of the reader's own lesson on this device. */
export const OWN = 'own';

/** A lesson by its name in an address; undefined where there is none. */
export async function findLesson(name: string, language: Language): Promise<Lesson | undefined> {
	if (name === OWN) return keptLesson();
	const [{ shippedLessons }, { lessonIn }] = await Promise.all([
		import('./lessons/all.ts'),
		import('./lessons/shipped.ts')
	]);
	const found = shippedLessons.find(({ id }) => id === name);
	return found && lessonIn(found, language);
}

/** The address of a lesson that is presented. */
export function lessonHref(name: string, language: Language): string {
	return `${addressOf('/present/', language)}?lesson=${name}`;
}
