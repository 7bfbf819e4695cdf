/** Batches of a task: those that are trained on, and those that are held out and never trained on. */
import { seededRandom, uniformAt } from '#num/random.ts';
import { streamOf } from '../noise.ts';
import type { Batch } from './gradient.ts';
import type { DataSettings, RunSettings } from './settings.ts';
import { IGNORED } from './targets.ts';
import { below } from './tasks/draw.ts';
import { TASKS, type Example } from './tasks/tasks.ts';

/** A batch whose answers can be told from the rest. */
export interface JudgedBatch extends Batch {
	/** Whether each target follows from what comes before it. */
	readonly answers: readonly boolean[];
}

/** What batches follow from. */
type Source = Pick<RunSettings, 'seed' | 'data'>;

/** The batch of a step, counted from 1: it follows from the seed, the data's settings and the step alone. */
export function trainingBatch({ seed, data }: Source, step: number): JudgedBatch {
	const random = seededRandom(streamOf(seed, `batch ${step}`));
	const draw = () => (data.texts > 0 ? poolText({ seed, data }, below(data.texts, random)) : drawn(data, random, false));
	const examples = Array.from({ length: data.batch }, draw);
	// A share of 1: a batch that is spoilt has no right answer left.
	return batchOf(data, step === data.spoilt ? examples.map((example) => misled(example, data, random, 1)) : examples);
}

/** Texts that no step is trained on. */
export function heldOutBatch({ seed, data }: Source, texts: number): JudgedBatch {
	const random = seededRandom(streamOf(seed, 'held out'));
	return batchOf(data, Array.from({ length: texts }, () => drawn(data, random, true)));
}

/** The first texts of those that are met again and again; undefined where every batch is new. */
export function pooledBatch({ seed, data }: Source, texts: number): JudgedBatch | undefined {
	if (data.texts === 0) return undefined;
	return batchOf(data, Array.from({ length: Math.min(texts, data.texts) }, (_, i) => poolText({ seed, data }, i)));
}

/** An example, and what its tokens are taken to be where they are answers: not always what they are. */
type Labelled = Example & { readonly labels: readonly number[] };

function poolText({ seed, data }: Source, index: number): Labelled {
	return drawn(data, seededRandom(streamOf(seed, `text ${index}`)), false);
}

/** Of the texts that are drawn, one in eight by its own tokens is held out: the two never meet. */
function drawn(data: DataSettings, random: () => number, heldOut: boolean): Labelled {
	for (;;) {
		const example = TASKS[data.task].example(data.size, random);
		if (isHeldOut(example.ids) !== heldOut) continue;
		return data.noise > 0 ? misled(example, data, random, data.noise) : { ...example, labels: example.ids };
	}
}

/** The example with a share of its answers wrong: any other token, each as likely. What is read stays right. */
function misled({ ids, answers }: Example, data: DataSettings, random: () => number, share: number): Labelled {
	const others = TASKS[data.task].vocabulary.length - 1;
	const labels = ids.map((id, i) =>
		answers[i] && random() < share ? (id + 1 + below(others, random)) % (others + 1) : id
	);
	return { ids, answers, labels };
}

function batchOf({ task }: DataSettings, examples: readonly Labelled[]): JudgedBatch {
	const { learnsAll } = TASKS[task];
	return {
		texts: examples.length,
		ids: examples.flatMap(({ ids }) => ids.slice(0, -1)),
		targets: examples.flatMap(({ labels, answers }) =>
			labels.slice(1).map((label, i) => (learnsAll || answers[i + 1] ? label : IGNORED))
		),
		answers: examples.flatMap(({ answers }) => answers.slice(1))
	};
}

function isHeldOut(ids: readonly number[]): boolean {
	// Mixed once more: the last bits of the stream's name alone are the same for all texts of some tasks.
	return uniformAt(streamOf(0, ids.join()), 0) < 1 / 8;
}
