import { newName, openChannel, Prompt, Stage, type Order, type Shown } from './stage.ts';

/** The presenter's second window: what is shown is told to it as it changes, and its orders are carried out. */
export class StageWindow {
	readonly #shown: () => Shown;
	readonly #onOrder: (order: Order) => void;
	#stop: (() => void) | undefined;
	#name: string | undefined;
	#isRefused = $state(false);

	constructor(shown: () => Shown, onOrder: (order: Order) => void) {
		this.#shown = shown;
		this.#onOrder = onOrder;
	}

	/** True when the browser does not let the page open a second window or talk with it. */
	get isRefused(): boolean {
		return this.#isRefused;
	}

	/** Opens the window; a presentation has one. `hrefOf` gives the address of the window of this name. */
	open(hrefOf: (name: string) => string): void {
		this.#name ??= newName();
		this.#stop ??= this.#talk(this.#name);
		const popup =
			this.#stop && window.open(hrefOf(this.#name), `headlight-${this.#name}`, 'popup,width=760,height=640');
		this.#isRefused = !popup;
		popup?.focus();
	}
	/** Waves the refusal away. */
	dismiss(): void {
		this.#isRefused = false;
	}
	/** Ends the talk. */
	close(): void {
		this.#stop?.();
	}

	#talk(name: string): (() => void) | undefined {
		const channel = openChannel(name);
		if (!channel) return undefined;
		const stage = new Stage(channel, (order) => (order === 'hello' ? stage.tell(this.#shown()) : this.#onOrder(order)));
		const stopTelling = $effect.root(() => {
			$effect(() => stage.tell(this.#shown()));
		});
		return () => {
			stopTelling();
			stage.close();
		};
	}
}

/** What the second window knows: what is shown, and what time it is. */
export class Prompter {
	#shown: Shown | undefined = $state.raw();
	#state: 'waiting' | 'live' | 'over' | 'refused' = $state('waiting');
	#time = $state(new Date());
	#since = $state(new Date());
	#prompt: Prompt | undefined;

	/** What the class sees; the last of it when the presentation is over. */
	get shown(): Shown | undefined {
		return this.#shown;
	}
	get state(): 'waiting' | 'live' | 'over' | 'refused' {
		return this.#state;
	}
	/** The time of day. */
	get time(): Date {
		return this.#time;
	}
	/** Whole seconds since the window opened, or the clock was set to nought. */
	get elapsed(): number {
		return Math.max(0, Math.floor((this.#time.getTime() - this.#since.getTime()) / 1000));
	}

	/** Sets the clock to nought. */
	restart(): void {
		this.#time = new Date();
		this.#since = this.#time;
	}
	order(order: Order): void {
		this.#prompt?.order(order);
	}
	/** Listens to the presentation of this name; returns how to stop. */
	listen(name: string): () => void {
		const channel = name === '' ? undefined : openChannel(name);
		this.restart();
		const timer = setInterval(() => (this.#time = new Date()), 1000);
		if (!channel) this.#state = name === '' ? 'over' : 'refused';
		else
			this.#prompt = new Prompt(channel, (shown) => {
				this.#state = shown ? 'live' : 'over';
				if (shown) this.#shown = shown;
			});
		return () => {
			clearInterval(timer);
			this.#prompt?.close();
		};
	}
}
