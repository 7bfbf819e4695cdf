/** What ESLint refuses: mistakes that types do not see, and arrows that the table of layers does not have. */
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { layers } from './scripts/lint/layers.js';
import svelteConfig from './svelte.config.js';

const NO_CLOCK = 'The same state must draw the same picture: take the time or the seed from outside.';
const EFFECT = {
	selector: 'CallExpression[callee.name="$effect"], CallExpression[callee.object.name="$effect"]',
	message: 'Effects belong in state/; canvas is painted by {@attach}.'
};

export default defineConfig(
	globalIgnores([
		'build/',
		'headlight.html',
		'.svelte-kit/',
		'training/',
		'static/',
		'test-results/',
		'playwright-report/',
		'coverage/'
	]),
	// A rule that is wrong is changed here, for everyone to see.
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	ts.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		plugins: { headlight: { rules: { layers } } },
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			'headlight/layers': 'error',
			// Addresses are made in `frame/addresses.ts`, which resolves them, and written in `state/address.ts`.
			'svelte/no-navigation-without-resolve': 'off',
			eqeqeq: 'error',
			'no-constructor-return': 'error',
			'no-self-compare': 'error',
			'no-template-curly-in-string': 'error',
			'no-unreachable-loop': 'error',
			'array-callback-return': 'error',
			'default-case-last': 'error',
			'no-var': 'error',
			'no-eval': 'error',
			'no-new-func': 'error',
			'max-lines': ['error', { max: 250 }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-deprecated': 'error',
			'@typescript-eslint/no-unnecessary-type-arguments': 'error',
			'@typescript-eslint/no-confusing-non-null-assertion': 'error',
			'@typescript-eslint/no-mixed-enums': 'error',
			'@typescript-eslint/no-useless-default-assignment': 'error',
			'@typescript-eslint/only-throw-error': 'error',
			'@typescript-eslint/require-array-sort-compare': 'error',
			// What was caught is handed on as it came.
			'@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
			'@typescript-eslint/return-await': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// An underscore says that a value must be there and is not read.
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// Promises that nobody awaits are found by another rule.
			'@typescript-eslint/require-await': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-target-blank': 'error',
			'svelte/require-each-key': 'error',
			// State that no drawing follows stays out of proxies on purpose.
			'svelte/prefer-svelte-reactivity': 'off',
			// What a snippet is given has its type in svelte-check, which ESLint cannot ask.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			// In a component every state and every prop is written with `let`.
			'prefer-const': 'off'
		}
	},
	{
		files: ['src/lib/{num,params,theme,marks,ui,points,frame,engine}/**', 'src/{routes,single}/**'],
		rules: { 'no-restricted-syntax': ['error', EFFECT] }
	},
	{
		files: ['src/lib/{num,params,theme,marks,ui,points,state,frame}/**'],
		rules: {
			'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: NO_CLOCK }],
			'no-restricted-globals': ['error', { name: 'Date', message: NO_CLOCK }]
		}
	},
	// The presenter's clock says what time it is.
	{ files: ['src/lib/state/stage-window.svelte.ts'], rules: { 'no-restricted-globals': 'off' } },
	// Matchers such as `expect.any` are `any`.
	{ files: ['**/*.test.ts', '**/testing/**'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
	// Lists of what there is grow with what there is.
	{ files: ['src/lib/points/catalog.ts'], rules: { 'max-lines': 'off' } },
	// The formula of a point is TeX of our own, made into HTML while prerendering: the one place.
	{ files: ['src/lib/frame/Formula.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
	{ files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] }
);
