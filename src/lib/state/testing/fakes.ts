/** What tests of the state stand on: points without views, an engine without a model, an address without a browser. */
import type { Unpacked } from '#engine/answers.ts';
import type { Axis } from '#engine/captures.ts';
import type { Failure, ModelFacts, Outcome, Question } from '#engine/protocol.ts';
import type { Named } from '#num/named.ts';
import { cells, choice, number, text, toggle } from '#params/kinds.ts';
import type { AnyPoint } from '#points/define.ts';
import type { Address } from '../address.ts';
import type { Engine, Hearing } from '../conversation.svelte.ts';

const SAID = { en: 'said', zh: '说' };

function pointOf(own: Pick<AnyPoint, 'id' | 'number' | 'params' | 'needs' | 'variations' | 'compute'>): AnyPoint {
	return {
		text: { title: SAID, summary: SAID, look: never, wrong: SAID, right: never, numbers: never, know: never },
		formula: '',
		tries: [],
		predict: { question: SAID, options: [], right: () => 0 },
		asks: [],
		sketch: () => ({ kind: 'bars', values: [] }),
		view: () => Promise.reject(new Error('no view in these tests')),
		...own
	};
}

const never = { en: () => 'said', zh: () => '说' };

/** A point that reads the shared run alone. */
export const scores = pointOf({
	id: 'self-attention',
	number: 1,
	params: {},
	needs: { model: { pattern: 'blocks.{layer}.attn.pattern', rotated: 'blocks.{layer}.attn.rot_q' } },
	variations: {},
	// Computed anew, another object comes back.
	compute: (captures: object, focus) => ({ ...captures, focus })
});

/** A point with a parameter of every kind and a run of its own. */
export const mask = pointOf({
	id: 'causal-mask',
	number: 11,
	params: {
		mask: choice('causal', ['causal', 'none', 'window']),
		size: number(4, { min: 0, max: 64, step: 1 }),
		heat: number(1, { min: -2, max: 2, step: 0.1 }),
		whole: toggle(true),
		cells: cells([]),
		note: text('a note', { max: 40 })
	},
	needs: { model: {}, changed: { logits: 'logits' } },
	variations: {
		changed: ({ mask: kind }: { readonly mask: 'causal' | 'none' | 'window' }) => ({
			edits: [{ at: 'blocks.*.attn.attn_scores', do: 'mask', kind }]
		})
	},
	compute: (_, __, params: object) => ({ params })
});

/** A point whose computation fails. */
export const broken = pointOf({
	id: 'kv-cache',
	number: 13,
	params: {},
	needs: { model: {} },
	variations: {},
	compute: () => {
		throw new Error('divided by nothing');
	}
});

/** A point that is not open at the start. */
export const extra = pointOf({
	id: 'ffn',
	number: 16,
	params: {},
	needs: { model: { post: 'blocks.{layer}.mlp.post' } },
	variations: {},
	compute: () => 'computed'
});

/** All of them. */
export const POINTS: readonly AnyPoint[] = [scores, mask, broken, extra];

/** Two models to choose from. */
export const MODELS = ['storyteller', 'reader'].map((id) => ({ id, title: SAID, summary: SAID }));

/** The facts of both models. */
export const FACTS: ModelFacts = {
	id: 'storyteller',
	architecture: 'gpt2',
	layers: 2,
	heads: 2,
	kvHeads: 2,
	d_model: 4,
	d_head: 2,
	d_mlp: 8,
	d_vocab: 5,
	context: 8,
	positions: { kind: 'learned' },
	norm: 'layer',
	activation: 'gelu',
	parallel: false,
	...{ gated: false, attentionBias: true, mlpBias: true },
	tied: true,
	parameters: 1,
	bytes: 1
};

type Answering = (question: Question, n: number) => Failure | Promise<void> | undefined;

/** An engine whose tokens are the text's words; `asked` lists the questions it was asked. */
export class FakeEngine implements Engine {
	readonly asked: Question[] = [];
	readonly backends: (string | undefined)[] = [];
	readonly loaded: string[] = [];
	hearing: Hearing | undefined;
	/** What goes wrong, or takes how long. */
	answering: Answering = () => undefined;
	unloadable: Failure | undefined;
	closed = false;
	#latest = 0;

	connect = (hearing: Hearing): Engine => {
		this.hearing = hearing;
		return this;
	};

	async ask(question: Question): Promise<Outcome<Unpacked> | undefined> {
		const number = ++this.#latest;
		this.asked.push(question);
		const failure = await this.answering(question, this.asked.length - 1);
		if (failure) return { ok: false, failure };
		// As the real one does, an earlier question that was begun is answered.
		return number <= this.#latest ? { ok: true, value: answerOf(question) } : undefined;
	}

	async load(id: string) {
		this.loaded.push(id);
		if (this.unloadable) return { ok: false, failure: this.unloadable } as const;
		return { ok: true, value: { facts: { ...FACTS, id }, vocabulary: ['a', 'b', 'c', 'd', 'e'] } } as const;
	}

	useBackend(name: string | undefined): void {
		this.backends.push(name);
	}

	async loseDevice(): Promise<void> {}

	close(): void {
		this.closed = true;
	}
}

/** An answer as the engine would give it: each row of a pattern looks most at key 2, and at the first next. */
function answerOf({ model, text, generate, variations }: Question): Unpacked {
	const words = [...text.matchAll(/\S+/g)];
	const seen = words.slice(0, FACTS.context);
	const count = Math.min(generate.count, FACTS.context - seen.length);
	const steps = Array.from({ length: count }, () => ({ id: 1, probability: 1, sampledProbability: 1, rank: 0 }));
	const written = steps.map(() => ({ id: 1, text: 'b', start: text.length, end: text.length }));
	const tokens = [
		...seen.map(({ 0: word, index }) => ({ id: 0, text: word, start: index, end: index + word.length })),
		...written
	];
	const captures = Object.entries(variations).map(([name, asked]) => [name, valuesOf(asked.captures, tokens.length)]);
	const cost = { multiplyAdds: [1], tokens: [1], cacheBytes: 0, milliseconds: 1 };
	const costs = Object.keys(variations).map((name) => [name, cost]);
	return {
		model: { ...FACTS, id: model },
		tokens,
		promptLength: seen.length,
		unseenFrom: words[FACTS.context]?.index ?? text.length,
		full: count < generate.count,
		steps,
		costs: Object.fromEntries(costs),
		captures: Object.fromEntries(captures)
	};
}

function valuesOf(requests: readonly string[], length: number): Record<string, Named> {
	const values: Record<string, Named> = {};
	for (const request of requests)
		for (const layer of request.includes('*') ? [0, 1] : [0]) {
			const name = request.replace('*', String(layer));
			if (name.endsWith('.pattern')) values[name] = patternOf(length);
			if (name === 'logits') values[name] = filled(['pos', 'd_vocab'], [length, 5], () => 0);
			if (name.endsWith('mlp.post')) values[name] = filled(['pos', 'd_mlp'], [length, 8], () => 0);
		}
	return values;
}

function patternOf(length: number): Named {
	const weight = (i: number) => {
		const [query, key] = [Math.floor(i / length) % length, i % length];
		return key > query ? 0 : key === 2 ? 0.6 : key === 0 ? 0.3 : 0.05;
	};
	return filled(['head', 'query', 'key'], [2, length, length], weight);
}

function filled(axes: readonly Axis[], shape: readonly number[], value: (i: number) => number): Named {
	const size = shape.reduce((product, length) => product * length, 1);
	return { axes, shape, data: Float32Array.from({ length: size }, (_, i) => value(i)) };
}

/** An address with a history, in memory. */
export class FakeAddress implements Address {
	readonly history: string[];
	#at = 0;
	#back: () => void = () => undefined;

	constructor(href: string) {
		this.history = [new URL(href, 'https://here/').href];
	}

	read(): URL {
		return new URL(this.history[this.#at] ?? '');
	}
	replace(url: URL): void {
		this.history[this.#at] = url.href;
	}
	push(url: URL): void {
		this.history.splice(++this.#at, Infinity, url.href);
	}
	onreturn(back: () => void): () => void {
		this.#back = back;
		return () => (this.#back = () => undefined);
	}
	/** Goes back, or forward, as a reader would. */
	go(steps: number): void {
		this.#at += steps;
		this.#back();
	}
}

/** Storage that refuses every call. */
export const REFUSED = (): never => {
	throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** Storage in memory. */
export function storageOf(held: Record<string, string> = {}) {
	const map = new Map(Object.entries(held));
	const storage = {
		getItem: (key: string) => map.get(key) ?? null,
		setItem: (key: string, value: string) => void map.set(key, value),
		removeItem: (key: string) => void map.delete(key)
	};
	return Object.assign(() => storage, { map });
}
