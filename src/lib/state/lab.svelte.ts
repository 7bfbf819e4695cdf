/** The lab: what is set, the runs that follow from it, and what of them is looked at. */
import type { BackendName } from '#engine/protocol.ts';
import type { Look } from '#engine/training/protocol.ts';
import { zipped } from '#engine/training/zip.ts';
import type { Address } from './address.ts';
import { readLab, startSetup, writeLab, type LabSetup } from './lab-link.ts';
import { planOf, probeOf, type LabBase } from './lab-plan.ts';
import {
	LAB_PARAMS,
	withSetting,
	withSettings,
	written,
	type Difference,
	type LabSetting,
	type LabValues,
	type Preset
} from '#points/lab-params.ts';
import { PRESETS, type PresetName } from './lab-presets.ts';
import { readSettings } from './settings.ts';
import { ownModels, type KeptModel } from './own-models.svelte.ts';
import { Training } from './training.svelte.ts';

/** How long a change waits before the address follows. */
const LATE = 150;

/** One reader's lab; it begins with a preset of its own, or with an experiment. */
export class Lab {
	readonly training: Training;
	readonly #base: LabBase;
	readonly #start: LabSetup;
	#setup: LabSetup = $state.raw(startSetup());
	readonly #preferred: () => BackendName | undefined;
	#address: Address | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		base: LabBase = { settings: {} },
		training = new Training(),
		preferred: () => BackendName | undefined = () => readSettings().backend
	) {
		this.#base = base;
		this.#start = this.#setup = startSetup(base);
		this.training = training;
		this.#preferred = preferred;
		this.#replan();
	}

	get values(): LabValues {
		return this.#setup.values;
	}
	/** What the second run does differently, if there is one. */
	get against(): Difference | undefined {
		return this.#setup.against;
	}
	/** The head that is looked at, within what the model has. */
	get focus(): { readonly layer: number; readonly head: number } {
		const { values, layer, head } = this.#setup;
		return { layer: Math.min(layer, Number(values.layers) - 1), head: Math.min(head, Number(values.heads) - 1) };
	}
	/** The set-up as a query. */
	get search(): string {
		return writeLab(this.#setup, this.#start);
	}
	/** The same set-up as the lab's own page opens it. */
	get labSearch(): string {
		return writeLab(this.#setup);
	}
	/** True while the set-up is the one that it begins with, whatever the seed, and whatever of it is looked at. */
	get isOwn(): boolean {
		return (
			this.linkOf({}) ===
			writeLab(
				{ ...this.#start, values: this.values, against: this.against, backend: this.#setup.backend },
				this.#start
			)
		);
	}
	/** The text whose attention is watched, id by id and as shown. */
	readonly probe = $derived(probeOf(this.#setup.values));
	/** Every step that was looked at. */
	get looked(): readonly number[] {
		return (this.training.series[0]?.looks ?? []).map(({ step }) => step);
	}
	/** The step that is looked at: the newest, or the nearest to the one that was chosen. */
	get at(): number {
		return nearest(this.looked, this.#setup.at) ?? 0;
	}
	/** True while the newest step is followed. */
	get follows(): boolean {
		return this.#setup.at === undefined;
	}

	/** What a run looked like at the step that is looked at. */
	look(run: number): Look | undefined {
		const looks = this.training.series[run]?.looks ?? [];
		return looks.findLast(({ step }) => step <= this.at) ?? looks[0];
	}

	/** Sets one value, written as in a link; runs begin anew. */
	set(name: LabSetting, text: string): void {
		this.#change({ values: withSetting(this.#setup.values, name, text), at: undefined });
		this.#replan();
	}
	/** Sets up a second run that differs in one setting, or none. */
	compare(against: Difference | undefined): void {
		if (against && LAB_PARAMS[against.setting].read(against.value) === undefined) return;
		this.#change({ against, at: undefined });
		this.#replan();
	}
	/** Takes up a preset. */
	preset(name: PresetName): void {
		this.#setup = { ...startSetup(PRESETS[name]), backend: this.#setup.backend };
		this.#later();
		this.#replan();
	}
	/** What a change of the start, with the seed as it is, would have in the address. */
	linkOf(change: Partial<Preset>): string {
		return writeLab(this.#changed(change), this.#start);
	}
	/** Sets the start up with a change, as a step of the history. */
	apply(change: Partial<Preset>): void {
		clearTimeout(this.#timer);
		this.#setup = this.#changed(change);
		const url = this.#address?.read();
		if (url) {
			url.search = this.search;
			this.#address?.push(url);
		}
		this.#replan();
	}
	/** Looks at a head. */
	choose(layer: number, head: number): void {
		this.#change({ layer, head });
	}
	/** Looks at a step, or follows the newest for undefined. */
	scrub(at: number | undefined): void {
		this.#change({ at });
	}
	/** Puts the runs back to their start. */
	reset(): void {
		this.#change({ at: undefined });
		this.#replan();
	}
	/** A run's model as an archive of a Hugging Face folder; why not, if it cannot be saved. */
	async archive(run: number): Promise<{ readonly file: Uint8Array<ArrayBuffer> } | { readonly refused: string }> {
		const outcome = await this.training.save(run);
		if (!outcome) return { refused: 'nothing was trained' };
		if (!outcome.ok) return { refused: outcome.failure.code };
		const folder = `headlight-${this.#setup.values.task}`;
		const files = Object.entries(outcome.value).map(([name, bytes]) => [`${folder}/${name}`, bytes] as const);
		return { file: zipped(Object.fromEntries(files)) };
	}
	/** Keeps a run's model in this browser, as one of the reader's own; the query that shows it reading the watched text, or why not. */
	async toPlayground(
		run: number,
		title: KeptModel['title']
	): Promise<{ readonly search: string } | { readonly refused: string }> {
		if (this.training.diverged?.run === run) return { refused: 'not-finite' };
		const outcome = await this.training.save(run);
		if (!outcome) return { refused: 'nothing was trained' };
		if (!outcome.ok) return { refused: outcome.failure.code };
		const model = await ownModels.keepTrained(outcome.value, title);
		const { model: built } = this.training.series[run]?.settings ?? {};
		const [layer, head] = [within(this.focus.layer, built?.layers), within(this.focus.head, built?.heads)];
		// Tasks whose tokens are words have spaces between them.
		const text = this.probe.tokens.join(this.probe.tokens.some(({ length }) => length > 1) ? ' ' : '');
		return { search: `?${new URLSearchParams({ v: '1', m: model, t: text, l: String(layer), h: String(head) })}` };
	}
	/** Opens an address's set-up, and again when the reader goes back; returns how to stop, training too. */
	follow(address: Address): () => void {
		this.#address = address;
		const arrive = () => {
			clearTimeout(this.#timer);
			this.#setup = readLab(address.read().search, this.#start);
			this.#replan();
		};
		arrive();
		const stop = address.onreturn(arrive);
		return () => {
			stop();
			clearTimeout(this.#timer);
			this.#address = undefined;
			this.training.close();
		};
	}

	#changed({ settings = {}, against = this.#start.against }: Partial<Preset>): LabSetup {
		const { values, backend } = this.#setup;
		const changed = withSettings(this.#start.values, settings);
		return { ...this.#start, values: { ...changed, seed: values.seed }, against, backend };
	}

	#change(part: Partial<LabSetup>): void {
		this.#setup = { ...this.#setup, ...part };
		this.#later();
	}

	#replan(): void {
		const { values, against, backend } = this.#setup;
		this.training.plan(planOf(values, against, this.#base), backend ?? this.#preferred());
		// Only a page that is open computes; one that is made in advance does not.
		if (this.#address) void this.training.prepare();
	}

	#later(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const url = this.#address?.read();
			if (!url) return;
			url.search = this.search;
			if (url.href !== this.#address?.read().href) this.#address?.replace(url);
		}, LATE);
	}
}

/** The last place that there is, for one beyond it: a second run may have fewer. */
function within(place: number, count = 1): number {
	return Math.min(place, count - 1);
}

/** How a setting stands in each run, as a link writes it. */
export function sidesOf(values: LabValues, { setting, value }: Difference): readonly [string, string] {
	return [written(values, setting), value];
}

function nearest(steps: readonly number[], wished: number | undefined): number | undefined {
	if (wished === undefined) return steps.at(-1);
	return steps.findLast((step) => step <= wished) ?? steps[0];
}
