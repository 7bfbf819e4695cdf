/** The cards of the models that ship, read while prerendering: what a card lacks, the build says. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ABILITIES, type Card } from '#frame/catalog/card.ts';
import { HEAD_KINDS } from '#state/head-study.svelte.ts';
import { readShippedModels } from '../../shipped-models.server.ts';

const both = v.object({ en: v.string(), zh: v.string() });
const curve = v.array(v.tuple([v.number(), v.number()]));

const card = v.object({
	id: v.string(),
	title: both,
	summary: both,
	architecture: v.object({
		kind: v.string(),
		layers: v.number(),
		heads: v.number(),
		d_model: v.number(),
		d_head: v.number(),
		context: v.number(),
		vocabulary: v.number()
	}),
	parameters: v.number(),
	license: v.string(),
	files: v.record(v.string(), v.object({ bytes: v.number(), sha256: v.string() })),
	trained: v.object({
		date: v.string(),
		steps: v.number(),
		plannedSteps: v.number(),
		tokens: v.number(),
		seconds: v.number(),
		seed: v.number(),
		corpus: v.object({ seed: v.number(), documents: v.number() })
	}),
	loss: v.object({
		train: v.number(),
		heldOutAnswers: v.number(),
		curve,
		heldOutAnswersCurve: curve
	}),
	abilities: v.array(
		v.object({
			ability: v.picklist(ABILITIES),
			language: v.picklist(['en', 'zh']),
			n: v.number(),
			likeliest: v.number(),
			beats: v.optional(v.number()),
			target: v.optional(v.number())
		})
	),
	heads: v.array(
		v.object({
			layer: v.number(),
			head: v.number(),
			scores: v.record(v.picklist(HEAD_KINDS), v.number()),
			drops: v.object({ giving: v.number(), facts: v.number(), repeats: v.number() })
		})
	),
	positions: v.optional(v.object({ n: v.number(), length: v.number(), width: v.number(), points: curve })),
	measured: v.optional(v.object({ weights: v.string(), texts: v.number() }))
});

/** The cards, in the order in which the models are offered. */
export async function readCards(): Promise<Card[]> {
	const models = await readShippedModels();
	return Promise.all(
		models.map(async ({ id }) =>
			v.parse(card, JSON.parse(await readFile(join('static/models', id, 'card.json'), 'utf8')))
		)
	);
}
