/** Which lines run past a row of the map: the stream, and the branch that has left it. */
import { kindOf, type BoxId } from './boxes.ts';

/** The lines at a row: `leaves` and `joins` bend to the stream and back. */
export interface Lanes {
	readonly branch: 'none' | 'leaves' | 'runs' | 'joins';
	/** Attention still under way beside the FFN, where both read the same stream. */
	readonly beside: boolean;
	readonly sublayer: 'attention' | 'ffn' | undefined;
}

/** The lines at a box. */
export function lanesAt(id: BoxId, parallel: boolean): Lanes {
	const sublayer = sublayerOf(id);
	const joins = id === 'add1' || id === 'add2';
	const leaves = id === 'ln1' || id === 'ln2';
	const branch = !sublayer ? 'none' : joins ? 'joins' : leaves ? 'leaves' : 'runs';
	return { branch, beside: parallel && sublayer === 'ffn', sublayer };
}

function sublayerOf(id: BoxId): Lanes['sublayer'] {
	if (id === 'ln1') return 'attention';
	if (id === 'ln2') return 'ffn';
	const kind = kindOf(id);
	return kind === 'attention' || kind === 'ffn' ? kind : undefined;
}
