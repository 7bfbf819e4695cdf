/**
 * Measures what a model can do and what its heads do, on held-out texts and with the page's own engine.
 *
 *     npm run -s measure -- static/models/storyteller [--write]
 *
 * Prints tables and whether each target is reached; with `--write`, also writes the figures into the model's card.
 */
import { parseArgs } from 'node:util';
import { chooseBackend } from '../src/lib/engine/backend.ts';
import { EngineError } from '../src/lib/engine/failures.ts';
import { writeCard } from './measure/card.ts';
import { measure } from './measure/measure.ts';
import { report } from './measure/report.ts';

const {
	values: { write },
	positionals: [folder]
} = parseArgs({ options: { write: { type: 'boolean', default: false } }, allowPositionals: true });

if (folder === undefined) {
	console.error('which model? npm run -s measure -- static/models/<id> [--write]');
	process.exitCode = 2;
} else {
	try {
		await chooseBackend({ force: 'wasm' });
		const measures = await measure(folder);
		console.log(report(measures));
		if (write) writeCard(folder, measures);
	} catch (error) {
		if (!(error instanceof EngineError)) throw error;
		console.error(error.message);
		process.exitCode = 2;
	}
}
