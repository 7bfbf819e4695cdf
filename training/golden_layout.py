"""Where each architecture keeps its modules, and how its matrices hold their heads."""

from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Layout:
    """Where an architecture keeps its modules, as paths below the model or below a block."""

    source: str
    base: str
    embed: str
    pos_embed: str | None
    blocks: str
    ln1: str
    attn: str
    qkv: tuple[str, ...]
    out: str
    ln2: str
    pre: str
    pre_linear: str | None
    post: str
    mlp: str
    ln_final: str


LAYOUTS = {
    'gpt2': Layout('gpt2.modeling_gpt2', 'transformer', 'wte', 'wpe', 'h', 'ln_1', 'attn', ('attn.c_attn',),
                   'attn.c_proj', 'ln_2', 'mlp.c_fc', None, 'mlp.c_proj', 'mlp', 'ln_f'),
    'gpt_neox': Layout('gpt_neox.modeling_gpt_neox', 'gpt_neox', 'embed_in', None, 'layers', 'input_layernorm',
                       'attention', ('attention.query_key_value',), 'attention.dense', 'post_attention_layernorm',
                       'mlp.dense_h_to_4h', None, 'mlp.dense_4h_to_h', 'mlp', 'final_layer_norm'),
    'llama': Layout('llama.modeling_llama', 'model', 'embed_tokens', None, 'layers', 'input_layernorm', 'self_attn',
                    ('self_attn.q_proj', 'self_attn.k_proj', 'self_attn.v_proj'), 'self_attn.o_proj',
                    'post_attention_layernorm', 'mlp.gate_proj', 'mlp.up_proj', 'mlp.down_proj', 'mlp', 'norm'),
}


def heads(flat: torch.Tensor, d_head: int) -> torch.Tensor:
    """[pos, head·d_head] → [head, pos, d_head]."""
    return flat.view(flat.shape[0], -1, d_head).transpose(0, 1)


def flat(headed: torch.Tensor) -> torch.Tensor:
    """[head, pos, d_head] → [pos, head·d_head]."""
    return headed.transpose(0, 1).reshape(headed.shape[1], -1)


def split_qkv(kind: str, output: torch.Tensor, d_head: int) -> list[torch.Tensor]:
    """The heads that a projection's output [pos, …] holds: q, k and v, or (llama) one of them."""
    if kind == 'gpt2':  # all queries, then all keys, then all values
        return [heads(third, d_head) for third in output.chunk(3, dim=-1)]
    if kind == 'gpt_neox':  # a head at a time: its query, its key, its value
        return list(heads(output, 3 * d_head).chunk(3, dim=-1))
    return [heads(output, d_head)]


def join_qkv(kind: str, parts: list[torch.Tensor]) -> torch.Tensor:
    if kind == 'gpt2':
        return torch.cat([flat(part) for part in parts], dim=-1)
    return flat(torch.cat(parts, dim=-1))


def norm_scale(norm: torch.nn.Module, x: torch.Tensor) -> torch.Tensor:
    """√(variance + ε), or the root mean square where the norm subtracts no mean: [pos, 1]."""
    if hasattr(norm, 'variance_epsilon'):
        return torch.sqrt(x.pow(2).mean(-1, keepdim=True) + norm.variance_epsilon)
    return torch.sqrt(x.var(-1, unbiased=False, keepdim=True) + norm.eps)


def head_size(attention: torch.nn.Module) -> int:
    return attention.head_size if hasattr(attention, 'head_size') else attention.head_dim


def output_projection(model, layer: int) -> torch.nn.Module:
    """The module that holds W_O and b_O."""
    layout = LAYOUTS[model.config.model_type]
    return getattr(model, layout.base).get_submodule(layout.blocks)[layer].get_submodule(layout.out)


def output_weight(projection: torch.nn.Module) -> torch.Tensor:
    """W_O as [head·d_head, d_model]: GPT-2's Conv1D stores it so, a Linear transposed."""
    return projection.weight.T if isinstance(projection, torch.nn.Linear) else projection.weight
