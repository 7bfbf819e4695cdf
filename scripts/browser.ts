/** Finds the Chromium that tests and measurements run in, or installs one. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const APPLICATIONS = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** The path of a Chromium: CHROMIUM_PATH, else an installed one, else Playwright's own; undefined if there is none. */
export function findBrowser(): string | undefined {
	const inPath = NAMES.flatMap((name) =>
		(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))
	);
	const candidates = [process.env['CHROMIUM_PATH'], ...inPath, ...APPLICATIONS, chromium.executablePath()];
	return candidates.find((path) => path && isExecutable(path));
}

/** The path of a Chromium, installed if there was none; throws an Error that says in one line what to do. */
export function ensureBrowser(): string {
	const found = findBrowser() ?? installed();
	if (found) return found;
	throw new Error(
		'No Chromium was found or could be installed: install Chrome or Chromium, or set CHROMIUM_PATH to one.'
	);
}

/** What Chromium needs to be told to run here: as root it has no sandbox, and it should ask the network for nothing. */
export function browserFlags(): string[] {
	const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
	return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}

/** Flags that give WebGPU, or WebGL, in software on a machine without graphics. */
export const SOFTWARE_GRAPHICS = {
	webgpu: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan'],
	webgl: ['--disable-webgpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
} as const;

function installed(): string | undefined {
	if (tries('npx', ['playwright', 'install', 'chromium'])) return findBrowser();
	const debianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
	if (debianRoot && tries('apt-get', ['update', '-qq']) && tries('apt-get', ['install', '-y', '-qq', 'chromium']))
		return findBrowser();
	return undefined;
}

function tries(command: string, words: string[]): boolean {
	console.error(`Looking for a browser: ${[command, ...words].join(' ')}`);
	return spawnSync(command, words, { stdio: 'ignore', timeout: 600_000 }).status === 0;
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
