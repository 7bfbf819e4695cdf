/**
 * Models of the reader's own, kept in this browser under their names.
 *
 * All are held in memory for as long as the page is open, and in IndexedDB to come back to. Where that is refused, as in
 * private frames, memory serves: the worker asks the page for files, not the browser.
 */
import type { ModelFiles } from './model-files.ts';
import { browserStore } from './model-store.ts';

/** What a kept model is called. */
export interface KeptModel {
	readonly id: string;
	readonly title: { readonly en: string; readonly zh: string };
}

/** Where kept models outlive the page; every call may be refused. */
export interface ModelStore {
	list(): Promise<readonly KeptModel[]>;
	files(id: string): Promise<ModelFiles | undefined>;
	put(model: KeptModel, files: ModelFiles): Promise<void>;
	remove(id: string): Promise<void>;
}

interface Held {
	readonly model: KeptModel;
	readonly files: ModelFiles;
}

/** The reader's own models. */
export class KeptModels {
	readonly #store: ModelStore;
	readonly #held = new Map<string, Held>();

	constructor(store: ModelStore) {
		this.#store = store;
	}

	/** Those that are kept, the oldest first. */
	async list(): Promise<readonly KeptModel[]> {
		const stored = await this.#store.list().catch(() => []);
		const others = [...this.#held.values()].filter(({ model }) => stored.every(({ id }) => id !== model.id));
		return [...stored, ...others.map(({ model }) => model)];
	}

	/** A model's files; undefined where it is not in this browser. */
	async files(id: string): Promise<ModelFiles | undefined> {
		return this.#held.get(id)?.files ?? (await this.#store.files(id).catch(() => undefined));
	}

	/** Holds a model while the page is open. */
	hold(model: KeptModel, files: ModelFiles): void {
		this.#held.set(model.id, { model, files });
	}

	/** Keeps a held model for later too; false where the browser refuses. */
	async keep(id: string): Promise<boolean> {
		const held = this.#held.get(id);
		if (!held) return false;
		return this.#store.put(held.model, held.files).then(
			() => true,
			() => false
		);
	}

	/** Lets go of a model that is held, unless it is kept for later. */
	release(id: string): void {
		this.#held.delete(id);
	}

	/** Forgets a model. */
	async remove(id: string): Promise<void> {
		this.#held.delete(id);
		await this.#store.remove(id).catch(() => undefined);
	}
}

/** This page's own models, in this browser. */
export const keptModels = new KeptModels(browserStore());
