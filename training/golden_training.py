"""Writes what training must compute: gradients, losses of ten steps, learning rates, smoothed losses.

    python training/golden_training.py          tests/golden/training/

Everything is PyTorch's and the libraries' own, in 64 bits; only names and layouts are changed to the engine's.
"""

import json
import os

# As in golden.py: a processor with wider registers writes the same bytes.
os.environ |= {'ATEN_CPU_CAPABILITY': 'avx2', 'ONEDNN_MAX_CPU_ISA': 'AVX2'}

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn
from transformers import (
    AutoModelForCausalLM,
    get_constant_schedule_with_warmup,
    get_cosine_schedule_with_warmup,
    get_inverse_sqrt_schedule,
    get_linear_schedule_with_warmup,
)

from golden_files import GOLDEN, dump

FOLDER = GOLDEN / 'training'
TEXTS, LENGTH, IGNORED, STEPS = 3, 11, -1, 10
# Two blocks each: one ties its embedding and learns its positions, the other rotates and unembeds on its own.
MODELS = ('gpt2-tiny', 'neox-full')
POST = {'d_model': 12, 'heads': 3, 'd_mlp': 20, 'd_vocab': 17, 'layers': 2}


def batch(vocabulary: int, seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and what each position is to foretell; every fourth target is ignored."""
    ids = torch.randint(0, vocabulary, (TEXTS, LENGTH + 1), generator=torch.Generator().manual_seed(seed))
    targets = ids[:, 1:].clone()
    targets.view(-1)[::4] = IGNORED
    return ids[:, :-1], targets


def load(name: str):
    model = AutoModelForCausalLM.from_pretrained(
        GOLDEN / 'models' / name, dtype=torch.float64, attn_implementation='eager'
    ).eval()
    return model


def loss_of(model, ids, targets, smoothing=0.0):
    logits = model(ids).logits if hasattr(model, 'config') else model(ids)
    return F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=IGNORED, label_smoothing=smoothing)


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


def save(name: str, tensors: dict[str, torch.Tensor]) -> None:
    save_file({key: value.float().contiguous() for key, value in sorted(tensors.items())}, FOLDER / name)


def gradients() -> None:
    facts = {}
    models = [(name, load(name), of_gpt2 if 'gpt2' in name else of_neox) for name in MODELS]
    torch.manual_seed(5)
    post = PostNorm().double()
    save('post-norm.safetensors', of_post_norm(dict(post.named_parameters()), None))
    for seed, (name, model, renamed) in enumerate([*models, ('post-norm', post, of_post_norm)]):
        config = getattr(model, 'config', None)
        ids, targets = batch(config.vocab_size if config else POST['d_vocab'], 40 + seed)
        smoothed = loss_of(model, ids, targets, 0.1)
        model.zero_grad()
        loss = loss_of(model, ids, targets)
        loss.backward()
        grads = {key: value.grad for key, value in model.named_parameters()}
        if any(grad is None for grad in grads.values()):
            raise AssertionError(f'{name}: a parameter has no gradient')
        save(f'{name}.gradients.safetensors', renamed(grads, config))
        facts[name] = {
            'ids': ids.flatten().tolist(), 'targets': targets.flatten().tolist(), 'texts': TEXTS,
            'loss': loss.item(), 'smoothed': {'smoothing': 0.1, 'loss': smoothed.item()},
        }
    dump(FOLDER / 'gradients.json', facts | {'post-norm': facts['post-norm'] | {'shape': POST | {'context': LENGTH}}})


OPTIMIZERS = {
    'sgd': lambda groups, rate: torch.optim.SGD(groups, lr=rate),
    'adam': lambda groups, rate: torch.optim.Adam(groups, lr=rate, betas=(0.9, 0.98), eps=1e-8),
    'adamw': lambda groups, rate: torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), eps=1e-8),
}
RATES = {'sgd': 0.1, 'adam': 0.003, 'adamw': 0.003}
CLIP, DECAY = 0.5, 0.1


def losses() -> None:
    runs = []
    for optimizer in OPTIMIZERS:
        for clip in (0, CLIP):
            for decay in (0, DECAY):
                runs.append(ten_steps(optimizer, clip, decay))
    dump(FOLDER / 'losses.json', {'model': MODELS[0], 'betas': [0.9, 0.98], 'epsilon': 1e-8, 'runs': runs})


def ten_steps(optimizer: str, clip: float, decay: float) -> dict:
    model = load(MODELS[0])
    # Matrices decay, biases and norms do not.
    groups = [
        {'params': [p for p in model.parameters() if p.dim() > 1], 'weight_decay': decay},
        {'params': [p for p in model.parameters() if p.dim() == 1], 'weight_decay': 0.0},
    ]
    rule = OPTIMIZERS[optimizer](groups, RATES[optimizer])
    values, norms = [], []
    for step in range(STEPS):
        ids, targets = batch(model.config.vocab_size, 100 + step % 2)
        rule.zero_grad()
        loss = loss_of(model, ids, targets)
        loss.backward()
        norms.append(nn.utils.clip_grad_norm_(model.parameters(), clip or float('inf')).item())
        rule.step()
        values.append(loss.item())
    return {'optimizer': optimizer, 'rate': RATES[optimizer], 'clip': clip, 'decay': decay, 'losses': values, 'norms': norms}


def batches() -> None:
    vocabulary = load(MODELS[0]).config.vocab_size
    pairs = [batch(vocabulary, 100 + step) for step in range(2)]
    dump(FOLDER / 'batches.json', {
        'texts': TEXTS, 'batches': [{'ids': i.flatten().tolist(), 'targets': t.flatten().tolist()} for i, t in pairs],
    })


def schedules() -> None:
    """The library's factors at steps 1 to 50: it counts from 0 and would give the first step a rate of 0."""
    made = {}
    for warmup in (0, 10):
        for name, schedule in {
            'constant': lambda rule, w: get_constant_schedule_with_warmup(rule, w),
            'linear': lambda rule, w: get_linear_schedule_with_warmup(rule, w, 40),
            'cosine': lambda rule, w: get_cosine_schedule_with_warmup(rule, w, 40),
            'inverse-sqrt': lambda rule, w: get_inverse_sqrt_schedule(rule, w, timescale=max(1, w)),
        }.items():
            # Without a warm-up the library moves the root by a step.
            if name == 'inverse-sqrt' and warmup == 0:
                continue
            rule = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.5)
            factor = schedule(rule, warmup).lr_lambdas[0]
            made[f'{name} {warmup}'] = [0.5 * factor(step) for step in range(1, 51)]
    # Half a cosine has come down at its end; the library would let a longer run begin another.
    for key in made:
        if key.startswith('cosine'):
            made[key][40:] = [0.0] * 10
    dump(FOLDER / 'schedules.json', {'rate': 0.5, 'steps': 40, 'rates': made})


def smoothing() -> None:
    generator = torch.Generator().manual_seed(9)
    logits = torch.randn(8, 7, generator=generator, dtype=torch.float64) * 3
    whole = torch.randint(0, 7, (8,), generator=generator)
    some = whole.clone()
    some[[1, 4, 7]] = IGNORED
    cases = [
        {
            'smoothing': share, 'targets': targets.tolist(),
            'loss': F.cross_entropy(logits, targets, ignore_index=IGNORED, label_smoothing=share).item(),
        }
        for share in (0.0, 0.1, 0.5) for targets in (whole, some)
    ]
    dump(FOLDER / 'smoothing.json', {'logits': logits.flatten().tolist(), 'classes': 7, 'cases': cases})


if __name__ == '__main__':
    torch.set_num_threads(1)
    FOLDER.mkdir(parents=True, exist_ok=True)
    gradients()
    losses()
    batches()
    schedules()
    smoothing()
    print(json.dumps({path.name: path.stat().st_size for path in sorted(FOLDER.iterdir())}))
