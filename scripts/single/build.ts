/** What the file is made of: the page, its workers, and what the page is given, each built by Vite. */
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, runnerImport, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { OLDEST_BROWSERS } from '../oldest-browsers.ts';
import type { drawings, prepared } from './prepared.ts';

/** What the pages are given, and the drawings that they fetch. */
export interface Prepared {
	readonly prepared: typeof prepared;
	readonly drawings: typeof drawings;
}

/** A script in one piece, what it fetches, and what the authors of its parts ask to be said. */
export interface Built {
	readonly script: string;
	readonly style: string;
	readonly files: Readonly<Record<string, Uint8Array>>;
	readonly notices: string;
}

const PLACELESS = { 'import.meta.url': 'self.location.href', 'import.meta.resolve': 'undefined' };
const NOTICES = 'notices.md';

const COMMON = {
	configFile: false,
	// Else what is imported first would make developer's builds of all that follow.
	mode: 'production',
	logLevel: 'warn',
	publicDir: false,
	resolve: {
		alias: ['paths', 'navigation', 'state', 'environment'].map((name) => ({
			find: `$app/${name}`,
			replacement: resolve(`src/single/app/${name}.ts`)
		}))
	}
} satisfies InlineConfig;

/** Makes what the site's prerendering would. */
export async function prepare(): Promise<Prepared> {
	const { module } = await runnerImport<Prepared>('./scripts/single/prepared.ts', { ...COMMON, plugins: [compiler()] });
	return module;
}

/** A worker as a plain script: browsers start no module from a file. */
export async function buildWorker(input: string): Promise<Built> {
	return bundle(input, 'iife', []);
}

/** The page. */
export async function buildPage(given: Prepared['prepared']): Promise<Built> {
	return bundle('src/single/main.ts', 'es', [preparing(given), workersInPage(), oneKindOfFont(), compiler()]);
}

const compiler = () => svelte({ configFile: false, compilerOptions: { runes: true } });

async function bundle(input: string, format: 'es' | 'iife', plugins: InlineConfig['plugins']): Promise<Built> {
	const output = await build({
		...COMMON,
		plugins,
		// Files are told to stand behind the `#`, where `fetch` finds them.
		experimental: { renderBuiltUrl: (name, { hostType }) => (hostType === 'js' ? { runtime: `"#/${name}"` } : name) },
		build: {
			write: false,
			target: 'es2022',
			cssTarget: OLDEST_BROWSERS,
			cssCodeSplit: false,
			modulePreload: false,
			assetsInlineLimit: (path) => path.endsWith('.woff2'),
			license: { fileName: NOTICES },
			rolldownOptions: {
				input,
				output: { format, codeSplitting: false },
				// A plain script has no address but the one it was started from.
				...(format === 'iife' ? { transform: { define: PLACELESS } } : {}),
				checks: { pluginTimings: false }
			}
		}
	});
	const [result] = [output].flat();
	if (!result || !('output' in result)) throw new Error(`${input} was not built`);
	return sorted(result.output);
}

function sorted(parts: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Built {
	const scripts = parts.filter((part) => part.type === 'chunk');
	const assets = parts.filter((part) => part.type === 'asset');
	const [only] = scripts;
	if (!only || scripts.length > 1) throw new Error(`one script was wanted, not ${scripts.length}`);
	const textOf = (wanted: (name: string) => boolean) =>
		assets
			.filter(({ fileName }) => wanted(fileName))
			.map(({ source }) => Buffer.from(source).toString())
			.join('\n');
	const isFile = (name: string) => name !== NOTICES && !name.endsWith('.css');
	return {
		script: only.code,
		style: textOf((name) => name.endsWith('.css')),
		files: Object.fromEntries(
			assets.filter(({ fileName }) => isFile(fileName)).map(({ fileName, source }) => [fileName, Buffer.from(source)])
		),
		notices: textOf((name) => name === NOTICES)
	};
}

/** Hands the page what was prepared. */
function preparing(given: Prepared['prepared']): Plugin {
	const id = '\0virtual:prepared';
	return {
		name: 'headlight-prepared',
		resolveId: (source) => (source === 'virtual:prepared' ? id : undefined),
		load: (source) =>
			source === id
				? Object.entries(given)
						.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
						.join('\n')
				: undefined
	};
}

/** Takes workers' scripts from the page, which holds them as text. */
function workersInPage(): Plugin {
	const names = { 'engine/worker.ts': 'engine', 'engine/training/worker.ts': 'training' };
	return {
		name: 'headlight-workers-in-page',
		enforce: 'pre',
		load(id) {
			if (!id.endsWith('?worker&url')) return undefined;
			const name = Object.entries(names).find(([path]) => id.includes(`/lib/${path}?`))?.[1];
			if (!name) throw new Error(`${id} is a worker that the file does not know`);
			return `import { workerAddress } from ${JSON.stringify(resolve('src/single/in-page.ts'))};
export default workerAddress(${JSON.stringify(name)});`;
		}
	};
}

/** Of each of KaTeX's fonts, the kind that every browser takes that runs the page. */
function oneKindOfFont(): Plugin {
	return {
		name: 'headlight-one-kind-of-font',
		enforce: 'pre',
		transform(code, id) {
			if (!/katex.*\.css/.test(id)) return undefined;
			return code.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, '');
		}
	};
}
