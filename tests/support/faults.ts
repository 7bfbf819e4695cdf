import { parseProse, type Piece } from '#ui/prose.ts';

/** What no sentence may show: a value that is not there, and markup that was not closed. */
export function faultsOf(sentence: string): string[] {
	if (sentence.trim() === '') return ['empty'];
	const plain = textsOf(parseProse(sentence)).join(' ');
	return ['undefined', '[object', 'NaN', '**', '{q:', '{k:', '{v:', '_{', '^{'].filter((fault) =>
		plain.includes(fault)
	);
}

function textsOf(pieces: readonly Piece[]): string[] {
	return pieces.flatMap((piece) => ('pieces' in piece ? textsOf(piece.pieces) : [piece.text]));
}
