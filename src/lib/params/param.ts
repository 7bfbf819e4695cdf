/** Kinds of parameter: a typed value that a reader can change, and how a link writes it. */

/** A parameter: its start value, what a widget needs to offer it, and its form in a link. */
export interface Param<T> {
	/** Picks the widget. */
	readonly kind: 'choice' | 'number' | 'toggle' | 'cells' | 'text';
	/** The value before a reader changes it; a link leaves it out. */
	readonly start: T;
	/** Reads a link's text; `undefined` when it is not a value of this kind. Never throws. */
	read(text: string): T | undefined;
	/** Writes a value so that `read` gives it back. */
	write(value: T): string;
	/** Choices: the values offered. */
	readonly options?: readonly T[];
	/** Numbers: the range and the step of the widget. */
	readonly range?: { readonly min: number; readonly max: number; readonly step: number };
}

/** Parameters by name. */
export type Schema = Readonly<Record<string, Param<unknown>>>;

/** The values of a schema's parameters. */
export type Values<S extends Schema> = { readonly [name in keyof S]: S[name]['start'] };
