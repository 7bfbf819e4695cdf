/**
 * Runs a model without a browser and writes what is asked of it as JSON.
 *
 *     npm run -s trace -- --model static/models/storyteller --text "Once" --capture 'blocks.0.attn.*' --generate 8
 */
import { writeFileSync, writeSync } from 'node:fs';
import { EngineError } from '../src/lib/engine/failures.ts';
import { Mistake, traceOptions } from './trace/options.ts';
import { trace } from './trace/trace.ts';

try {
	const options = traceOptions(process.argv.slice(2));
	write(options.out, `${JSON.stringify(await trace(options))}\n`);
} catch (error) {
	if (!(error instanceof Mistake || error instanceof EngineError)) throw error;
	console.error(error.message.replace(/\s*\n\s*/g, ' '));
	process.exitCode = 2;
}

function write(path: string | undefined, json: string): void {
	if (path === undefined) return writeAll(json);
	try {
		writeFileSync(path, json);
	} catch (error) {
		throw new Mistake(`${path} cannot be written: ${String(error)}`);
	}
}

/** All of it, before the process ends: a pipe takes only part at a time. */
function writeAll(json: string): void {
	const bytes = Buffer.from(json);
	for (let done = 0; done < bytes.length;) {
		try {
			done += writeSync(1, bytes, done);
		} catch (error) {
			// A full pipe says so instead of waiting.
			if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
		}
	}
}
