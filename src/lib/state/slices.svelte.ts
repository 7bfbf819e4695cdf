/** One part of a whole. */
class Part<T> {
	value: T;

	constructor(value: T) {
		this.value = $state.raw(value);
	}
}

/**
 * A whole whose parts are signals of their own: when one changes, who reads another is not woken, nor even asked. Parts
 * derived from one signal would not be woken either, but Svelte would walk through all that hangs on any of them: some
 * thousands of things on a page of matrices.
 */
export class Slices<T extends object> {
	readonly #parts = new Map<keyof T, Part<T[keyof T]>>();

	/** `whole` has every part, undefined ones too. */
	constructor(whole: T) {
		for (const key of keysOf(whole)) this.#parts.set(key, new Part(whole[key]));
	}

	/** A part as it is now. */
	of<K extends keyof T>(key: K): T[K] {
		// Under each key lies that key's own part.
		return this.#parts.get(key)?.value as T[K];
	}

	/** Some parts as they are now. */
	some<K extends keyof T>(keys: readonly K[]): Pick<T, K> {
		// Each of the keys, and nothing else.
		return Object.fromEntries(keys.map((key) => [key, this.of(key)])) as Pick<T, K>;
	}

	/** Takes up the parts of another whole; those that are the same wake nobody. */
	set(whole: T): void {
		for (const [key, part] of this.#parts) part.value = whole[key];
	}
}

function keysOf<T extends object>(whole: T): (keyof T)[] {
	// Object.keys forgets the names of a type that is closed.
	return Object.keys(whole) as (keyof T)[];
}
