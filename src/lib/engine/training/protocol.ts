/** What the lab and its worker say to each other: plain data, in both directions. */
import type { BackendName, BackendReport, Outcome } from '../protocol.ts';
import type { Snapshot, StepResult } from './descent.ts';
import type { Judgement } from './judge.ts';
import type { RunSettings } from './settings.ts';
import type { Patterns } from './trainer.ts';

/** Looks that take longer and are not for every experiment: running free, and attention under dropout. */
export type Probe = 'free' | 'dropped';

/** Runs that go in step: their settings, and where each goes on from. */
export interface TrainingStart {
	readonly runs: readonly RunSettings[];
	/** The text whose attention is watched: what every run's model reads of it. */
	readonly probe: readonly number[];
	/** After how many steps each is judged and looked into. */
	readonly every: number;
	/** What else is asked at every look. */
	readonly probes?: readonly Probe[] | undefined;
	readonly from?: readonly Snapshot[] | undefined;
	readonly force?: BackendName | undefined;
	readonly exclude?: readonly BackendName[];
}

/** What a run looked like after a step: 0 is its start. */
export interface Look {
	readonly step: number;
	/** On texts that are held out. */
	readonly judgement: Judgement;
	/** On texts that are met again and again, where there are any. */
	readonly met?: Judgement | undefined;
	/** The share of held-out answers that are wrong by place, the model reading its own; where it was asked for. */
	readonly free?: readonly number[] | undefined;
	readonly patterns: Patterns;
	/** The mean of many patterns, each under dropout of its own; where it was asked for. */
	readonly dropped?: Patterns | undefined;
}

/** What one run has done so far. */
export interface RunSeries {
	readonly settings: RunSettings;
	readonly steps: readonly StepResult[];
	readonly looks: readonly Look[];
}

/** What a run did in one slice of time. */
export interface RunSlice {
	readonly steps: readonly StepResult[];
	readonly looks: readonly Look[];
}

/** What all runs did, and what they can go on from should the device be lost. */
export interface Slice {
	readonly runs: readonly RunSlice[];
	readonly snapshots?: readonly Snapshot[] | undefined;
}

/** How much to do: at most so many steps, and no new one after so many milliseconds. */
export interface Portion {
	readonly steps: number;
	readonly milliseconds: number;
}

/** A trained model as the files of a Hugging Face folder. */
export type SavedFiles = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** What the training worker offers over comlink. */
export interface TrainingApi {
	/** Chooses a backend and sets up the runs; the slice holds how they look before their first step. */
	start(start: TrainingStart): Promise<Outcome<{ readonly report: BackendReport; readonly slice: Slice }>>;
	/** Takes steps, all runs in turn. */
	advance(portion: Portion): Promise<Outcome<Slice>>;
	/** A run's model as it is now. */
	save(run: number): Promise<Outcome<SavedFiles>>;
	/** Drops the device on purpose, for tests of recovery. */
	loseDevice(): Promise<void>;
}
