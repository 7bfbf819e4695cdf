/** What the presenter's page and its second window say to each other. */
import * as v from 'valibot';

const text = v.string();
const optional = v.optional(text);

const shown = v.object({
	headlight: v.literal(1),
	type: v.literal('show'),
	title: text,
	caption: text,
	notes: optional,
	question: optional,
	answer: optional,
	isAnswered: v.boolean(),
	next: optional,
	at: v.number(),
	of: v.number(),
	isBlank: v.boolean(),
	canBack: v.boolean(),
	canForward: v.boolean()
});

const order = v.object({
	headlight: v.literal(1),
	type: v.picklist(['hello', 'forward', 'back', 'blank', 'answer'])
});

const bye = v.object({ headlight: v.literal(1), type: v.literal('bye') });

/** What the class sees now, and what comes next. */
export type Shown = Omit<v.InferOutput<typeof shown>, 'headlight' | 'type'>;

/** What the second window asks for. */
export type Order = v.InferOutput<typeof order>['type'];

/** A channel between windows; refused in some frames and old browsers. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/** Opens a channel of this name; undefined where the browser refuses. */
export function openChannel(name: string): Channel | undefined {
	try {
		return new BroadcastChannel(`headlight.present.${name}`);
	} catch {
		return undefined;
	}
}

/** A name that no other presentation in this browser has. */
export function newName(): string {
	return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
}

/** The presenter's end: hears orders, tells what is shown. */
export class Stage {
	readonly #channel: Channel;

	constructor(channel: Channel, onOrder: (order: Order) => void) {
		this.#channel = channel;
		channel.onmessage = ({ data }: { readonly data: unknown }) => {
			if (v.is(order, data)) onOrder(data.type);
		};
	}

	/** Tells the second window what is shown. */
	tell(what: Shown): void {
		this.#channel.postMessage({ headlight: 1, type: 'show', ...what });
	}
	/** Says goodbye. */
	close(): void {
		this.#channel.postMessage({ headlight: 1, type: 'bye' });
		this.#channel.close();
	}
}

/** The second window's end: gives orders, hears what is shown; undefined for a presentation that has ended. */
export class Prompt {
	readonly #channel: Channel;

	constructor(channel: Channel, onShown: (shown: Shown | undefined) => void) {
		this.#channel = channel;
		channel.onmessage = ({ data }: { readonly data: unknown }) => {
			const { success, output } = v.safeParse(v.variant('type', [shown, bye]), data);
			if (success) onShown(output.type === 'show' ? output : undefined);
		};
		this.order('hello');
	}

	/** Gives an order. */
	order(type: Order): void {
		this.#channel.postMessage({ headlight: 1, type });
	}
	close(): void {
		this.#channel.close();
	}
}
