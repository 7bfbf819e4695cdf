/** What the site's pages are given by its prerendering, made once while the file is built; it runs in Node alone. */
import katex from 'katex';
import { experiments } from '#points/experiments.ts';
import { points } from '#points/registry.ts';
import { formulaSvg } from '../../src/routes/formula-svg.server.ts';
import { readShippedModels } from '../../src/routes/shipped-models.server.ts';
import { readCards } from '../../src/routes/[[lang=lang]]/models/cards.server.ts';

/** Models, their cards, and each point's formula as HTML. */
export const prepared = {
	models: await readShippedModels(),
	cards: await readCards(),
	formulas: Object.fromEntries(
		[...points, ...experiments].map(({ id, formula }) => [
			id,
			katex.renderToString(formula, { displayMode: true, strict: true })
		])
	)
};

/** Each point's formula in outlines, by the name of its file. */
export const drawings: Readonly<Record<string, string>> = Object.fromEntries(
	points.map(({ id, formula }) => [`formulas/${id}.svg`, formulaSvg(formula)])
);
