/**
 * Runs a model without a browser and writes what is asked of it as JSON.
 *
 *     npm run -s trace -- --model static/models/storyteller --text "Once" --capture 'blocks.0.attn.*' --generate 8
 */
import { isMistake, runTrace } from './trace/run.ts';

try {
	await runTrace(process.argv.slice(2));
} catch (error) {
	if (!isMistake(error)) throw error;
	console.error(error.message.replace(/\s*\n\s*/g, ' '));
	process.exitCode = 2;
}
