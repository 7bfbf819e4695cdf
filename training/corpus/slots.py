"""Sentences put together from slots, so that a new template is made of parts that were read in others."""

import re
from itertools import product

from .document import Source, held

# One combination of parts in so many is kept out of training.
SHARE = 5


def spread(*patterns: str) -> list[str]:
    """All sentences of patterns with alternatives: `(a|the) ball` gives `a ball` and `the ball`."""
    found: dict[str, None] = {}
    for pattern in patterns:
        slots = [part[1:-1].split('|') if part.startswith('(') else [part] for part in re.split(r'(\([^()]*\))', pattern)]
        found |= dict.fromkeys(re.sub(' +', ' ', ''.join(parts)).strip() for parts in product(*slots))
    return list(found)


def combination(source: Source, name: str, *slots: list[str]) -> tuple[str, ...]:
    """A part for each slot, together kept out of training or not, as the source is."""
    while True:
        parts = tuple(source.choice(slot) for slot in slots)
        if held('slots', name, *(f'{i}{part}' for i, part in enumerate(parts)), share=SHARE) == source.held_out:
            return parts
