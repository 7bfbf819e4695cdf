"""The corpus as windows of tokens, each with how much it weighs in the loss."""

import random
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from corpus.document import ANSWER, NOISE, PLAIN, Document
from corpus.mixture import documents

END_ID = 0
# A document has about this many tokens: fewer would leave windows short.
TOKENS_PER_DOCUMENT = 22


@dataclass(frozen=True)
class Stream:
    """Tokens of many documents in a row, what kind each is, and where documents begin."""

    ids: np.ndarray
    kinds: np.ndarray
    starts: np.ndarray
    documents: int


def stream(tokenizer: Tokenizer, texts: list[Document], random_tokens: int, seed: str) -> Stream:
    """Documents and `random_tokens` sequences of random tokens among them, with an end token after each."""
    pieces = [_encoded(text, encoding) for text, encoding in zip(texts, tokenizer.encode_batch([text.text for text in texts]))]
    source = random.Random(seed)
    pieces += [_random_tokens(source, tokenizer.get_vocab_size()) for _ in range(random_tokens)]
    source.shuffle(pieces)
    lengths = np.array([len(ids) + 1 for ids, _ in pieces])
    ids = np.concatenate([part for ids, _ in pieces for part in (ids, [END_ID])])
    kinds = np.concatenate([part for _, kinds in pieces for part in (kinds, [PLAIN])])
    return Stream(ids.astype(np.int64), kinds.astype(np.int8), np.concatenate([[0], np.cumsum(lengths)[:-1]]), len(pieces))


def _encoded(document: Document, encoding) -> tuple[np.ndarray, np.ndarray]:
    of_characters = np.repeat([kind for _, kind in document.stretches], [len(text) for text, _ in document.stretches])
    ends = np.array([end for _, end in encoding.offsets])
    return np.array(encoding.ids), of_characters[ends - 1]


def _random_tokens(source: random.Random, vocabulary: int) -> tuple[np.ndarray, np.ndarray]:
    """Any tokens but the end, and then the same again; nothing tells the first copy, nor when the second begins."""
    length = source.choice([5, 10, 15, 20, 25, 30, 40, 60])
    copies = source.choice([2, 2, 3]) if length < 40 else 2
    first = [source.randrange(1, vocabulary) for _ in range(length)]
    kinds = [NOISE] * (length + 1) + [PLAIN] * (length * (copies - 1) - 1)
    return np.array(first * copies), np.array(kinds)


def chunk(tokenizer: Tokenizer, seed: int, number: int, shares: dict[str, float], windows: int, context: int) -> tuple[np.ndarray, np.ndarray, int]:
    """Part `number` of the corpus: ids and kinds, `windows` × `context`, and how many documents they are from."""
    name = f'{seed} part {number}'
    told = {family: share for family, share in shares.items() if family != 'tokens'}
    count = int(windows * context / TOKENS_PER_DOCUMENT) + 50
    texts = documents(name, count, told)
    random_tokens = int(count * shares.get('tokens', 0) / sum(told.values()))
    return cut(stream(tokenizer, texts, random_tokens, name), windows, context, name)


def cut(source: Stream, windows: int, context: int, seed: str) -> tuple[np.ndarray, np.ndarray, int]:
    """Windows at random: most begin with a document, or with the end before it, some in a document's middle."""
    chance = random.Random(f'cut {seed}')
    last = len(source.ids) - context - 1
    begins = []
    for _ in range(windows):
        begin = chance.randrange(last)
        if chance.random() < 0.75:
            begin = int(source.starts[max(0, np.searchsorted(source.starts, begin) - 1)])
            begin = max(0, begin - (chance.random() < 0.3))
        begins.append(begin)
    rows = np.array(begins)[:, None] + np.arange(context)[None, :]
    return source.ids[rows], source.kinds[rows], source.documents
