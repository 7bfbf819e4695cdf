"""Reads and replaces what happens inside a Hugging Face model, under the engine's names and axes (head first, no batch).

The values are the library's own: forward hooks on its modules, and its eager attention function, replaced for the
time of a run by the same steps with a name at each. `confirm` (golden.py) proves both equal to an untouched run.
"""

import importlib
import re
from contextlib import contextmanager

import torch

from golden_layout import LAYOUTS, Layout, head_size, heads, join_qkv, norm_scale, output_weight, split_qkv

AXES = {
    'embed': ['pos', 'd_model'],
    'pos_embed': ['pos', 'd_model'],
    'resid_pre': ['pos', 'd_model'],
    'ln1.scale': ['pos', 'one'],
    'ln1.normalized': ['pos', 'd_model'],
    'attn.q': ['head', 'pos', 'd_head'],
    'attn.k': ['kv_head', 'pos', 'd_head'],
    'attn.v': ['kv_head', 'pos', 'd_head'],
    'attn.rot_q': ['head', 'pos', 'd_head'],
    'attn.rot_k': ['kv_head', 'pos', 'd_head'],
    'attn.attn_scores_raw': ['head', 'query', 'key'],
    'attn.attn_scores_scaled': ['head', 'query', 'key'],
    'attn.attn_scores': ['head', 'query', 'key'],
    'attn.pattern': ['head', 'query', 'key'],
    'attn.z': ['head', 'pos', 'd_head'],
    'attn.result': ['head', 'pos', 'd_model'],
    'attn_out': ['pos', 'd_model'],
    'resid_mid': ['pos', 'd_model'],
    'ln2.scale': ['pos', 'one'],
    'ln2.normalized': ['pos', 'd_model'],
    'mlp.pre': ['pos', 'd_mlp'],
    'mlp.pre_linear': ['pos', 'd_mlp'],
    'mlp.post': ['pos', 'd_mlp'],
    'mlp_out': ['pos', 'd_model'],
    'resid_post': ['pos', 'd_model'],
    'ln_final.scale': ['pos', 'one'],
    'ln_final.normalized': ['pos', 'd_model'],
    'logits': ['pos', 'd_vocab'],
}

# What hooks can read but not replace: nothing downstream is computed from it by the library.
READ_ONLY = ('ln1.scale', 'ln2.scale', 'ln_final.scale', 'attn.result')


def axes_of(name: str) -> list[str]:
    return AXES[re.sub(r'^blocks\.\d+\.', '', name)]


def traced_attention(tap, layer: int, rotary: bool):
    """The library's eager attention, step by step, each step passing `tap`."""

    def attention(query, key, value, attention_mask, scaling=None, **_):
        at = f'blocks.{layer}.attn.'
        q, k, v = query[0], key[0], value[0]
        if rotary:
            q, k = tap(at + 'rot_q', q), tap(at + 'rot_k', k)
        share = q.shape[0] // k.shape[0]
        keys, values = k.repeat_interleave(share, dim=0), v.repeat_interleave(share, dim=0)
        raw = tap(at + 'attn_scores_raw', q @ keys.transpose(1, 2))
        scaled = tap(at + 'attn_scores_scaled', raw * scaling, raw)
        closed = attention_mask[0] < -1e30
        scores = tap(at + 'attn_scores', scaled.masked_fill(closed, -torch.inf), scaled)
        # A query to which nothing is open looks at nothing.
        pattern = tap(at + 'pattern', torch.softmax(scores, dim=-1).nan_to_num(0.0))
        z = tap(at + 'z', pattern @ values)
        return z.transpose(0, 1)[None], pattern[None]

    return attention


class Hooks:
    """Hooks on modules that see one text without its batch; all are removed together."""

    def __init__(self, tap):
        self.tap = tap
        self.handles = []

    def before(self, module, change):
        def hook(_, args):
            return (change(args[0][0])[None], *args[1:])

        self.handles.append(module.register_forward_pre_hook(hook))

    def after(self, module, change):
        self.handles.append(module.register_forward_hook(lambda _, args, output: change(output[0])[None]))

    def input(self, module, name):
        self.before(module, lambda x: self.tap(name, x))

    def output(self, module, name):
        self.after(module, lambda y: self.tap(name, y))

    def read(self, module, name, value):
        """Taps what `value` computes from the module's input, and leaves the input as it is."""

        def change(x):
            self.tap(name, value(x))
            return x

        self.before(module, change)

    def middle(self, norm, block, name):
        """Taps the stream between attention and FFN: the norm reads it, and the block adds to it what the FFN computes."""
        moved = []

        def change(x):
            y = self.tap(name, x)
            moved[:] = [] if torch.equal(x, y) else [y - x]
            return y

        self.before(norm, change)
        self.after(block, lambda y: y + moved[0] if moved else y)

    def norm(self, module, name):
        self.read(module, f'{name}.scale', lambda x: norm_scale(module, x))
        self.output(module, f'{name}.normalized')

    def remove(self):
        for handle in self.handles:
            handle.remove()


def hook_attention(hooks: Hooks, block, at: str, kind: str, layout: Layout, d_head: int) -> None:
    tap = hooks.tap
    own = [('q', 'k', 'v')] if len(layout.qkv) == 1 else [('q',), ('k',), ('v',)]
    for path, names in zip(layout.qkv, own):

        def change(output, names=names):
            parts = split_qkv(kind, output, d_head)
            return join_qkv(kind, [tap(f'{at}.attn.{name}', part) for name, part in zip(names, parts)])

        hooks.after(block.get_submodule(path), change)
    out = block.get_submodule(layout.out)
    weight = output_weight(out)
    by_head = weight.reshape(-1, d_head, weight.shape[1])
    hooks.read(out, f'{at}.attn.result', lambda z: heads(z, d_head) @ by_head)
    hooks.output(out, f'{at}.attn_out')


def hook_block(hooks: Hooks, block, at: str, kind: str, layout: Layout, d_head: int, parallel: bool) -> None:
    hooks.input(block, f'{at}.resid_pre')
    hooks.norm(block.get_submodule(layout.ln1), f'{at}.ln1')
    hook_attention(hooks, block, at, kind, layout, d_head)
    ln2 = block.get_submodule(layout.ln2)
    if not parallel:
        hooks.middle(ln2, block, f'{at}.resid_mid')
    hooks.norm(ln2, f'{at}.ln2')
    hooks.output(block.get_submodule(layout.pre), f'{at}.mlp.pre')
    if layout.pre_linear:
        hooks.output(block.get_submodule(layout.pre_linear), f'{at}.mlp.pre_linear')
    hooks.input(block.get_submodule(layout.post), f'{at}.mlp.post')
    hooks.output(block.get_submodule(layout.mlp), f'{at}.mlp_out')
    hooks.output(block, f'{at}.resid_post')


def hook_model(hooks: Hooks, model) -> dict:
    """Hooks every block, and answers the attention function of each attention module."""
    kind = model.config.model_type
    layout = LAYOUTS[kind]
    base = getattr(model, layout.base)
    parallel = getattr(model.config, 'use_parallel_residual', False)
    hooks.output(base.get_submodule(layout.embed), 'embed')
    if layout.pos_embed:
        hooks.output(base.get_submodule(layout.pos_embed), 'pos_embed')
    attentions = {}
    for layer, block in enumerate(base.get_submodule(layout.blocks)):
        attention = block.get_submodule(layout.attn)
        hook_block(hooks, block, f'blocks.{layer}', kind, layout, head_size(attention), parallel)
        attentions[attention] = traced_attention(hooks.tap, layer, rotary=kind != 'gpt2')
    hooks.norm(base.get_submodule(layout.ln_final), 'ln_final')
    hooks.output(model.lm_head, 'logits')
    return attentions


@contextmanager
def traced(model, tap):
    """Within it, every forward pass of one text calls `tap(name, value, before=None)` and goes on with its answer."""
    source = importlib.import_module(f'transformers.models.{LAYOUTS[model.config.model_type].source}')
    untraced = source.eager_attention_forward
    hooks = Hooks(tap)
    try:
        attentions = hook_model(hooks, model)
        source.eager_attention_forward = lambda module, *args, **options: attentions[module](*args, **options)
        yield
    finally:
        source.eager_attention_forward = untraced
        hooks.remove()
