/**
 * Builds the site as one file that opens from a disk, without a network and without a server.
 *
 *     npm run -s build:single [-- --out headlight.html]
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildPage, buildWorker, prepare } from './single/build.ts';
import { heldFiles } from './single/files.ts';
import { composePage } from './single/compose.ts';

process.env['NODE_ENV'] = 'production';
const { values } = parseArgs({ options: { out: { type: 'string', default: 'headlight.html' } } });
const { prepared, drawings } = await prepare();
const engine = await buildWorker('src/single/engine-worker.ts');
const training = await buildWorker('src/single/training-worker.ts');
const page = await buildPage(prepared);
const html = composePage({
	page,
	workers: { engine: engine.script, training: training.script },
	held: await heldFiles(drawings, { ...training.files, ...engine.files }),
	notices: [page.notices, engine.notices, training.notices]
});
await writeFile(values.out, html);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(`${values.out}: ${megabytes(Buffer.byteLength(html))}, ${megabytes(gzipSync(html).length)} gzipped`);
