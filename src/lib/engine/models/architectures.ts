/** The table of architectures, by the `model_type` of their configurations. */
import * as v from 'valibot';
import { unsupported } from '../config.ts';
import type { ModelFacts } from '../protocol.ts';
import type { Architecture } from './architecture.ts';
import { gpt2 } from './gpt2.ts';
import { llama } from './llama.ts';
import { neox } from './neox.ts';

const ARCHITECTURES: Readonly<Record<ModelFacts['architecture'], Architecture>> = {
	gpt2,
	gpt_neox: neox,
	llama
};

/** The architecture that a parsed `config.json` names; throws EngineError `model-unsupported` for any other. */
export function architectureOf(raw: unknown): Architecture {
	const type = v.is(v.looseObject({ model_type: v.string() }), raw) ? raw.model_type : undefined;
	if (type === undefined) unsupported('it does not say its model_type');
	const found = Object.entries(ARCHITECTURES).find(([name]) => name === type);
	return found?.[1] ?? unsupported(`the architecture "${type}" is not known`);
}
