/** The table of layers, held to by ESLint itself: a planted import that the table does not have is refused. */
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { LAYERS, refusal } from '../../scripts/lint/layers.js';

/** One import from where it must not be, for each layer and each way of writing it. */
const REFUSED = [
	['src/lib/num/planted.ts', "import '#theme/scale.ts';", 'num may not import theme/scale.ts'],
	['src/lib/params/planted.ts', "import '#num/stats.ts';", 'params may not import num/stats.ts'],
	['src/lib/theme/planted.ts', "import '#num/stats.ts';", 'theme may not import num/stats.ts'],
	['src/lib/engine/planted.ts', "import '#params/param.ts';", 'engine may not import params/param.ts'],
	['src/lib/marks/planted.ts', "import '#points/define.ts';", 'marks may not import points/define.ts'],
	['src/lib/ui/planted.ts', "import '#marks/matrix.ts';", 'ui may not import marks/matrix.ts'],
	['src/lib/points/rope/planted.ts', "import '#engine/protocol.ts';", 'points may not import engine/protocol.ts'],
	['src/lib/state/planted.ts', "import '#points/registry.ts';", 'state may not import points/registry.ts'],
	['src/lib/frame/planted.ts', "import '#engine/protocol.ts';", 'frame may not import engine/protocol.ts'],
	['src/routes/planted.ts', "import '#engine/client.ts';", 'routes may not import engine/client.ts'],
	['src/single/planted.ts', "import '#engine/client.ts';", 'single may not import engine/client.ts']
] as const;

const ALLOWED = [
	['src/lib/engine/planted.ts', "import '#num/stats.ts';"],
	['src/lib/engine/planted.ts', "import './captures.ts';"],
	['src/lib/engine/tf.ts', "import '@tensorflow/tfjs-core';"],
	['src/lib/engine/backends/planted.ts', "import '@tensorflow/tfjs-backend-cpu';"],
	['src/lib/marks/planted.ts', "import 'd3';"],
	['src/lib/points/rope/planted.ts', "import '#engine/captures.ts';"],
	['src/lib/points/rope/planted.ts', "import '#points/define.ts';"],
	['src/lib/points/define.ts', "import '#engine/protocol.ts';"],
	['src/lib/state/planted.ts', "import '#engine/client.ts';"],
	['src/lib/frame/planted.ts', "import '#state/playground.svelte.ts';"],
	['src/routes/planted.ts', "import '#frame/Site.svelte';"],
	['src/single/planted.ts', "import '#engine/worker.ts';"],
	['src/lib/marks/planted.test.ts', "import '../../../tests/gallery/gallery.ts';"]
] as const;

const POINT = 'src/lib/points/rope/planted.ts';

describe('an import that the table does not have', () => {
	test('is refused in every layer', () => {
		expect(REFUSED.map(([file]) => layerOf(file)).sort()).toEqual(Object.keys(LAYERS).sort());
	});

	test.each(REFUSED)('is refused in %s: %s', async (file, code, why) => {
		expect(await complaints(file, code)).toEqual([`${why} (scripts/lint/layers.js)`]);
	});

	test.each([
		["import type { Edit } from '#engine/edits.ts'; export type Mine = Edit;", 'of a type alone'],
		["export * from '#engine/edits.ts';", 'that hands everything on'],
		["export { isMask } from '#engine/edits.ts';", 'that hands one thing on'],
		["export const later = () => import('#engine/edits.ts');", 'for later'],
		["export type Mine = import('#engine/edits.ts').Edit;", 'inside a type'],
		["import '#points/scaling/compute.ts';", 'of another point'],
		["import '../scaling/compute.ts';", 'of another point, by its place'],
		["import '#points/registry.ts';", 'of the registry'],
		["import '../../num/stats.ts';", 'across folders by place, not by name'],
		["import '../../../../tests/support/model-captures.ts';", 'of what helps tests alone'],
		["import '@tensorflow/tfjs-core';", 'of TensorFlow.js']
	])('is refused in a point: %s (%s)', async (code) => {
		expect(await complaints(POINT, code)).toHaveLength(1);
	});

	test('is refused in a component', async () => {
		const code = `<script lang="ts">\n\timport { pointById } from '#points/registry.ts';\n\tvoid pointById;\n</script>\n`;
		expect(await complaints('src/lib/marks/Planted.svelte', code)).toHaveLength(1);
	});

	test.each(['src/lib/engine/planted.ts', 'src/lib/engine/planted.test.ts', 'src/lib/frame/planted.ts'])(
		'is refused of TensorFlow.js in %s, past its door',
		async (file) => {
			expect(await complaints(file, "import '@tensorflow/tfjs-core';")).toHaveLength(1);
		}
	);

	test('is refused in a folder that the table does not name', () => {
		expect(refusal('src/lib/misc/planted.ts', '#num/stats.ts')).toMatch('misc is no layer');
	});
});

test.each(ALLOWED)('an import that the table has is let through in %s: %s', async (file, code) => {
	expect(await complaints(file, code)).toEqual([]);
});

// Types of a file that does not exist cannot be asked for; the arrows need none of them.
const eslint = new ESLint({
	overrideConfig: {
		files: ['**/*'],
		languageOptions: { parserOptions: { projectService: false, project: false } }
	},
	ruleFilter: ({ ruleId }) => ruleId === 'headlight/layers'
});

/** What the project's own configuration says of this code, were it in this file. */
async function complaints(filePath: string, code: string): Promise<string[]> {
	const results = await eslint.lintText(code, { filePath });
	return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

function layerOf(file: string): string {
	return file.replace('src/lib/', '').replace('src/', '').split('/')[0] ?? '';
}
