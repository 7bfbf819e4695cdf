/** A link as a QR code, as large as a class can still scan it from a wall. */
import encodeQR from 'qr';

/** A drawn code: a path over `side` × `side` modules, the quiet ground around it included. */
export interface QrCode {
	readonly side: number;
	readonly path: string;
}

/** What the standard asks for around a code, in modules. */
const QUIET = 4;

/** Finer codes than this (version 25) are lost on a telephone that looks at a projector. */
const MOST_SIDE = 117 + 2 * QUIET;

/** Up to here (version 10) a code bears a speck of dust better; beyond, coarser modules are worth more. */
const COARSE_SIDE = 57 + 2 * QUIET;

/** More bytes than these no code of the standard holds at the strength that is tried first. */
const MOST_BYTES = 2300;

/** The code of a text; undefined where it would be too fine to scan. */
export function qrOf(text: string): QrCode | undefined {
	if (new TextEncoder().encode(text).length > MOST_BYTES) return undefined;
	const careful = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
	const modules = careful.length <= COARSE_SIDE ? careful : encodeQR(text, 'raw', { ecc: 'low', border: QUIET });
	return modules.length > MOST_SIDE ? undefined : { side: modules.length, path: modules.flatMap(runsOf).join('') };
}

/** The dark stretches of a row, each as a rectangle: hairlines between single modules would confuse a camera. */
function runsOf(row: readonly boolean[], y: number): string[] {
	const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
	return starts.map((x) => {
		const width = row.indexOf(false, x) - x;
		return `M${x} ${y}h${width}v1h-${width}z`;
	});
}
