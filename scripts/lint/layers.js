/**
 * Who may import whom, as data, and the ESLint rule that holds every file to it.
 *
 * A needed new arrow is a decision: change this table first, and say why in `docs/decisions.md`.
 */
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What a folder of `src/lib` may import besides itself: `folders` are other folders, a path among them is one file alone;
 * `packages` are packages by their first words.
 *
 * @typedef {{ readonly folders: readonly string[], readonly packages: readonly string[] }} Layer
 */

/** Every layer, from the one that knows nothing to the ones that know the page. @type {Readonly<Record<string, Layer>>} */
export const LAYERS = {
	num: { folders: [], packages: [] },
	params: { folders: [], packages: [] },
	theme: { folders: [], packages: ['d3'] },
	engine: { folders: ['num'], packages: ['@huggingface/tokenizers', 'comlink', 'valibot'] },
	marks: { folders: ['num', 'theme'], packages: ['d3', 'svelte'] },
	ui: { folders: ['params', 'theme'], packages: ['svelte'] },
	points: { folders: ['num', 'engine/captures.ts', 'params', 'theme', 'marks', 'ui'], packages: ['svelte'] },
	state: {
		folders: ['engine', 'params', 'num', 'theme/after-paint.ts', 'points/define.ts', 'points/lab-params.ts'],
		packages: ['svelte', '$app', 'valibot']
	},
	frame: {
		folders: ['num', 'params', 'theme', 'marks', 'ui', 'points', 'state'],
		packages: ['svelte', '$app', 'd3', 'katex/dist', 'qr']
	},
	routes: {
		folders: ['num', 'points', 'state', 'frame', 'theme'],
		packages: ['svelte', '@sveltejs/kit', '$app', 'valibot', 'katex', 'mathjax-full', 'node:']
	},
	// The site in one file: other addresses for the same frame, and the workers as plain scripts.
	single: {
		folders: ['points', 'state', 'frame', 'engine/worker.ts', 'engine/training/worker.ts'],
		packages: ['svelte', 'katex', 'virtual:']
	}
};

/** Files that may do what their layer may not, each for a reason. @type {readonly { readonly files: RegExp, readonly may: Layer }[]} */
export const EXCEPTIONS = [
	// The one door to TensorFlow.js, its half for training, and the backends: each is loaded alone.
	{ files: /^engine\/(tf\.ts|training\/tf\.ts|backends\/)/, may: { folders: [], packages: ['@tensorflow/'] } },
	// The contract of all points is written in the engine's types.
	{ files: /^points\/define\.ts$/, may: { folders: ['engine/edits.ts', 'engine/protocol.ts'], packages: [] } },
	// So is that of points which train, and what of a run can be set.
	{
		files: /^points\/(define-experiment|lab-params)\.ts$/,
		may: {
			folders: ['engine/training/protocol.ts', 'engine/training/settings.ts', 'engine/training/tasks/tasks.ts'],
			packages: []
		}
	}
];

/** Of what lies in `points/` itself, a point may see its contract alone. */
const SEEN_BY_A_POINT = ['points/define.ts', 'points/define-experiment.ts'];

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const TEST = /\.test\.ts$|\/testing\//;

/** Why `file` may not import `source`, both from the project's root or as written; undefined when it may. */
export function refusal(/** @type {string} */ file, /** @type {string} */ source) {
	const from = placeOf(file);
	if (!from) return undefined;
	const to = targetOf(file, source);
	const [layer = '', point] = from.split('/');
	const may = LAYERS[layer];
	if (!may) return `${layer} is no layer: name it in scripts/lint/layers.js`;
	if (to === undefined) return isPackageAllowed(from, source) ? undefined : `${layer} may not import ${source}`;
	if (to === 'tests') return TEST.test(from) ? undefined : 'only tests may import from tests/';
	const [toLayer = ''] = to.split('/');
	if (toLayer !== layer) {
		if (!source.startsWith('#')) return `cross a folder by its name: #${to}`;
		return mayOf(from).some(({ folders }) => folders.some((name) => name === toLayer || name === to))
			? undefined
			: `${layer} may not import ${to}`;
	}
	if (layer !== 'points' || !from.includes('/', 'points/'.length) || TEST.test(from)) return undefined;
	if (SEEN_BY_A_POINT.includes(to) || to.startsWith(`points/${point}/`)) return undefined;
	return `a point may import its own folder and ${SEEN_BY_A_POINT.join(' or ')}, not ${to}`;
}

/** @returns {Layer[]} */
function mayOf(/** @type {string} */ from) {
	const may = LAYERS[from.split('/')[0] ?? ''];
	return [...(may ? [may] : []), ...EXCEPTIONS.filter(({ files }) => files.test(from)).map(({ may }) => may)];
}

/** TensorFlow.js stays behind its door in tests too; what else a test needs, it may have. */
function isPackageAllowed(/** @type {string} */ from, /** @type {string} */ source) {
	if (TEST.test(from) && !source.startsWith('@tensorflow/')) return true;
	return mayOf(from).some(({ packages }) =>
		packages.some((name) => source === name || source.startsWith(/[/:]$/.test(name) ? name : `${name}/`))
	);
}

/** Where a file stands among the layers, as `layer/rest`; undefined for what is in none. */
function placeOf(/** @type {string} */ file) {
	const path = file.split(sep).join('/');
	if (/^src\/(routes|single)\//.test(path)) return path.slice('src/'.length);
	return path.startsWith('src/lib/') ? path.slice('src/lib/'.length) : undefined;
}

/** What an import reaches among the layers; 'tests' for the tests' own help; undefined for a package. */
function targetOf(/** @type {string} */ file, /** @type {string} */ source) {
	if (source.startsWith('#')) return source.slice(1);
	if (!source.startsWith('.')) return undefined;
	const path = join(dirname(file), source).split(sep).join('/');
	if (path.startsWith('tests/')) return 'tests';
	return placeOf(path) ?? path;
}

/** The rule: every import, however it is written, is an arrow of the table. @type {import('eslint').Rule.RuleModule} */
export const layers = {
	meta: { type: 'problem', schema: [], messages: { refused: '{{why}} (scripts/lint/layers.js)' } },
	create(context) {
		const file = relative(ROOT, context.filename);
		/** @type {(node: { source?: unknown }) => void} */
		const check = ({ source }) => {
			if (!isText(source)) return;
			const why = refusal(file, source.value);
			if (why) context.report({ loc: source.loc, messageId: 'refused', data: { why } });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check,
			TSImportType: check
		};
	}
};

/** @returns {source is { value: string, loc: import('estree').SourceLocation }} */
function isText(/** @type {unknown} */ source) {
	return typeof source === 'object' && source !== null && 'value' in source && typeof source.value === 'string';
}
