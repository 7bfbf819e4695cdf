import type { CaptureName } from './captures.ts';
import { clone, keep, type Tensor } from './tf.ts';

/** Which values a pass keeps: those asked for, and as many others as there is room for. */
export interface Keeping {
	readonly asked: ReadonlySet<CaptureName>;
	readonly room: Room;
}

/** Bytes that the passes of a run may still keep unasked; what is kept or given back changes it. */
export interface Room {
	left: number;
}

/** The values that one pass left behind, on the device until they are disposed. */
export class CaptureStore {
	readonly #values = new Map<CaptureName, Tensor>();
	readonly #keeping: Keeping;
	#bytes = 0;

	constructor(keeping: Keeping) {
		this.#keeping = keeping;
	}

	/** Bytes of all values kept. */
	get bytes(): number {
		return this.#bytes;
	}

	/** Keeps a value if it was asked for or if there is room. */
	record(name: CaptureName, value: Tensor): void {
		const bytes = value.size * Float32Array.BYTES_PER_ELEMENT;
		const { asked, room } = this.#keeping;
		if (!asked.has(name) && bytes > room.left) return;
		this.#values.set(name, keep(clone(value)));
		this.#bytes += bytes;
		room.left -= bytes;
	}

	/** A value that was kept. */
	get(name: CaptureName): Tensor | undefined {
		return this.#values.get(name);
	}

	/** Gives all values back. */
	dispose(): void {
		for (const value of this.#values.values()) value.dispose();
		this.#values.clear();
		this.#keeping.room.left += this.#bytes;
		this.#bytes = 0;
	}
}
