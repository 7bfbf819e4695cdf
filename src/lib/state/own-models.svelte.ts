/** The reader's own models: opened from files or from the lab, kept in this browser, to choose from in every playground. */
import type { KeptModel } from '#engine/kept-models.ts';
import type { ModelFiles } from '#engine/model-files.ts';
import { ownIdOf } from '#engine/own-model.ts';
import type { FilesFault, Picked } from '#engine/own-files.ts';
import type { Failure, FailureCode } from '#engine/protocol.ts';
import type { SavedFiles } from '#engine/training/protocol.ts';

export { isOwnModel } from '#engine/own-model.ts';
export type { KeptModel };

/** Why files did not become a model. */
export type OpeningFault = FilesFault | FailureCode;

/** What came of opening files; a model that does not last is gone when the page is left. */
export type Opening =
	| { readonly ok: true; readonly id: string; readonly lasts: boolean }
	| { readonly ok: false; readonly fault: OpeningFault; readonly detail: string };

// Most readers have no models of their own: what keeps and reads them is fetched when it is needed.
const keeping = async () => (await import('#engine/kept-models.ts')).keptModels;
const reading = async () => import('#engine/own-files.ts');

/** All of them, as far as this browser has them. */
export class OwnModels {
	#list: readonly KeptModel[] = $state.raw([]);

	/** Those that are there, the oldest first; none before they were recalled. */
	get list(): readonly KeptModel[] {
		return this.#list;
	}

	/** Looks up what this browser keeps. */
	async recall(): Promise<void> {
		this.#list = await (await keeping()).list();
	}

	/** Makes a model of picked files, if `trial` finds no fault with it. */
	async open(picked: readonly Picked[], trial: (id: string) => Promise<Failure | undefined>): Promise<Opening> {
		const read = await (await reading()).readPicked(picked);
		if (!read.ok) return read;
		const id = ownIdOf(read.files);
		const kept = await keeping();
		const isNew = (await kept.list()).every((model) => model.id !== id);
		if (isNew) kept.hold({ id, title: titled(read.name) }, read.files);
		const failure = await trial(id);
		if (failure && isNew) kept.release(id);
		if (failure) return { ok: false, fault: failure.code, detail: failure.detail };
		return { ok: true, id, lasts: await this.#keep(id) };
	}

	/** Keeps a model that was trained here; its name in links. */
	async keepTrained(saved: SavedFiles, title: KeptModel['title']): Promise<string> {
		const files = modelOf(saved);
		const id = ownIdOf(files);
		(await keeping()).hold({ id, title }, files);
		await this.#keep(id);
		return id;
	}

	/** Forgets a model. */
	async remove(id: string): Promise<void> {
		await (await keeping()).remove(id);
		await this.recall();
	}

	async #keep(id: string): Promise<boolean> {
		const lasts = await (await keeping()).keep(id);
		await this.recall();
		return lasts;
	}
}

/** The models of the one who reads this page. */
export const ownModels = new OwnModels();

function titled(name: string | undefined): KeptModel['title'] {
	return name === undefined ? { en: 'Opened files', zh: '打开的文件' } : { en: name, zh: name };
}

function modelOf(saved: SavedFiles): ModelFiles {
	const bytes = (name: string) => saved[name] ?? new Uint8Array();
	const text = (name: string) => new TextDecoder().decode(bytes(name));
	const weights = bytes('model.safetensors').slice().buffer;
	return { config: text('config.json'), tokenizer: text('tokenizer.json'), weights };
}
