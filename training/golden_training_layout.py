"""Gradients under the engine's names and in its layouts, and a model with its norms after the blocks, which no library has."""

import torch
from torch import nn

# As many tokens as every text of the golden batches has.
LENGTH = 11
POST = {'d_model': 12, 'heads': 3, 'd_mlp': 20, 'd_vocab': 17, 'layers': 2}


def rows(prefix: str, weight: torch.Tensor, bias: torch.Tensor) -> dict[str, torch.Tensor]:
    """q, k and v that stand one after another, weights [in, out]."""
    named = {}
    for name, w, b in zip('QKV', weight.chunk(3, dim=1), bias.chunk(3)):
        named |= {f'{prefix}.W_{name}': w, f'{prefix}.b_{name}': b}
    return named


def of_gpt2(grads: dict, _config) -> dict[str, torch.Tensor]:
    named = {'W_E': grads['transformer.wte.weight'], 'W_pos': grads['transformer.wpe.weight']}
    for layer in range(_config.n_layer):
        at, h = f'blocks.{layer}', f'transformer.h.{layer}'
        named |= rows(f'{at}.attn', grads[f'{h}.attn.c_attn.weight'], grads[f'{h}.attn.c_attn.bias'])
        for ours, theirs in (('attn.W_O', 'attn.c_proj'), ('mlp.W_in', 'mlp.c_fc'), ('mlp.W_out', 'mlp.c_proj')):
            named[f'{at}.{ours}'] = grads[f'{h}.{theirs}.weight']
            named[f'{at}.{ours.replace("W_", "b_")}'] = grads[f'{h}.{theirs}.bias']
        for ours, theirs in (('ln1', 'ln_1'), ('ln2', 'ln_2')):
            named |= {f'{at}.{ours}.w': grads[f'{h}.{theirs}.weight'], f'{at}.{ours}.b': grads[f'{h}.{theirs}.bias']}
    return named | {'ln_final.w': grads['transformer.ln_f.weight'], 'ln_final.b': grads['transformer.ln_f.bias']}


def of_neox(grads: dict, config) -> dict[str, torch.Tensor]:
    named = {'W_E': grads['gpt_neox.embed_in.weight'], 'W_U': grads['lm_head.weight'].T}
    heads, d_model = config.num_attention_heads, config.hidden_size
    for layer in range(config.num_hidden_layers):
        at, h = f'blocks.{layer}', f'gpt_neox.layers.{layer}'
        # Rows stand head by head: its queries, its keys, its values.
        weight = grads[f'{h}.attention.query_key_value.weight'].view(heads, 3, d_model // heads, d_model)
        bias = grads[f'{h}.attention.query_key_value.bias'].view(heads, 3, d_model // heads)
        for part, name in enumerate('QKV'):
            named[f'{at}.attn.W_{name}'] = weight[:, part].reshape(d_model, d_model).T
            named[f'{at}.attn.b_{name}'] = bias[:, part].reshape(d_model)
        dense = (
            ('attn.W_O', 'attention.dense'),
            ('mlp.W_in', 'mlp.dense_h_to_4h'),
            ('mlp.W_out', 'mlp.dense_4h_to_h'),
        )
        for ours, theirs in dense:
            named[f'{at}.{ours}'] = grads[f'{h}.{theirs}.weight'].T
            named[f'{at}.{ours.replace("W_", "b_")}'] = grads[f'{h}.{theirs}.bias']
        for ours, theirs in (('ln1', 'input_layernorm'), ('ln2', 'post_attention_layernorm')):
            named |= {f'{at}.{ours}.w': grads[f'{h}.{theirs}.weight'], f'{at}.{ours}.b': grads[f'{h}.{theirs}.bias']}
    final = 'gpt_neox.final_layer_norm'
    return named | {'ln_final.w': grads[f'{final}.weight'], 'ln_final.b': grads[f'{final}.bias']}


class PostNorm(nn.Module):
    """PyTorch's own encoder layers, which norm their sums, under a causal mask: the first Transformer's blocks."""

    def __init__(self) -> None:
        super().__init__()
        d_model = POST['d_model']
        self.embed = nn.Parameter(torch.randn(POST['d_vocab'], d_model) * 0.5)
        self.places = nn.Parameter(torch.randn(LENGTH, d_model) * 0.5)
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(
                d_model, POST['heads'], POST['d_mlp'], dropout=0.0, activation='relu', batch_first=True, norm_first=False
            )
            for _ in range(POST['layers'])
        )
        self.unembed = nn.Parameter(torch.randn(d_model, POST['d_vocab']) * 0.3)
        # What starts at 0 or 1 would hide mistakes.
        with torch.no_grad():
            for parameter in self.layers.parameters():
                if parameter.dim() == 1:
                    parameter.add_(torch.randn_like(parameter) * 0.2)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        x = self.embed[ids] + self.places
        mask = nn.Transformer.generate_square_subsequent_mask(LENGTH, dtype=torch.float64)
        for layer in self.layers:
            x = layer(x, src_mask=mask, is_causal=True)
        return x @ self.unembed


def of_post_norm(values: dict, _config) -> dict[str, torch.Tensor]:
    named = {'W_E': values['embed'], 'W_pos': values['places'], 'W_U': values['unembed']}
    for layer in range(POST['layers']):
        at, h = f'blocks.{layer}', f'layers.{layer}'
        named |= rows(f'{at}.attn', values[f'{h}.self_attn.in_proj_weight'].T, values[f'{h}.self_attn.in_proj_bias'])
        for ours, theirs in (('attn.W_O', 'self_attn.out_proj'), ('mlp.W_in', 'linear1'), ('mlp.W_out', 'linear2')):
            named[f'{at}.{ours}'] = values[f'{h}.{theirs}.weight'].T
            named[f'{at}.{ours.replace("W_", "b_")}'] = values[f'{h}.{theirs}.bias']
        for ours, theirs in (('ln1', 'norm1'), ('ln2', 'norm2')):
            named |= {f'{at}.{ours}.w': values[f'{h}.{theirs}.weight'], f'{at}.{ours}.b': values[f'{h}.{theirs}.bias']}
    return named
