"""Measures a model on the held-out questions, quickly: how often the answer is the likeliest of all tokens, and how
often it beats the wrong answers that the question names. The cards' figures are measured on the page's engine.

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
def said(model: PreTrainedModel, tokenizer: Tokenizer, item: dict) -> tuple[bool, bool, str]:
    """Whether the whole answer is likeliest at every token; whether it beats every wrong answer; what the model says."""
    before, whole = (tokenizer.encode(text).ids for text in (item['prompt'], item['prompt'] + item['answer']))
    assert whole[:len(before)] == before, item
    logits = model(torch.tensor([whole[:-1]])).logits[0][len(before) - 1:]
    best = logits.argmax(-1).tolist()
    first = logits[0]
    # A wrong answer is told from the right one by its first token.
    wrong = [tokenizer.encode(item['prompt'] + other).ids[len(before)] for other in item.get('wrong', [])]
    right = whole[len(before)]
    beats = best == whole[len(before):] if not wrong else all(first[right] > first[token] for token in wrong)
    return best == whole[len(before):], beats, tokenizer.decode(best)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('model', type=Path)
    parser.add_argument('--misses', type=int, default=0)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    model = AutoModelForCausalLM.from_pretrained(chosen.model, dtype=torch.float32).eval()
    tokenizer = Tokenizer.from_file(str(chosen.model / 'tokenizer.json'))
    for file in sorted(FOLDER.glob('*.jsonl')):
        likeliest: dict[str, list[bool]] = defaultdict(list)
        chosen_right: dict[str, list[bool]] = defaultdict(list)
        missed = []
        for line in file.read_text().splitlines():
            item = json.loads(line)
            top, beats, best = said(model, tokenizer, item)
            likeliest[item['language']].append(top)
            chosen_right[item['language']].append(beats)
            missed += [] if top else [f'    {item["prompt"]}|{item["answer"]}|  said {best!r}']
        shares = {language: (f'{sum(all_) / len(all_):.3f}', f'{sum(chosen_right[language]) / len(all_):.3f}', len(all_))
                  for language, all_ in likeliest.items()}
        print(file.stem.ljust(16), shares)
        step = max(1, len(missed) // chosen.misses) if chosen.misses else 1
        print('\n'.join(missed[::step][:chosen.misses]), end='\n' if missed and chosen.misses else '')


if __name__ == '__main__':
    main()
