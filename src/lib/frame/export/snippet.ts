/**
 * A few lines of Python that come to the numbers on the page by another road: the same files, read by `transformers`.
 *
 * Run by hand with transformers 5.18 and torch 2.13 on both shipped models; see `docs/exporting.md` for what it printed.
 */
import { take, valueAt, type Named } from '#num/named.ts';
import { targetOf } from '#num/next-token.ts';
import { isOwnModel } from '#state/own-models.svelte.ts';
import type { Playground } from '#state/playground.svelte.ts';

/** What a snippet reproduces: a run without edits. */
export interface Reproduced {
	readonly run: NonNullable<Playground['run']>;
	readonly focus: Playground['focus'];
	/** The text that was read; undefined where the model wrote some of it, or saw only a part. */
	readonly text: string | undefined;
	/** Axes: layer, head, query, key. */
	readonly patterns: Named;
	readonly logits: Named;
	/** Where the shipped models lie, with a closing slash; undefined where Python cannot fetch them. */
	readonly modelsUrl: string | undefined;
}

/** The snippet: one weight of the pattern, and the five tokens that are likeliest next, each beside what the page shows. */
export function snippetOf({ run, focus, text, patterns, logits, modelsUrl }: Reproduced): string {
	const { layer, head, query, key } = focus;
	const weight = valueAt(patterns, { layer, head, query, key });
	// No token is wanted: the five likeliest are.
	const next = targetOf(take(logits, { pos: -1 }).data, -1, run.vocabulary).candidates;
	const ids = run.tokens.map(({ id }) => id);
	return `# Layer ${layer}, head ${head} of ${run.model.id}, in Python: pip install torch transformers
${isOwnModel(run.model.id) ? loadingOwn(run.model.id) : loading(run.model.id, modelsUrl)}
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()

ids = ${JSON.stringify(ids).replaceAll(',', ', ')}
${text === undefined ? '' : `assert tokenizer(${python(text)}).input_ids == ids\n`}with torch.no_grad():
    run = model(torch.tensor([ids]), output_attentions=True)

layer, head, query, key = ${layer}, ${head}, ${query}, ${key}
print(f"{run.attentions[layer][0, head, query, key]:.4f}")  # ${weight.toFixed(4)} on the page

probabilities, tokens = run.logits[0, -1].softmax(dim=-1).topk(5)
for probability, token in zip(probabilities, tokens):
    print(f"{probability:.4f}", repr(tokenizer.decode(token)))
# On the page:
${next.map(({ probability, id }) => `# ${probability.toFixed(4)} ${python(run.vocabulary[id] ?? '')}`).join('\n')}
`;
}

/** Loads a shipped model's tokenizer, from a folder that is fetched where it can be. */
function loading(id: string, modelsUrl: string | undefined): string {
	return `from pathlib import Path
${modelsUrl === undefined ? '' : 'from urllib.request import urlretrieve\n'}
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder = Path(${python(id)})  # in the project's repository: static/models/${id}
${modelsUrl === undefined ? '' : fetching(`${modelsUrl}${id}/`)}
tokenizer = AutoTokenizer.from_pretrained(folder)`;
}

/** Loads a reader's own tokenizer by its file: no other file says of which kind it is. */
function loadingOwn(id: string): string {
	return `from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast

folder = Path(${python(id)})  # your own model: write here where its folder lies, unpacked

tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"))`;
}

/** Fetches what the folder lacks. */
function fetching(address: string): string {
	return `if not folder.exists():
    folder.mkdir()
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors"):
        urlretrieve(${python(address)} + name, folder / name)
`;
}

/** A text as Python would write it: what cannot be seen, or would turn the line around, as its number. */
function python(text: string): string {
	const escaped = (character: string) => {
		const code = character.codePointAt(0) ?? 0;
		return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
	};
	return JSON.stringify(text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}
