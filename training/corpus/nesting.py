"""Quotes and brackets inside one another, up to four deep: what was opened last is closed first."""

from .document import Document, Source, held
from .openings import lead
from .words import COLOURS, FOODS, FOODS_ZH, NAMES, NAMES_ZH, PLACES, PLACES_ZH, THINGS, THINGS_ZH

PAIRS = {'(': ')', '[': ']', '{': '}', '<': '>', '“': '”', '‘': '’', '"': '"'}
PAIRS_ZH = {'（': '）', '【': '】', '《': '》', '「': '」', '『': '』', '“': '”', '‘': '’'}
DEPTH = 4


def nesting(source: Source, language: str) -> Document:
    """Some words, an opening, words again, …; once closing begins it mostly goes on. Held out: ways to nest."""
    pairs = PAIRS if language == 'en' else PAIRS_ZH
    depth = source.choice([1, 2, 2, 3, 3, 4, 4]) if not source.held_out else source.choice([2, 3, 4])
    while True:
        kinds = _kinds(source, list(pairs), depth)
        if depth == 1 or held('nest', *_in_order(kinds), share=6) == source.held_out:
            break
    document = Document('nesting', language)
    document.say('' if source.held_out and source.chance(0.5) else lead(source, language, 0.4))
    if source.chance(0.6):
        document.say(_words(source, language))
    return _held_out(source, document, kinds, pairs) if source.held_out else _training(source, document, kinds, pairs)


def _held_out(source: Source, document: Document, kinds: list[str], pairs: dict[str, str]) -> Document:
    english = document.language == 'en'
    for kind in kinds:
        document.say((' ' if english and document.text and not document.text.endswith(' ') else '') + kind + _words(source, document.language))
    for kind in reversed(kinds[source.randrange(len(kinds)):][1:]):
        document.say(pairs[kind])
        kinds = kinds[:-1]
    return document.answer(pairs[kinds[-1]], [pairs[k] for k in pairs if pairs[k] != pairs[kinds[-1]]])


def _training(source: Source, document: Document, kinds: list[str], pairs: dict[str, str]) -> Document:
    english = document.language == 'en'
    for kind in kinds:
        document.say((' ' if english and document.text and not document.text.endswith(' ') else '') + kind + _words(source, document.language))
    for i, kind in reversed(list(enumerate(kinds))):
        document.answer(pairs[kind])
        if i > 0 and source.chance(0.2):
            document.say((' ' if english else '') + _words(source, document.language))
        if 0 < i < DEPTH and source.chance(0.12):
            inner = _sibling(source, list(pairs), kinds[:i])
            if inner:
                document.say((' ' if english else '') + inner + _words(source, document.language)).answer(pairs[inner])
    return document.say('.' if english else '。')


def _sibling(source: Source, kinds: list[str], outer: list[str]) -> str | None:
    """A second inner bracket after the first has closed, where no nesting that is held out comes about."""
    allowed = [k for k in kinds if k not in outer and not held('nest', *_in_order(outer + [k]), share=6)]
    return source.choice(allowed) if allowed else None


def _kinds(source: Source, kinds: list[str], depth: int) -> list[str]:
    """No two neighbours alike, and straight quotes once at most: they look the same open and closed."""
    while True:
        chosen = [source.choice(kinds) for _ in range(depth)]
        if all(a != b for a, b in zip(chosen, chosen[1:])) and chosen.count('"') <= 1:
            return chosen


def _in_order(kinds: list[str]) -> list[str]:
    """Named with their places, since `held` does not care for order."""
    return [f'{i}{kind}' for i, kind in enumerate(kinds)]


def _words(source: Source, language: str) -> str:
    if language == 'zh':
        return source.choice(['{n}在{p}', '{t}', '{n}喜欢{f}', '{n}有{t}', '看{t}', '{n}和{m}']).format(
            n=source.choice(NAMES_ZH), m=source.choice(NAMES_ZH), p=source.choice(PLACES_ZH), t=source.choice(THINGS_ZH), f=source.choice(FOODS_ZH))
    return source.choice(['the {c} {t}', 'in the {p}', '{n} likes {f}', '{n}', 'a {t}', '{n} has a {t}', '{t}', 'x', 'y', 'to the {p}']).format(
        c=source.choice(COLOURS), t=source.choice(THINGS), p=source.choice(PLACES), n=source.choice(NAMES), f=source.choice(FOODS))
