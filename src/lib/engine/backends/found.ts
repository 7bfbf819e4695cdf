/** A backend that could run here, before anything heavy was loaded for it. */
export interface Found {
	/** The adapter or processor in words, as far as the browser tells. */
	readonly device: string;
	/** True when a processor merely imitates graphics hardware. */
	readonly software: boolean;
	/** Registers it with TensorFlow.js under its own name. */
	readonly open: () => Promise<Opened>;
}

/** A backend that is registered and ready to be set. */
export interface Opened {
	/** Settles, with what the browser says, when its tensors are gone. */
	readonly lost: Promise<string>;
	/** True as soon as it is lost: numbers read since then are worth nothing. */
	readonly isLost: () => boolean;
	/** Loses it on purpose, for tests of recovery. */
	readonly lose: () => void;
	/** Gives it up for good. */
	readonly close: () => void;
}

/** Looks for one backend on this machine; throws Unavailable where there is none. */
export type Finder = () => Promise<Found>;

/** This browser or machine lacks a backend altogether. */
export class Unavailable extends Error {
	override readonly name = 'Unavailable';
}

/** A loss that may come: what tells of it, and how it is known. */
export interface Loss {
	readonly lost: Promise<string>;
	readonly isLost: () => boolean;
	readonly tell: (detail: string) => void;
}

/** A loss that has not happened yet. */
export function awaitLoss(): Loss {
	let happened = false;
	let tell: (detail: string) => void = () => undefined;
	// Node 20 has no Promise.withResolvers.
	const lost = new Promise<string>((resolve) => {
		tell = (detail) => {
			happened = true;
			resolve(detail);
		};
	});
	return { lost, tell, isLost: () => happened };
}

/** Nothing that a processor holds gets lost, unless a test says so. */
export function neverLost(): Opened {
	const { lost, isLost, tell } = awaitLoss();
	return { lost, isLost, lose: () => tell('lost on purpose'), close: () => undefined };
}

/** True for the names under which browsers run graphics on the processor. */
export function soundsLikeSoftware(name: string): boolean {
	return /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i.test(name);
}
