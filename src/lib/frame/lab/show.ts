import { browserAddress } from '#state/address.ts';
import type { Lab } from '#state/lab.svelte.ts';
import type { Session } from '../session.svelte.ts';

/** Lets a lab follow the browser's address, and the header hand its link on; returns how to end both, training too. */
export function showLab(lab: Lab, session: Session): () => void {
	const stop = lab.follow(browserAddress());
	const end = session.offer(() => lab.search);
	return () => {
		stop();
		end();
	};
}
