"""Measures a model on the held-out questions, quickly; the cards' figures are measured on the page's engine.

    python training/check.py static/models/storyteller [--misses 3]
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, PreTrainedModel

from held_out import FOLDER


@torch.no_grad()
def said(model: PreTrainedModel, tokenizer: Tokenizer, prompt: str, answer: str) -> tuple[bool, str]:
    """Whether each token of the answer is the likeliest where it stands, and what the model says first."""
    before, whole = tokenizer.encode(prompt).ids, tokenizer.encode(prompt + answer).ids
    assert whole[:len(before)] == before, (prompt, answer)
    best = model(torch.tensor([whole[:-1]])).logits[0].argmax(-1).tolist()[len(before) - 1:]
    return best == whole[len(before):], tokenizer.decode(best)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('model', type=Path)
    parser.add_argument('--misses', type=int, default=0)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    model = AutoModelForCausalLM.from_pretrained(chosen.model, dtype=torch.float32).eval()
    tokenizer = Tokenizer.from_file(str(chosen.model / 'tokenizer.json'))
    for file in sorted(FOLDER.glob('*.jsonl')):
        right: dict[str, list[bool]] = defaultdict(list)
        missed = []
        for line in file.read_text().splitlines():
            item = json.loads(line)
            ok, best = said(model, tokenizer, item['prompt'], item['answer'])
            right[item['language']].append(ok)
            missed += [] if ok else [f'    {item["prompt"]}|{item["answer"]}|  said {best!r}']
        print(file.stem.ljust(16), {language: f'{sum(all_) / len(all_):.3f} of {len(all_)}' for language, all_ in right.items()})
        step = max(1, len(missed) // chosen.misses) if chosen.misses else 1
        print('\n'.join(missed[::step][:chosen.misses]), end='\n' if missed and chosen.misses else '')


if __name__ == '__main__':
    main()
