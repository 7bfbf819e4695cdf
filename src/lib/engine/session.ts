import { align } from './align.ts';
import { costOf } from './costs.ts';
import { loadModel, type Model } from './model.ts';
import type { ModelFiles } from './model-files.ts';
import { pack, type Wanted } from './pack.ts';
import type { Answer, ModelFacts, Question } from './protocol.ts';
import { Runner } from './runner.ts';
import type { Tokenizer } from './tokenizer.ts';
import { WeightValues } from './weight-values.ts';

/** One model that answers questions; it remembers runs, so that reading another value of one computes nothing. */
export class Session {
	readonly #model: Model;
	readonly #tokenizer: Tokenizer;
	readonly #runner: Runner;
	readonly #weights: WeightValues;
	/** What the model is, in numbers. */
	readonly facts: ModelFacts;
	/** What to show for every id that the model can write. */
	readonly vocabulary: readonly string[];

	/** Throws EngineError `model-unsupported`, `model-damaged` or `tokenizer-damaged`. */
	constructor(id: string, files: ModelFiles) {
		const model = loadModel(id, files);
		this.#model = model;
		this.#tokenizer = model.tokenizer;
		this.#runner = new Runner(model);
		this.#weights = new WeightValues(model);
		this.facts = model.facts;
		this.vocabulary = this.#tokenizer.vocabulary(model.facts.d_vocab);
	}

	/** Answers one question at a time; throws EngineError `bad-edit` or `not-finite`, and stays fit for the next. */
	async answer(question: Question): Promise<Answer> {
		const since = performance.now();
		const { text, generate, weights = [] } = question;
		const all = this.#tokenizer.encode(text);
		const prompt = all.slice(0, this.facts.context);
		try {
			const steps = prompt.length > 0 ? await this.#runner.generate(prompt, question) : [];
			const written = steps.map(({ id }) => id);
			const ids = [...prompt, ...written];
			const { tokens } = align(this.#tokenizer, text, all, written);
			const wanted = await this.#runAll(ids, prompt.length, question);
			return {
				model: this.facts,
				tokens: tokens.slice(0, ids.length),
				promptLength: prompt.length,
				unseenFrom: tokens[ids.length]?.start ?? text.length,
				full: prompt.length > 0 && steps.length < generate.count,
				steps,
				costs: this.#costs(wanted, question, since),
				...(await pack(wanted, await this.#weights.matching(weights)))
			};
		} finally {
			this.#runner.trim();
		}
	}

	/** Gives up all remembered runs. */
	clear(): void {
		this.#runner.clear();
	}

	/** Gives up the model too: nothing is left on the device. */
	dispose(): void {
		this.clear();
		this.#model.dispose();
	}

	async #runAll(ids: readonly number[], promptLength: number, { edits, variations }: Question): Promise<Wanted[]> {
		const wanted: Wanted[] = [];
		for (const [variation, asked] of Object.entries(variations)) {
			const { captures, through = 'full', offset = 0, reads, timed = false } = asked;
			const own = { edits: [...edits, ...(asked.edits ?? [])], through, offset, reads, timed };
			// A text of no tokens has no values.
			const passes = ids.length > 0 ? await this.#runner.passes({ ids, promptLength, captures, ...own }) : [];
			wanted.push({ variation, passes, names: this.#runner.namesOf(captures) });
		}
		return wanted;
	}

	#costs(wanted: readonly Wanted[], { variations }: Question, since: number): Answer['costs'] {
		const costs = wanted.map(({ variation, passes }) => {
			const { through = 'full' } = variations[variation] ?? {};
			return [variation, costOf(passes, { config: this.#model.config, through, since })] as const;
		});
		return Object.fromEntries(costs);
	}
}
