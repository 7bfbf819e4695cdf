/**
 * Measures what experiments claim, seed by seed, with the page's own engine, and writes the figures beside each.
 *
 *     npm run -s claims -- [id …] [--write]
 *
 * Prints a line per seed; with `--write`, also writes `measured.json` into the experiments' folders.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chooseBackend } from '../src/lib/engine/backend.ts';
import { SEEDS, type AnyExperiment, type Measured } from '../src/lib/points/define-experiment.ts';
import { measureSeed, measured } from './claims/measure.ts';

const POINTS = new URL('../src/lib/points/', import.meta.url);

const {
	values: { write },
	positionals: wanted
} = parseArgs({ options: { write: { type: 'boolean', default: false } }, allowPositionals: true });

const there = readdirSync(POINTS).filter((name) => existsSync(new URL(`${name}/experiment.ts`, POINTS)));
const unknown = wanted.filter((id) => !there.includes(id));
if (unknown.length > 0) {
	console.error(`no experiment is called ${unknown.join(' or ')}; there are ${there.join(', ')}`);
	process.exitCode = 2;
} else {
	await chooseBackend({ force: 'wasm' });
	for (const id of wanted.length > 0 ? wanted : there) await claim(id);
}

async function claim(id: string): Promise<void> {
	// What lies at this path is an experiment: the compiler checks it there.
	const { default: experiment } = (await import(new URL(`${id}/experiment.ts`, POINTS).href)) as {
		default: AnyExperiment;
	};
	const results: Awaited<ReturnType<typeof measureSeed>>[] = [];
	for (const seed of SEEDS) {
		const start = performance.now();
		const one = await measureSeed(experiment, seed);
		const told = experiment.figures.map(({ label }, i) => `${label.en} ${one.figures[i]?.toPrecision(4)}`);
		const seconds = Math.round((performance.now() - start) / 1000);
		console.log(`${id} seed ${seed}: ${one.holds ? 'holds' : 'DOES NOT HOLD'} · ${told.join(' · ')} · ${seconds} s`);
		results.push(one);
	}
	if (write) writeFileSync(new URL(`${id}/measured.json`, POINTS), text(measured(experiment, results)));
}

/** A line a seed, as the formatter leaves it. */
function text({ setup, seeds, curves }: Measured): string {
	const lines = (rows: readonly unknown[]) => rows.map((row) => `\n\t\t${JSON.stringify(row)}`).join(',');
	return `{\n\t"setup": ${JSON.stringify(setup)},\n\t"seeds": [${lines(seeds)}\n\t],\n\t"curves": [${lines(curves)}\n\t]\n}\n`;
}
