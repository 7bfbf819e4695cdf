import { writeFileSync, writeSync } from 'node:fs';
import { EngineError } from '../../src/lib/engine/failures.ts';
import { Mistake, traceOptions } from './options.ts';
import { trace } from './trace.ts';

/** Traces what words ask for and writes the report; throws what `isMistake` recognizes. */
export async function runTrace(words: readonly string[]): Promise<void> {
	const options = traceOptions(words);
	const json = `${JSON.stringify(await trace(options))}\n`;
	if (options.out === undefined) writeAll(json);
	else writeTo(options.out, json);
}

/** True for an error that whoever asked can put right. */
export function isMistake(error: unknown): error is Mistake | EngineError {
	return error instanceof Mistake || error instanceof EngineError;
}

function writeTo(path: string, json: string): void {
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
