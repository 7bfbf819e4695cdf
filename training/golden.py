"""Writes the golden values: what Hugging Face `transformers` computes, for the engine to be held to.

    python training/golden.py                                        tests/golden/models/<name>/
    python training/golden.py --shipped static/models/storyteller    tests/golden/shipped/storyteller.json
"""

import argparse
import hashlib
import os
import platform
from pathlib import Path

# Wider registers add in another order. Set before torch is imported: a processor that has them writes the same bytes.
os.environ |= {'ATEN_CPU_CAPABILITY': 'avx2', 'ONEDNN_MAX_CPU_ISA': 'AVX2'}

import torch
import transformers
from transformers import AutoModelForCausalLM, PreTrainedTokenizerFast

from golden_capture import AXES, axes_of
from golden_edits import cases, run
from golden_files import GOLDEN, dump
from golden_layout import output_projection
from golden_recipes import RECIPES, VOCABULARY, Recipe, write

STEPS = 8
# The smallest lead of a greedy token over the next: no backend's rounding may turn it.
MARGIN = 0.02

TEXTS = {
    'english': 'Mary and John went to the park. John gave a red ball to',
    'chinese': '小明和小红去公园。小红把一本书给了',
    'mixed': 'Lily said "你好 🙂" to Tom, and 小明 counted 3, 4, 5, 👩‍👩‍👧',
}


def versions() -> dict:
    return {'python': platform.python_version(), 'torch': torch.__version__, 'transformers': transformers.__version__}


def number(x: float) -> float | str:
    """Seven significant digits, as many as 32 bits hold; JSON has no infinity."""
    return float(f'{x:.7g}') if abs(x) != float('inf') else ('-inf' if x < 0 else 'inf')


def named(axes: list[str], value: torch.Tensor) -> dict:
    if len(axes) != value.dim():
        raise ValueError(f'{axes} do not name {tuple(value.shape)}')
    return {'axes': axes, 'shape': list(value.shape), 'data': [number(x) for x in value.flatten().tolist()]}


def load(folder: Path):
    return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation='eager').eval()


def close(name: str, ours: torch.Tensor, theirs: torch.Tensor) -> None:
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=2e-5, msg=lambda text: f'{name}: {text}')


def rotated(x: torch.Tensor, config) -> torch.Tensor:
    """RoPE from its definition, in 64 bits: pair (i, i + dims/2) turned by position · theta^(−2i/dims)."""
    rope = config.rope_parameters
    dims = int(x.shape[-1] * rope.get('partial_rotary_factor', 1.0))
    half = dims // 2
    pair = torch.arange(half, dtype=torch.float64)
    angle = torch.arange(x.shape[1], dtype=torch.float64)[:, None] * rope['rope_theta'] ** (-2 * pair / dims)
    a, b, rest = x[..., :half].double(), x[..., half:dims].double(), x[..., dims:].double()
    turned = (a * angle.cos() - b * angle.sin(), b * angle.cos() + a * angle.sin(), rest)
    return torch.cat(turned, dim=-1).float()


def confirm(model, ids: list[int], values: dict[str, torch.Tensor]) -> None:
    """Proves that what was traced is what the library computes by itself, and that the parts add up."""
    with torch.no_grad():
        theirs = model(torch.tensor([ids]), use_cache=False, output_attentions=True, output_hidden_states=True)
    close('logits', values['logits'], theirs.logits[0])
    close('ln_final.normalized', values['ln_final.normalized'], theirs.hidden_states[-1][0])
    for layer, pattern in enumerate(theirs.attentions):
        at = f'blocks.{layer}.'
        close(f'{at}pattern', values[f'{at}attn.pattern'], pattern[0])
        close(f'{at}resid_pre', values[f'{at}resid_pre'], theirs.hidden_states[layer][0])
        stream = values[f'{at}resid_pre'] + values[f'{at}attn_out']
        if f'{at}resid_mid' in values:
            close(f'{at}resid_mid', values[f'{at}resid_mid'], stream)
        close(f'{at}resid_post', values[f'{at}resid_post'], stream + values[f'{at}mlp_out'])
        bias = output_projection(model, layer).bias
        summed = values[f'{at}attn.result'].sum(0) + (0 if bias is None else bias)
        close(f'{at}result', summed, values[f'{at}attn_out'])
        if f'{at}attn.rot_q' in values:
            close(f'{at}rot_q', values[f'{at}attn.rot_q'], rotated(values[f'{at}attn.q'], model.config))
            close(f'{at}rot_k', values[f'{at}attn.rot_k'], rotated(values[f'{at}attn.k'], model.config))


def absent(values: dict) -> list[str]:
    """The names of the table that this architecture has not."""
    held = {name.split('.', 2)[2] if name.startswith('blocks.') else name for name in values}
    return [name for name in AXES if name not in held]


def cached_steps(model, ids: list[int], steps: int) -> tuple[list[int], torch.Tensor]:
    """Greedy ids, and the logits each was chosen from [step, d_vocab]: the prompt, then a token at a time."""
    chosen, logits, cache, fed = [], [], None, ids
    for _ in range(steps):
        with torch.no_grad():
            out = model(torch.tensor([fed]), past_key_values=cache, use_cache=True)
        cache = out.past_key_values
        logits.append(out.logits[0, -1])
        chosen.append(int(logits[-1].argmax()))
        fed = chosen[-1:]
    return chosen, torch.stack(logits)


def uncached_steps(model, ids: list[int], steps: int) -> torch.Tensor:
    logits, held = [], list(ids)
    for _ in range(steps):
        with torch.no_grad():
            logits.append(model(torch.tensor([held]), use_cache=False).logits[0, -1])
        held.append(int(logits[-1].argmax()))
    return torch.stack(logits)


def edited(model, ids: list[int], other_ids: list[int], values: dict[str, torch.Tensor]) -> list[dict]:
    answers = []
    axes, logits = AXES['logits'], values['logits']
    for about, edits, first in cases(other_ids, set(values)):
        changed = run(model, ids, edits)['logits']
        if (changed - logits)[first:].abs().max() < 0.01:
            raise AssertionError(f'{about}: changes nothing')
        answers.append({'about': about, 'edits': edits, 'from_pos': first, 'logits': named(axes, changed[first:])})
    return answers


def tiny(recipe: Recipe) -> None:
    folder = GOLDEN / 'models' / recipe.name
    folder.mkdir(parents=True, exist_ok=True)
    write(recipe, folder)
    model = load(folder)
    if getattr(model.config, 'rope_parameters', None) != getattr(recipe.config, 'rope_parameters', None):
        raise AssertionError(f'{recipe.name}: the written configuration means another rotation')
    generator = torch.Generator().manual_seed(1000 + recipe.seed)
    ids, other_ids = torch.randint(1, VOCABULARY, (2, recipe.prompt_length), generator=generator).tolist()
    values = run(model, ids)
    confirm(model, ids, values)
    greedy, logits = cached_steps(model, ids, STEPS)
    close('cached', logits, uncached_steps(model, ids, STEPS))
    lead = logits.topk(2).values
    if (lead[:, 0] - lead[:, 1]).min() < MARGIN:
        raise AssertionError(f'{recipe.name}: a greedy step is nearly a tie; choose another seed')
    dump(folder / 'golden.json', {
        'about': recipe.about,
        'absent': absent(values),
        'cached': named(['step', 'd_vocab'], logits),
        'captures': {name: named(axes_of(name), value) for name, value in values.items()},
        'edited': edited(model, ids, other_ids, values),
        'greedy': greedy,
        'ids': ids,
        'model': recipe.name,
        'seed': recipe.seed,
        'versions': versions(),
    })
    print(f'{recipe.name}: {len(values)} captures, {(folder / "golden.json").stat().st_size // 1024} kB')


def shipped(folder: Path) -> None:
    model = load(folder)
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(folder / 'tokenizer.json'))
    last = f'blocks.{model.config.num_hidden_layers - 1}.attn.pattern'
    texts = []
    for name, text in TEXTS.items():
        ids = tokenizer.encode(text, add_special_tokens=False)
        values = run(model, ids)
        confirm(model, ids, values)
        logits = values['logits']
        loss = torch.nn.functional.cross_entropy(logits[:-1], torch.tensor(ids[1:]))
        greedy, steps = cached_steps(model, ids, STEPS)
        lead = steps.topk(2).values
        texts.append({
            'captures': {last: named(axes_of(last), values[last])},
            'greedy': greedy,
            'greedy_leads': [number(float(x)) for x in lead[:, 0] - lead[:, 1]],
            'ids': ids,
            'last_logits': named(['d_vocab'], logits[-1]),
            'loss': number(float(loss)),
            'name': name,
            'text': text,
        })
    hashes = {file: hashlib.sha256((folder / file).read_bytes()).hexdigest()
              for file in ('config.json', 'model.safetensors', 'tokenizer.json')}
    path = GOLDEN / 'shipped' / f'{folder.name}.json'
    dump(path, {'model': folder.name, 'sha256': hashes, 'texts': texts, 'versions': versions()})
    print(f'{folder.name}: {path.stat().st_size // 1024} kB')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--shipped', type=Path, metavar='FOLDER', help='a shipped model instead of the tiny ones')
    parser.add_argument('--only', metavar='NAME', help='one of the tiny models')
    chosen = parser.parse_args()
    transformers.utils.logging.disable_progress_bar()
    torch.set_num_threads(1)  # the order of a sum, and so its last digit, depends on the threads
    if chosen.shipped:
        return shipped(chosen.shipped.resolve())
    for recipe in RECIPES:
        if chosen.only in (None, recipe.name):
            tiny(recipe)


if __name__ == '__main__':
    main()
