/** Numbers as a table that spreadsheets and pandas read alike. */
import { shortest } from '#num/shortest.ts';
import { rows, type Named } from '#num/named.ts';

/** A cell that says no number. */
interface Words {
	readonly words: string;
}

/** A cell: a number, or words. */
export type CsvCell = number | Words;

/** What makes a spreadsheet run a cell as a formula, wide forms too. */
const RUNS = /^\s*[=+\-@＝＋－＠\t\r]/;

/** A table of one or two axes: what each row and column is stands before it; `labels` says what an axis counts. */
export function csvOf(value: Named, labels: (axis: string, index: number) => string): string {
	const [rowAxis = 'value', columnAxis] = value.axes;
	const columns = value.shape.length < 2 ? 1 : (value.shape[1] ?? 1);
	const lines = value.shape.length < 2 ? Array.from(value.data, (one) => Float32Array.of(one)) : rows(value);
	const head = columnAxis === undefined ? ['value'] : [...Array(columns).keys()].map((i) => labels(columnAxis, i));
	const corner = columnAxis === undefined ? rowAxis : `${rowAxis} \\ ${columnAxis}`;
	return writeCsv([
		[corner, ...head].map((words) => ({ words })),
		...lines.map((line, i) => [{ words: labels(rowAxis, i) }, ...line])
	]);
}

/** Cells as CSV: numbers as numbers, words that no spreadsheet runs. What is not finite, as a masked score, is left empty. */
export function writeCsv(lines: readonly (readonly CsvCell[])[]): string {
	// The mark in front tells Excel that this is UTF-8.
	return `\ufeff${lines.map((line) => line.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

function writeCell(cell: CsvCell): string {
	if (typeof cell === 'number') return Number.isFinite(cell) ? shortest(cell) : '';
	const harmless = RUNS.test(cell.words) ? `'${cell.words}` : cell.words;
	// Quotes also keep words whole where a semicolon parts the cells.
	return /[",;\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
