"""Writes tests/golden/tokenizer.json: what the Python tokenizer makes of many strings, for the page's to be held to.

    python training/tokenizer_golden.py [--model static/models/storyteller] [--out tests/golden/tokenizer.json]
"""

import argparse
import hashlib
import platform
import random
from pathlib import Path

import tokenizers
from tokenizers import Tokenizer

from golden_files import GOLDEN, dump
from golden_texts import groups

ROOT = GOLDEN.parent.parent


def encoded(tokenizer: Tokenizer, group: str, text: str) -> dict:
    ids = tokenizer.encode(text, add_special_tokens=False).ids
    return {'decoded': tokenizer.decode(ids, skip_special_tokens=False), 'group': group, 'ids': ids, 'text': text}


def pieces(tokenizer: Tokenizer, cases: list[dict]) -> list[dict]:
    """Stretches of ids cut anywhere, inside a character too, and what they decode to (`\\ufffd` for a broken one)."""
    random_source = random.Random(7)
    answers = []
    for case in cases:
        ids = case['ids']
        if len(ids) > 2 and case['group'] in ('chinese', 'emoji', 'scripts', 'mixed', 'random anything'):
            start = int(random_source.random() * (len(ids) - 1))
            end = start + 1 + int(random_source.random() * (len(ids) - start - 1))
            answers.append({'decoded': tokenizer.decode(ids[start:end], skip_special_tokens=False), 'ids': ids[start:end]})
    return answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--model', type=Path, default=ROOT / 'static/models/storyteller', metavar='FOLDER')
    parser.add_argument('--out', type=Path, default=GOLDEN / 'tokenizer.json', metavar='FILE')
    chosen = parser.parse_args()
    file = chosen.model / 'tokenizer.json'
    tokenizer = Tokenizer.from_file(str(file))
    cases = [encoded(tokenizer, group, text) for group, texts in groups().items() for text in texts]
    dump(chosen.out, {
        'cases': cases,
        'model': chosen.model.resolve().name,
        'pieces': pieces(tokenizer, cases),
        'sha256': hashlib.sha256(file.read_bytes()).hexdigest(),
        'versions': {'python': platform.python_version(), 'tokenizers': tokenizers.__version__},
        'vocabulary': tokenizer.get_vocab_size(),
    })
    kept = sum(case['decoded'] == case['text'] for case in cases)
    print(f'{len(cases)} strings, {kept} of them decoded to themselves, {chosen.out.stat().st_size // 1024} kB')


if __name__ == '__main__':
    main()
