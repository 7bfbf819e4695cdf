import { answerTo } from '../../src/lib/engine/answers.ts';
import type { CaptureName } from '../../src/lib/engine/captures.ts';
import type { Edit } from '../../src/lib/engine/edits.ts';
import type { Model } from '../../src/lib/engine/model.ts';
import { Passes } from '../../src/lib/engine/passes.ts';
import { outlineOf, readPasses } from '../../src/lib/engine/read-passes.ts';
import { rows, sizeOf, take, type Named } from '../../src/lib/num/named.ts';

/** Reads values of single passes of one model; keeps nothing. */
export class Reader {
	readonly model: Model;

	constructor(model: Model) {
		this.model = model;
	}

	/** The logits after each token. Texts longer than the context run too, where positions are not a table. */
	async logits(ids: readonly number[], edits: readonly Edit[] = []): Promise<Float32Array[]> {
		const { logits } = await this.#read(ids, ['logits'], edits);
		return logits ? rows(logits) : [];
	}

	/** The pattern of every head, by layer. */
	async patterns(ids: readonly number[]): Promise<Named<'query' | 'key'>[][]> {
		const { layers, heads } = this.model.config;
		const names = Array.from({ length: layers }, (_, layer) => `blocks.${layer}.attn.pattern` as const);
		const captures = await this.#read(ids, names, []);
		return names.map((_, layer) => {
			const all = answerTo(captures, 'blocks.{layer}.attn.pattern', layer);
			return all ? Array.from({ length: heads }, (_, head) => take(all, { head })) : [];
		});
	}

	async #read(
		ids: readonly number[],
		names: readonly CaptureName[],
		edits: readonly Edit[]
	): Promise<Record<string, Named>> {
		const keeping = { asked: new Set(names), room: { left: 0 } };
		const passes = new Passes(this.model, { edits, offset: 0, keeping, timed: false });
		const count = ids.length;
		const pass = await passes.run({
			ids,
			span: { start: 0, count, keys: count },
			extent: { length: count, limit: count }
		});
		const values: Record<string, Named> = {};
		for (const name of names) {
			const outline = outlineOf([pass], name);
			if (!outline) continue;
			const data = new Float32Array(sizeOf(outline.shape));
			await readPasses([pass], name, data);
			values[name] = { ...outline, data };
		}
		pass.captures.dispose();
		passes.dispose();
		return values;
	}
}
