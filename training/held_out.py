"""Writes `held_out/*.jsonl`: questions whose combinations and templates training never shows, about 200 for each ability.

    python training/held_out.py
"""

import json
from collections.abc import Callable
from pathlib import Path

from corpus.agreement import agreement
from corpus.counting import counting, sums
from corpus.document import Document, Source
from corpus.facts import facts
from corpus.giving import giving
from corpus.nesting import nesting
from corpus.order import order
from corpus.repeats import repeats

FOLDER = Path(__file__).parent / 'held_out'
EACH = 100

ABILITIES: dict[str, Callable[[Source, str], Document]] = {
    'giving': giving,
    'facts': lambda source, language: facts(source, language, overriding=False),
    'facts-override': lambda source, language: facts(source, language, overriding=True),
    'repeats': repeats, 'order': order, 'agreement': agreement, 'nesting': nesting, 'counting': counting, 'sums': sums,
}


def examples(ability: str) -> list[dict]:
    """Half English, half Chinese, none twice."""
    found: dict[str, dict] = {}
    for language in ('en', 'zh'):
        source = Source(f'held out {ability} {language}', held_out=True)
        target, tries = len(found) + EACH, 0
        while len(found) < target and (tries := tries + 1) < 20 * EACH:
            example = ABILITIES[ability](source, language).example()
            found.setdefault(example['prompt'], example)
    return list(found.values())


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for ability in ABILITIES:
        lines = [json.dumps(example, ensure_ascii=False) for example in examples(ability)]
        (FOLDER / f'{ability}.jsonl').write_text('\n'.join(lines) + '\n')
        print(ability, len(lines))


if __name__ == '__main__':
    main()
