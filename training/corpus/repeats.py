"""Sequences that mean nothing and come again: only looking back at the first copy tells what is next."""

import string

from .document import Document, Source
from .openings import lead
from .words import (ADJECTIVES, ALPHABET_WORDS, COLOURS, COLOURS_ZH, DAYS, FOODS, FOODS_ZH, NUMBER_WORDS, PLACES, PLACES_ZH, STEMS_ZH, THINGS,
                    THINGS_ZH)

WORDS = ADJECTIVES + ALPHABET_WORDS + COLOURS + DAYS + FOODS + NUMBER_WORDS + PLACES + THINGS
WORDS_ZH = COLOURS_ZH + FOODS_ZH + PLACES_ZH + THINGS_ZH + list(STEMS_ZH)


def repeats(source: Source, language: str) -> Document:
    """A random sequence, and once or twice more. Held-out ones are just other sequences: there are enough."""
    document = Document('repeats', language)
    length = 20 if source.held_out else source.choice([3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 30])
    pool, joint = _pool(source, language)
    # Without a word twice, every word of the second copy is decided by the one before it.
    distinct = length <= len(pool) and (source.held_out or source.chance(0.5))
    sequence = source.sample(pool, length) if distinct else [source.choice(pool) for _ in range(length)]
    before = '' if source.held_out else lead(source, language, 0.4)
    text = joint.join(sequence)
    between = source.choice([joint, joint, ', ' if joint else '，', '. ' if joint else '。', ' ; '])
    if source.held_out:
        cut = source.randrange(3, length)
        first = joint.join(sequence[:cut])
        return document.noise(text).say(joint + first).answer(joint + sequence[cut])
    document.say(before).noise(text)
    for _ in range(source.choice([1, 1, 2]) if length < 20 else 1):
        document.noise(between + sequence[0]).say(joint + joint.join(sequence[1:]))
    return document.say(source.choice(['', '.' if joint else '。']))


def _pool(source: Source, language: str) -> tuple[list[str], str]:
    if language == 'zh':
        return source.choice([(WORDS_ZH, ''), (WORDS_ZH, ' '), (WORDS_ZH, '，')])
    if source.held_out:
        return WORDS, ' '
    letters = [string.ascii_lowercase, string.ascii_uppercase, string.digits][source.randrange(3)]
    return source.choice([(WORDS, ' '), (WORDS, ' '), (WORDS, ', '), (list(letters), ' '), ([str(n) for n in range(60)], ' ')])
