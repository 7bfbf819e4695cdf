"""Trains the byte-level BPE that the models share, on the corpus.

    python training/vocabulary.py --out training/runs/tokenizer.json

`training/tokenizer.json` was made so once, when the corpus had fewer templates, and stays: links and golden values name its
tokens. Chinese is not written with spaces; so that names stay whole, a short list of its words is cut out before BPE sees the
text, and every other Chinese character stands alone.
"""

import argparse
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from corpus.mixture import FAMILIES, documents
from corpus.words import NAMES, WORDS_ZH

END = '<|endoftext|>'
SIZE = 1536
HAN = '[一-鿿]'
PATTERN = '|'.join([*WORDS_ZH, HAN, rf' ?(?:(?!{HAN})\p{{L}})+', r' ?\p{N}{1,3}', r' ?[^\s\p{L}\p{N}]', r'\s+(?!\S)', r'\s+'])


def train(seed: int = 11, count: int = 60000) -> Tokenizer:
    """The tokenizer; names are repeated so that each becomes one token, with and without its space."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(PATTERN), 'isolated'), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=SIZE, special_tokens=[END], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    texts = [document.text for document in documents(f'vocabulary {seed}', count, dict.fromkeys(FAMILIES, 1.0))]
    texts += [f'{name} {name}' for name in NAMES] * 300 + ['“‘’”"\'()[]{}<> “ ‘ ( [ { < "（）【】《》「」『』'] * 300
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--out', type=Path, required=True)
    chosen = parser.parse_args()
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    train().save(str(chosen.out), pretty=False)


if __name__ == '__main__':
    main()
