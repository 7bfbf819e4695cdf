/** Kept models in IndexedDB: their names apart from their files, so that a list reads no weights. */
import type { ModelFiles } from './model-files.ts';
import type { KeptModel, ModelStore } from './kept-models.ts';

const [NAMES, FILES] = ['names', 'files'] as const;

/** A store in this browser; where there is none, every call is refused. */
export function browserStore(): ModelStore {
	let opened: Promise<IDBDatabase> | undefined;
	const open = async () => {
		opened ??= openDatabase();
		// What was refused once may be granted later.
		opened.catch(() => (opened = undefined));
		return opened;
	};
	const write = async (change: (names: IDBObjectStore, files: IDBObjectStore) => void) => {
		const database = await open();
		await new Promise<void>((resolve, reject) => {
			const whole = database.transaction([NAMES, FILES], 'readwrite');
			whole.oncomplete = () => resolve();
			whole.onabort = whole.onerror = () => reject(whole.error ?? new Error('nothing was kept'));
			change(whole.objectStore(NAMES), whole.objectStore(FILES));
		});
	};
	return {
		async list() {
			// Written by `put` alone.
			const entries = (await read(await open(), NAMES, (all) => all.getAll())) as readonly Kept[];
			return entries.toSorted((a, b) => a.order - b.order).map(({ id, title }) => ({ id, title }));
		},
		async files(id) {
			return (await read(await open(), FILES, (all) => all.get(id))) as ModelFiles | undefined;
		},
		async put(model, files) {
			const order = Math.max(0, ...(await orders(await open()))) + 1;
			await write((names, all) => {
				names.put({ ...model, order } satisfies Kept, model.id);
				all.put(files, model.id);
			});
		},
		async remove(id) {
			await write((names, all) => {
				names.delete(id);
				all.delete(id);
			});
		}
	};
}

interface Kept extends KeptModel {
	/** Counts from 1, in the order in which they were kept. */
	readonly order: number;
}

async function orders(database: IDBDatabase): Promise<number[]> {
	const entries = (await read(database, NAMES, (all) => all.getAll())) as readonly Kept[];
	return entries.map(({ order }) => order);
}

async function openDatabase(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open('headlight-models', 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore(NAMES);
			request.result.createObjectStore(FILES);
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('no storage'));
		request.onblocked = () => reject(new Error('the storage is in use'));
	});
}

async function read<T>(
	database: IDBDatabase,
	store: string,
	request: (all: IDBObjectStore) => IDBRequest<T>
): Promise<T> {
	return new Promise((resolve, reject) => {
		const asked = request(database.transaction(store).objectStore(store));
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error ?? new Error('it cannot be read'));
	});
}
