"""The tiny models that the engine is held to: their sizes (odd on purpose), their random weights, and their files."""

import json
from dataclasses import dataclass, field
from typing import Callable

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM, GPT2Config, GPTNeoXConfig, LlamaConfig, PreTrainedConfig

VOCABULARY = 61
CONTEXT = 32


@dataclass(frozen=True)
class Recipe:
    """One model: what it is there to catch, its configuration, and how its files are written."""

    name: str
    about: str
    seed: int
    config: PreTrainedConfig
    prompt_length: int
    dtype: torch.dtype = torch.float32
    # Rewrites the configuration as older versions of `transformers` wrote it.
    write_config: Callable[[dict], dict] = field(default=lambda config: config)
    # Rewrites the tensors as found in older files.
    write_tensors: Callable[[dict], dict] = field(default=lambda tensors: tensors)


def without(config: dict, *names: str) -> dict:
    return {name: value for name, value in config.items() if name not in names}


def older(config: dict) -> dict:
    """What every older configuration has in common: `torch_dtype`, and no value that was once only a default."""
    kept = without(config, 'dtype', 'transformers_version', 'is_decoder', 'tie_word_embeddings', 'pad_token_id')
    return kept | {'torch_dtype': config['dtype']}


def older_gpt2(config: dict) -> dict:
    later = ('add_cross_attention', 'reorder_and_upcast_attn', 'scale_attn_by_inverse_layer_idx', 'scale_attn_weights')
    return without(older(config), *later) | {'n_ctx': config['n_positions']}


def older_neox(config: dict) -> dict:
    rope = config['rope_parameters']
    base = rope['rope_theta']
    rotary = {'rotary_pct': rope['partial_rotary_factor'], 'rotary_emb_base': base, 'rope_theta': base}
    later = ('rope_parameters', 'attention_bias', 'attention_dropout', 'hidden_dropout', 'classifier_dropout')
    return without(older(config), *later) | rotary | {'tie_word_embeddings': False}


def oldest_neox(config: dict) -> dict:
    """The first GPT-NeoX files call the base `rotary_emb_base` only."""
    return without(older_neox(config), 'rope_theta')


def older_llama(config: dict) -> dict:
    rope = {'rope_theta': config['rope_parameters']['rope_theta'], 'rope_scaling': None}
    return without(older(config), 'rope_parameters', 'head_dim', 'mlp_bias') | rope | {'tie_word_embeddings': False}


def oldest_llama(config: dict) -> dict:
    """The first Llama files name neither the key/value heads nor the rotation's base."""
    return without(older_llama(config), 'num_key_value_heads', 'rope_theta', 'rope_scaling', 'attention_bias')


def bare_gpt2(tensors: dict) -> dict:
    """GPT-2's own files: no `transformer.` before the names, and a causal mask stored in every block."""
    bare = {name.removeprefix('transformer.'): value for name, value in tensors.items()}
    mask = torch.tril(torch.ones(CONTEXT, CONTEXT)).view(1, 1, CONTEXT, CONTEXT)
    blocks = {name.split('.')[1] for name in bare if name.startswith('h.')}
    return bare | {f'h.{block}.attn.bias': mask.clone() for block in blocks}


def pythia_neox(tensors: dict) -> dict:
    """Older GPT-NeoX files: masks and rotation frequencies stored with the weights, to be ignored."""
    blocks = {name.split('.')[2] for name in tensors if name.startswith('gpt_neox.layers.')}
    ignored = {}
    for block in blocks:
        at = f'gpt_neox.layers.{block}.attention'
        ignored[f'{at}.bias'] = torch.tril(torch.ones(CONTEXT, CONTEXT, dtype=torch.bool)).view(1, 1, CONTEXT, CONTEXT)
        ignored[f'{at}.masked_bias'] = torch.tensor(-1e9)
        ignored[f'{at}.rotary_emb.inv_freq'] = torch.zeros(2)
    return tensors | ignored


COMMON = {'vocab_size': VOCABULARY, 'bos_token_id': 0, 'eos_token_id': 0}


def gpt2(**sizes) -> GPT2Config:
    return GPT2Config(**{**COMMON, 'n_positions': CONTEXT, 'n_layer': 2, **sizes})


def neox(theta: float, rotary: float, **sizes) -> GPTNeoXConfig:
    rope = {'rope_type': 'default', 'rope_theta': theta, 'partial_rotary_factor': rotary}
    common = {**COMMON, 'max_position_embeddings': CONTEXT, 'num_hidden_layers': 2, 'num_attention_heads': 3}
    return GPTNeoXConfig(**{**common, 'rope_parameters': rope, **sizes})


def llama(theta: float, **sizes) -> LlamaConfig:
    rope = {'rope_type': 'default', 'rope_theta': theta}
    common = {**COMMON, 'max_position_embeddings': CONTEXT, 'num_hidden_layers': 2}
    return LlamaConfig(**{**common, 'rope_parameters': rope, **sizes})


NEOX_FULL = {'hidden_size': 36, 'intermediate_size': 58, 'use_parallel_residual': False}

RECIPES = [
    Recipe('gpt2-tiny', 'learned positions, tied head, gelu_new, three heads', 11,
           gpt2(n_embd=24, n_head=3), 12),
    Recipe('gpt2-untied', 'untied head, relu, an FFN of another width, a larger epsilon', 12,
           gpt2(n_embd=30, n_head=5, n_inner=47, activation_function='relu', tie_word_embeddings=False,
                layer_norm_epsilon=1e-2), 11),
    Recipe('gpt2-bare', 'an older file: names without prefix, masks among the weights, no word on tying', 13,
           gpt2(n_embd=18, n_head=3), 13, write_config=older_gpt2, write_tensors=bare_gpt2),
    Recipe('neox-partial', 'older configuration, 4 of 10 dimensions rotated, parallel residual, ignored tensors', 21,
           neox(10000.0, 0.4, hidden_size=30, intermediate_size=71), 12,
           write_config=older_neox, write_tensors=pythia_neox),
    Recipe('neox-full', 'newer configuration, all dimensions rotated, sequential residual, biases', 22,
           neox(10000.0, 1.0, **NEOX_FULL, attention_bias=True), 13),
    Recipe('neox-nobias', 'half rotated, another base, attention without biases, gelu_new, a larger epsilon', 27,
           neox(500.0, 0.5, hidden_size=36, intermediate_size=50, attention_bias=False, hidden_act='gelu_new',
                use_parallel_residual=False, layer_norm_eps=1e-3), 11),
    Recipe('neox-tied', 'one matrix embeds and unembeds, parallel residual, three blocks', 24,
           neox(10000.0, 0.25, hidden_size=24, intermediate_size=31, num_hidden_layers=3, tie_word_embeddings=True), 11),
    Recipe('neox-f16', 'stored in 16 bits (F16), computed in 32', 25,
           neox(10000.0, 1.0, **NEOX_FULL), 12, dtype=torch.float16),
    Recipe('neox-bf16', 'stored in 16 bits (BF16), computed in 32; the first configurations\' names, another base', 26,
           neox(1000.0, 1.0, **NEOX_FULL), 12, dtype=torch.bfloat16, write_config=oldest_neox),
    Recipe('llama-gqa', 'older configuration, six query heads over two key/value heads, untied', 34,
           llama(10000.0, hidden_size=36, intermediate_size=53, num_attention_heads=6, num_key_value_heads=2), 12,
           write_config=older_llama),
    Recipe('llama-tied', 'newer configuration, tied, head_dim is not d_model/heads, biases everywhere', 32,
           llama(5000.0, hidden_size=28, intermediate_size=45, num_attention_heads=4, num_key_value_heads=2,
                 head_dim=10, attention_bias=True, mlp_bias=True, tie_word_embeddings=True, rms_norm_eps=1e-5), 13),
    Recipe('llama-mha', 'the first configurations: nothing said of key/value heads or of the base', 33,
           llama(10000.0, hidden_size=30, intermediate_size=41, num_attention_heads=3), 11,
           write_config=oldest_llama),
]


def randomize(model: torch.nn.Module, seed: int) -> None:
    """Fills every parameter so that attention is far from uniform and no norm or bias is neutral."""
    generator = torch.Generator().manual_seed(seed)
    for name, parameter in sorted(model.named_parameters()):
        noise = torch.randn(parameter.shape, generator=generator)
        norm = parameter.dim() == 1 and name.endswith('weight')
        spread = 0.3 if parameter.dim() == 1 or 'emb' not in name and 'wte' not in name else 0.5
        parameter.data = noise * spread + (1.0 if norm else 0.0)


def write(recipe: Recipe, folder) -> None:
    """Writes a recipe's `config.json` and `model.safetensors`."""
    model = AutoModelForCausalLM.from_config(recipe.config).eval()
    randomize(model, recipe.seed)
    model.to(recipe.dtype).save_pretrained(folder)
    (folder / 'generation_config.json').unlink(missing_ok=True)
    tensors = recipe.write_tensors(load_file(folder / 'model.safetensors'))
    save_file(dict(sorted(tensors.items())), folder / 'model.safetensors', metadata={'format': 'pt'})
    (folder / 'model.safetensors').chmod(0o644)
    config = recipe.write_config(json.loads((folder / 'config.json').read_text()))
    (folder / 'config.json').write_text(json.dumps(config, indent=2, sort_keys=True) + '\n')
