import { parseProse, type Piece } from '#ui/prose.ts';

/** A sentence without its markup, for places that hold text alone. */
export function plainText(sentence: string): string {
	return parseProse(sentence).map(textOf).join('');
}

function textOf(piece: Piece): string {
	return 'text' in piece ? piece.text : piece.pieces.map(textOf).join('');
}
