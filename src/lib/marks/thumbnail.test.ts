import { gallery } from '../../../tests/gallery/gallery.ts';
import Thumbnail from './Thumbnail.svelte';

const picture = { data: [1, 0, 0.5, 0.5], rows: 2, columns: 2, scale: { kind: 'sequential', max: 1 } } as const;

gallery('Thumbnail', Thumbnail, {
	'with a name': { ...picture, label: 'Head 0' },
	'inside something that has a name': { ...picture, label: '' }
});
