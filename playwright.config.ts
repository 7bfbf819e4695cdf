/** The built page in a browser, as its readers get it: `npm run build` comes first. */
import { defineConfig, devices } from '@playwright/test';
import { browserFlags, ensureBrowser, SOFTWARE_GRAPHICS } from './scripts/browser.ts';

// Another port, for two checkouts that are tested at once.
const PORT = process.env['PORT'] ?? '4317';
const ADDRESS = `http://localhost:${PORT}/`;

export default defineConfig({
	testDir: 'tests/e2e',
	// A test that needs a second try is broken.
	retries: 0,
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	// Software graphics on a slow machine take their time; nothing here is measured.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		baseURL: ADDRESS,
		viewport: { width: 1440, height: 900 },
		// Keeping the page is what one file tests; it would cost every other test a download of all scripts.
		serviceWorkers: 'block',
		contextOptions: { reducedMotion: 'reduce' },
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: ensureBrowser(),
			args: [...browserFlags(), ...SOFTWARE_GRAPHICS.webgpu]
		}
	},
	webServer: {
		command: `node node_modules/vite/bin/vite.js preview --port ${PORT} --strictPort`,
		url: ADDRESS,
		// Another server on this port would serve another build.
		reuseExistingServer: false,
		stdout: 'ignore'
	}
});
