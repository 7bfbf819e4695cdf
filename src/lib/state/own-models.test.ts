import { describe, expect, test } from 'vitest';
import { OwnModels } from './own-models.svelte.ts';
import { FakeEngine } from './testing/fakes.ts';
import { Trial } from './trial.ts';

// Node has no IndexedDB: as in a browser that refuses it, memory serves.

const encode = (text: string) => new TextEncoder().encode(text);

/** The three files of a model; another for every name. */
function filesOf(name: string): File[] {
	const parts = { 'config.json': `{"name":"${name}"}`, 'tokenizer.json': '{}', 'model.safetensors': 'weights' };
	return Object.entries(parts).map(([part, content]) => new File([encode(content)], part));
}

function trialOf(engine: FakeEngine): Trial {
	const trial = new Trial(engine.connect);
	trial.connect({ onReport: () => undefined, onProgress: () => undefined });
	return trial;
}

describe('files that a reader opens', () => {
	test('become a model in the list once the engine has loaded it, and it is told that it does not last', async () => {
		const [own, engine] = [new OwnModels(), new FakeEngine()];
		const opening = await own.open(filesOf('good'), async (id) => trialOf(engine).of(id));
		expect(opening).toEqual({ ok: true, id: engine.loaded[0], lasts: false });
		expect(own.list.map(({ id }) => id)).toEqual(engine.loaded);
	});

	test('that the engine refuses are not kept, and its reason is told', async () => {
		const [own, engine] = [new OwnModels(), new FakeEngine()];
		engine.unloadable = { code: 'model-damaged', detail: 'cut short' };
		const opening = await own.open(filesOf('bad'), async (id) => trialOf(engine).of(id));
		expect(opening).toEqual({ ok: false, fault: 'model-damaged', detail: 'cut short' });
		await own.recall();
		expect(own.list.map(({ id }) => id)).not.toContain(engine.loaded[0]);
	});

	test('that were removed are no longer listed', async () => {
		const [own, engine] = [new OwnModels(), new FakeEngine()];
		await own.open(filesOf('gone'), async (id) => trialOf(engine).of(id));
		const [id = ''] = engine.loaded;
		await own.remove(id);
		expect(own.list.map((model) => model.id)).not.toContain(id);
	});
});
