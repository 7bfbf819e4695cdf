/** A formula as outlines: a picture that shows the same wherever it is opened, since it needs no font. */
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import type { LiteElement } from 'mathjax-full/js/adaptors/lite/Element.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const page = mathjax.document('', {
	InputJax: new TeX({ packages: ['base', 'ams'] }),
	// Outlines within each formula: references across pictures would break when one is taken out.
	OutputJax: new SVG({ fontCache: 'none' })
});

/** A drawing of TeX, in the colour around it, `ex` being the unit of its size; throws for what is not TeX. */
export function formulaSvg(tex: string): string {
	// What this adaptor makes are elements of its own kind; the document's type has forgotten it.
	const drawn = adaptor.innerHTML(page.convert(tex, { display: true }) as LiteElement);
	const fault = /data-mjx-error="([^"]*)"/.exec(drawn);
	if (fault) throw new Error(`${fault[1] ?? ''}: ${tex}`);
	return drawn;
}
