"""All families, in the shares that a recipe gives."""

from typing import Callable

from .agreement import agreement
from .counting import counting, sums
from .document import Document, Source
from .facts import facts
from .giving import giving
from .nesting import nesting
from .order import order
from .repeats import repeats

FAMILIES: dict[str, Callable[[Source, str], Document]] = {
    'giving': giving, 'facts': facts, 'repeats': repeats, 'order': order,
    'agreement': agreement, 'nesting': nesting, 'counting': counting, 'sums': sums,
}
CHINESE = 0.4


def documents(seed: int | str, count: int, shares: dict[str, float]) -> list[Document]:
    """`count` texts; the same for the same seed and shares."""
    source = Source(seed)
    names = list(shares)
    weights = [shares[name] for name in names]
    return [FAMILIES[name](source, 'zh' if source.chance(CHINESE) else 'en') for name in source.choices(names, weights, k=count)]
