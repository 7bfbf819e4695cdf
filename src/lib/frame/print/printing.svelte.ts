import { MediaQuery } from 'svelte/reactivity';

/** True while the page is laid out for paper. */
export const onPaper = new MediaQuery('print', false);
