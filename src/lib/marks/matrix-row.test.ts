import { createRawSnippet } from 'svelte';
import { gallery } from '../../../tests/gallery/gallery.ts';
import MatrixRow from './MatrixRow.svelte';

gallery('MatrixRow', MatrixRow, {
	'three in a row': {
		count: 3,
		rowLabels: ['When', 'Mary'],
		matrix: createRawSnippet<[number]>((index) => ({ render: () => `<i>matrix ${index()}</i>` }))
	}
});
