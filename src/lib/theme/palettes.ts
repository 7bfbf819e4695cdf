/**
 * The colours that scales run through, as a reader may choose them.
 *
 * Every sequential palette only grows darker on paper and only lighter in the dark; every diverging one has its zero in
 * the ground's own colour and two ends that stay apart for every common kind of colour blindness. Viridis and cividis are
 * matplotlib's, run backwards on paper; the diverging ones follow ColorBrewer, redrawn for a dark ground.
 */

/** Palettes for weights; the first is the page's own. */
export const SEQUENTIAL = ['teal', 'viridis', 'cividis', 'grey'] as const;

/** Palettes for signed values; the first is the page's own. */
export const DIVERGING = ['blue-rust', 'purple-orange', 'teal-brown', 'green-pink'] as const;

/** A palette for weights. */
export type Sequential = (typeof SEQUENTIAL)[number];

/** A palette for signed values, named by its negative end and its positive one. */
export type Diverging = (typeof DIVERGING)[number];

type Stops = { readonly light: readonly string[]; readonly dark: readonly string[] };

const VIRIDIS = ['#440154', '#472d7b', '#3b528b', '#2c728e', '#21918c', '#28ae80', '#5ec962', '#addc30', '#fde725'];
const CIVIDIS = ['#00224e', '#123570', '#3b496c', '#575d6d', '#707173', '#8a8678', '#a59c74', '#c3b369', '#fee838'];

/** The stops of every palette for weights, from the least value to the largest. */
export const SEQUENTIAL_STOPS: Readonly<Record<Sequential, Stops>> = {
	teal: {
		light: ['#f4f4ee', '#cde1d5', '#8fbfb2', '#479394', '#1d6176', '#13335a', '#0a1232'],
		dark: ['#232624', '#1f4446', '#26706f', '#489c8c', '#8cc8a4', '#cfe9bd', '#f8fae0']
	},
	viridis: { light: VIRIDIS.toReversed(), dark: VIRIDIS },
	cividis: { light: CIVIDIS.toReversed(), dark: CIVIDIS },
	grey: { light: ['#f6f5f1', '#a3a29d', '#565550', '#0f0f0e'], dark: ['#232322', '#5c5b57', '#a9a7a0', '#f7f5ee'] }
};

/** The stops of every palette for signed values, from the most negative to the most positive; zero in the middle. */
export const DIVERGING_STOPS: Readonly<Record<Diverging, Stops>> = {
	'blue-rust': {
		light: ['#1b3f7c', '#4f76b4', '#a3b7d6', '#f5f3ed', '#e6bf9d', '#c97a39', '#974204'],
		dark: ['#9cc4fb', '#5587c8', '#2f4a70', '#262624', '#664026', '#bf7038', '#f9b27c']
	},
	'purple-orange': {
		light: ['#3f1b78', '#7a63ad', '#bcb2d8', '#f5f3f0', '#f6c485', '#d17f1f', '#7f3b08'],
		dark: ['#cbb8f7', '#8f78cc', '#483a70', '#262625', '#644217', '#c07c26', '#fdc26d']
	},
	'teal-brown': {
		light: ['#01514a', '#379088', '#9dd0c8', '#f4f3ee', '#e6cd95', '#b87c30', '#5f3505'],
		dark: ['#8fe0d3', '#3f9e94', '#1f5650', '#262624', '#5e4520', '#b98740', '#f0d08c']
	},
	'green-pink': {
		light: ['#24610f', '#6fa83a', '#bfdd94', '#f5f4f0', '#eec0da', '#cc5f9c', '#86004f'],
		dark: ['#b8e58a', '#70a23e', '#3a5722', '#262625', '#652c4d', '#c4609a', '#f9b0d8']
	}
};
