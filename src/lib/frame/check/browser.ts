/** What this browser allows and this screen is, each asked for without a change that anyone would notice. */

/** Facts of a browser and its screen; undefined where it does not say. */
export interface BrowserFacts {
	readonly width: number;
	readonly height: number;
	readonly density: number;
	readonly moreContrast: boolean;
	/** Gigabytes of memory, rounded down by the browser. */
	readonly memory: number | undefined;
	readonly remembers: boolean;
	readonly copies: boolean;
	readonly shares: boolean;
	readonly online: boolean;
	/** Bytes kept by this site, and how many it may keep. */
	readonly used: number | undefined;
	readonly quota: number | undefined;
}

/** Asks the browser. */
export async function askBrowser(): Promise<BrowserFacts> {
	const storage = await storageFacts();
	return {
		width: innerWidth,
		height: innerHeight,
		density: devicePixelRatio,
		moreContrast: matchMedia('(prefers-contrast: more), (forced-colors: active)').matches,
		memory: 'deviceMemory' in navigator ? Number(navigator.deviceMemory) : undefined,
		remembers: remembers(),
		copies: 'clipboard' in navigator,
		shares: 'share' in navigator,
		online: navigator.onLine,
		...storage
	};
}

async function storageFacts(): Promise<Pick<BrowserFacts, 'used' | 'quota'>> {
	try {
		const { usage: used, quota } = await navigator.storage.estimate();
		return { used, quota };
	} catch {
		return { used: undefined, quota: undefined };
	}
}

function remembers(): boolean {
	try {
		localStorage.setItem('headlight.check', '1');
		localStorage.removeItem('headlight.check');
		return true;
	} catch {
		return false;
	}
}
