import { describe, expect, test } from 'vitest';
import { KeptModels, type KeptModel, type ModelStore } from './kept-models.ts';
import type { ModelFiles } from './model-files.ts';

const FILES: ModelFiles = { config: '{}', tokenizer: '{}', weights: new ArrayBuffer(4) };
const modelOf = (id: string): KeptModel => ({ id, title: { en: id, zh: id } });

/** A store that outlives the page, in memory. */
function storeOf(): ModelStore {
	const all = new Map<string, readonly [KeptModel, ModelFiles]>();
	return {
		list: async () => [...all.values()].map(([model]) => model),
		files: async (id) => all.get(id)?.[1],
		put: async (model, files) => void all.set(model.id, [model, files]),
		remove: async (id) => void all.delete(id)
	};
}

const no = () => Promise.reject(new DOMException('refused', 'SecurityError'));
const REFUSING: ModelStore = { list: no, files: no, put: no, remove: no };

describe('a kept model', () => {
	test('is there when the page is opened again', async () => {
		const store = storeOf();
		const before = new KeptModels(store);
		before.hold(modelOf('own-1'), FILES);
		expect(await before.keep('own-1')).toBe(true);
		const after = new KeptModels(store);
		expect(await after.files('own-1')).toEqual(FILES);
		expect(await after.list()).toEqual([modelOf('own-1')]);
	});

	test('is listed once, though it is held and stored', async () => {
		const kept = new KeptModels(storeOf());
		kept.hold(modelOf('own-1'), FILES);
		await kept.keep('own-1');
		expect(await kept.list()).toHaveLength(1);
	});

	test('is gone for good once it is removed', async () => {
		const store = storeOf();
		const kept = new KeptModels(store);
		kept.hold(modelOf('own-1'), FILES);
		await kept.keep('own-1');
		await kept.remove('own-1');
		expect([await kept.files('own-1'), await store.list()]).toEqual([undefined, []]);
	});
});

describe('where the browser refuses to keep anything', () => {
	test('a model serves for as long as the page is open, and it is told that it does not last', async () => {
		const kept = new KeptModels(REFUSING);
		kept.hold(modelOf('own-1'), FILES);
		expect(await kept.keep('own-1')).toBe(false);
		expect(await kept.files('own-1')).toEqual(FILES);
		expect(await kept.list()).toEqual([modelOf('own-1')]);
	});

	test('a model that was never opened is just not there', async () => {
		expect(await new KeptModels(REFUSING).files('own-1')).toBeUndefined();
	});
});
