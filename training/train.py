"""Trains a model by its recipe; goes on where it was stopped.

    python training/train.py storyteller [--runs training/runs] [--threads 2] [--minutes-per-snapshot 5]
"""

import argparse
import ctypes
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from corpus.document import ANSWER, NOISE, Source
from corpus.mixture import FAMILIES
from recipe import RUNS, TOKENIZER, Recipe, new_model, read_recipe
from windows import chunk, cut, stream

STEPS_PER_CHUNK = 50
STEPS_PER_REPORT = 100


def learning_rate(recipe: Recipe, step: int) -> float:
    """Up, level, and then down along half a cosine to a fiftieth."""
    if step < recipe.warmup:
        return recipe.learningRate * (step + 1) / recipe.warmup
    if step < recipe.decayFrom:
        return recipe.learningRate
    along = min(1, (step - recipe.decayFrom) / (recipe.steps - recipe.decayFrom))
    return recipe.learningRate * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * along)))


def optimizers_of(recipe: Recipe, model: torch.nn.Module) -> list[torch.optim.Optimizer]:
    """Muon (Jordan et al., 2024) for the matrices between the layers, its steps as long as AdamW's; AdamW for tables and vectors."""
    named = list(model.named_parameters())
    tables = [p for name, p in named if p.ndim == 2 and is_table(name)]
    hidden = [p for name, p in named if p.ndim == 2 and not is_table(name)]
    vectors = [p for _, p in named if p.ndim < 2]
    groups = [{'params': tables, 'weight_decay': recipe.weightDecay}, {'params': vectors, 'weight_decay': 0.0}]
    return [torch.optim.Muon(hidden, lr=recipe.learningRate, weight_decay=recipe.weightDecay, momentum=0.95, adjust_lr_fn='match_rms_adamw'),
            torch.optim.AdamW(groups, lr=recipe.learningRate, betas=(0.9, 0.97), eps=1e-8, foreach=True)]


def is_table(name: str) -> bool:
    """Embeddings of tokens and positions, and the unembedding: a row for each thing, not a map from a vector to another."""
    return any(part in name for part in ('embed', 'lm_head', 'wte', 'wpe'))


def token_losses(model: torch.nn.Module, ids: torch.Tensor, fast: bool = False) -> torch.Tensor:
    """The loss of every token but the first; `fast`: matrices are multiplied in 16 bits (weights and loss stay in 32)."""
    with torch.autocast('cpu', dtype=torch.bfloat16, enabled=fast):
        logits = model(input_ids=ids, use_cache=False).logits[:, :-1]
    return F.cross_entropy(logits.float().reshape(-1, logits.shape[-1]), ids[:, 1:].reshape(-1), reduction='none').view(ids.shape[0], -1)


def held_out_windows(tokenizer: Tokenizer, recipe: Recipe) -> tuple[torch.Tensor, torch.Tensor]:
    """Texts whose combinations and templates training never sees."""
    texts = []
    for family, make in FAMILIES.items():
        for language in ('en', 'zh'):
            source = Source(f'held out loss {family} {language}', held_out=True)
            texts += [make(source, language) for _ in range(60)]
    ids, kinds, _ = cut(stream(tokenizer, texts, 0, 'held out'), 32, recipe.context, 'held out')
    return torch.from_numpy(ids), torch.from_numpy(kinds)


@torch.no_grad()
def held_out_loss(model: torch.nn.Module, ids: torch.Tensor, kinds: torch.Tensor) -> tuple[float, float]:
    """Over all tokens that can be learned, and over answers alone (which the text before them decides: entropy 0)."""
    losses = token_losses(model, ids)
    return losses[kinds[:, 1:] != NOISE].mean().item(), losses[kinds[:, 1:] == ANSWER].mean().item()


class Training:
    """A run, with all it needs to be stopped and to go on."""

    def __init__(self, recipe: Recipe, tokenizer: Tokenizer, file: Path):
        self.recipe, self.tokenizer, self.file = recipe, tokenizer, file
        self.model = new_model(recipe, tokenizer.get_vocab_size())
        # On a processor, at this length, plain products are faster than the fused attention.
        self.model.set_attn_implementation('eager')
        self.optimizers = optimizers_of(recipe, self.model)
        # Compiled, a step takes a quarter less; the weights are those of `model`.
        self.losses = torch.compile(lambda ids: token_losses(self.model, ids, fast=True))
        self.state = {'step': 0, 'seconds': 0.0, 'documents': 0, 'curve': []}
        self.held_out = held_out_windows(tokenizer, recipe)
        if file.exists():
            saved = torch.load(file, weights_only=True)
            self.model.load_state_dict(saved['model'])
            for optimizer, state in zip(self.optimizers, saved['optimizers']):
                optimizer.load_state_dict(state)
            self.state = saved['state']

    def save(self) -> None:
        part = self.file.with_suffix('.part')
        optimizers = [optimizer.state_dict() for optimizer in self.optimizers]
        torch.save({'model': self.model.state_dict(), 'optimizers': optimizers, 'state': self.state}, part)
        part.replace(self.file)

    def chunk(self) -> tuple[torch.Tensor, torch.Tensor]:
        recipe, step = self.recipe, self.state['step']
        windows = STEPS_PER_CHUNK * recipe.batch
        ids, kinds, count = chunk(self.tokenizer, recipe.corpusSeed, step // STEPS_PER_CHUNK, recipe.shares(step), windows, recipe.context)
        self.state['documents'] += count
        return torch.from_numpy(ids), torch.from_numpy(kinds)

    def step(self, ids: torch.Tensor, kinds: torch.Tensor) -> float:
        for group in [group for optimizer in self.optimizers for group in optimizer.param_groups]:
            group['lr'] = learning_rate(self.recipe, self.state['step'])
        losses = self.losses(ids)
        learned = kinds[:, 1:] != NOISE
        weights = learned * (1 + (self.recipe.answerWeight - 1) * (kinds[:, 1:] == ANSWER))
        ((losses * weights).sum() / weights.sum()).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self.state['step'] += 1
        return losses.detach()[learned].mean().item()

    def report(self, recent: list[float], speed: float) -> None:
        held, answers = held_out_loss(self.model, *self.held_out)
        point = [self.state['step'], float(np.mean(recent)), held, answers]
        self.state['curve'].append(point)
        print(json.dumps({'step': point[0], 'train': round(point[1], 4), 'held': round(held, 4), 'answers': round(answers, 4),
                          'tokens/s': round(speed)}), flush=True)

    def run(self, minutes_per_snapshot: float) -> None:
        saved = time.monotonic()
        recent: list[float] = []
        while self.state['step'] < self.recipe.steps:
            began = time.monotonic()
            ids, kinds = self.chunk()
            recent += [self.step(*batch) for batch in zip(ids.split(self.recipe.batch), kinds.split(self.recipe.batch))]
            took = time.monotonic() - began
            self.state['seconds'] += took
            if self.state['step'] % STEPS_PER_REPORT == 0:
                self.report(recent, ids.numel() / took)
                recent = []
            if time.monotonic() - saved > 60 * minutes_per_snapshot:
                self.save()
                saved = time.monotonic()
        self.save()


def keep_memory() -> None:
    """Lets the C library keep what is freed, so that each step does not fetch its pages anew: a fifth faster."""
    mallopt = getattr(ctypes.CDLL(None), 'mallopt', None)
    if mallopt:
        no_maps, trim_at = (-4, 0), (-1, 2**31 - 1)
        mallopt(*no_maps)
        mallopt(*trim_at)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('model')
    parser.add_argument('--runs', type=Path, default=RUNS)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--minutes-per-snapshot', type=float, default=5)
    chosen = parser.parse_args()
    keep_memory()
    torch.set_num_threads(chosen.threads)
    chosen.runs.mkdir(exist_ok=True)
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    Training(read_recipe(chosen.model), tokenizer, chosen.runs / f'{chosen.model}.pt').run(chosen.minutes_per_snapshot)


if __name__ == '__main__':
    main()
