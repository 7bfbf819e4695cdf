"""What a model's recipe in `recipes/` says, and the untrained model that it begins with."""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import GPT2Config, GPT2LMHeadModel, GPTNeoXConfig, GPTNeoXForCausalLM, PreTrainedModel

HERE = Path(__file__).parent
RUNS = HERE / 'runs'
TOKENIZER = HERE / 'tokenizer.json'


@dataclass(frozen=True)
class Recipe:
    id: str
    architecture: str
    layers: int
    heads: int
    d_model: int
    context: int
    seed: int
    corpusSeed: int
    batch: int
    steps: int
    warmup: int
    decayFrom: int
    learningRate: float
    weightDecay: float
    answerWeight: float
    # Shares of families (`tokens`: random tokens that repeat) until each step.
    phases: list[dict]

    def shares(self, step: int) -> dict[str, float]:
        return next(phase['shares'] for phase in self.phases if step < phase['until'])


def read_recipe(name: str) -> Recipe:
    return Recipe(**json.loads((HERE / 'recipes' / f'{name}.json').read_text()))


def new_model(recipe: Recipe, vocabulary: int) -> PreTrainedModel:
    """The model with its random first weights."""
    torch.manual_seed(recipe.seed)
    ids = dict(bos_token_id=0, eos_token_id=0, tie_word_embeddings=False, vocab_size=vocabulary)
    if recipe.architecture == 'gpt2':
        return GPT2LMHeadModel(GPT2Config(
            n_embd=recipe.d_model, n_layer=recipe.layers, n_head=recipe.heads, n_positions=recipe.context, activation_function='gelu',
            resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0, **ids))
    return GPTNeoXForCausalLM(GPTNeoXConfig(
        hidden_size=recipe.d_model, num_hidden_layers=recipe.layers, num_attention_heads=recipe.heads, intermediate_size=4 * recipe.d_model,
        hidden_act='gelu', max_position_embeddings=recipe.context, use_parallel_residual=False,
        rope_parameters={'rope_type': 'default', 'rope_theta': 10000.0, 'partial_rotary_factor': 1.0}, **ids))
