import { readMessage, VERSION, type Told } from './embed-messages.ts';
import { FAILURES } from './failures.ts';
import type { FrameAddress } from './frame-address.ts';
import type { Playground } from './playground.svelte.ts';

/** The page around a frame, as far as the frame can talk to it. */
export interface Around {
	/** Tells it something. */
	tell(message: Told): void;
	/** Hears what it says; returns how to stop. */
	hear(take: (data: unknown) => void): () => void;
}

/** The page around the browser's frame; a page that stands alone talks to nobody. */
export function pageAround(): Around {
	const { parent } = globalThis;
	const isAlone = parent === globalThis.self;
	return {
		// What is said is in the link anyway: it may be heard by whoever put the frame there.
		tell: (message) => isAlone || parent.postMessage(message, '*'),
		hear(take) {
			const listener = ({ source, data }: MessageEvent<unknown>) => source === parent && !isAlone && take(data);
			addEventListener('message', listener);
			return () => removeEventListener('message', listener);
		}
	};
}

/** A panel in a frame: does what the page around it asks, and tells it what there is to see and how much room it needs. */
export class Embedding {
	readonly #playground: Playground;
	readonly #address: FrameAddress;
	readonly #around: Around;
	#height = 0;

	constructor(playground: Playground, address: FrameAddress, around: Around) {
		this.#playground = playground;
		this.#address = address;
		this.#around = around;
	}

	/** Opens the frame's own link, and talks from now on; returns how to stop. */
	listen(): () => void {
		const leave = this.#playground.listen(this.#address);
		const deaf = this.#around.hear((data) => this.#take(data));
		const quiet = $effect.root(() => {
			$effect(() => {
				if (this.#isReady) this.#around.tell({ headlight: VERSION, type: 'ready' });
			});
			$effect(() => {
				if (this.#isReady) this.#tellState();
			});
			$effect(() => {
				const { failure, language } = this.#playground;
				if (failure) this.#fault(FAILURES[failure.code][language]);
			});
		});
		return () => {
			quiet();
			deaf();
			leave();
		};
	}

	/** Tells how high the panel is, in CSS pixels, when that has changed. */
	tellHeight(height: number): void {
		const whole = Math.ceil(height);
		if (whole === this.#height) return;
		this.#height = whole;
		this.#around.tell({ headlight: VERSION, type: 'size', height: whole });
	}

	#isReady = $derived.by(() => this.#playground.patterns !== undefined);

	#take(data: unknown): void {
		const { asked, fault } = readMessage(data);
		if (fault !== undefined) this.#fault(fault);
		else if (asked?.type === 'set') this.#address.open(asked);
		else if (asked?.type === 'get') this.#tellState();
	}

	#tellState(): void {
		const { reading, search, hash, focus } = this.#playground;
		this.#around.tell({ headlight: VERSION, type: 'state', point: reading?.id ?? '', search, hash, focus });
	}

	#fault(message: string): void {
		this.#around.tell({ headlight: VERSION, type: 'error', message });
	}
}
