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
from golden_training_layout import LENGTH, POST, PostNorm, of_gpt2, of_neox, of_post_norm

FOLDER = GOLDEN / 'training'
TEXTS, IGNORED, STEPS = 3, -1, 10
# Two blocks each: one ties its embedding and learns its positions, the other rotates and unembeds on its own.
MODELS = ('gpt2-tiny', 'neox-full')


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
