"""Lists in the order of the alphabet, of numbers or of the calendar: what is next?"""

import string

from .document import Document, Source, held
from .openings import lead
from .words import ALPHABET_WORDS, DAYS, DIGITS_ZH, MONTHS, NUMBER_WORDS, STEMS_ZH

JOINTS = [' ', ', ', ' and ', ' - ', ' then ']
JOINTS_ZH = ['、', '，', ' ', '然后']
NUMBERS_ZH = [n for n in DIGITS_ZH[1:]] + ['十' + n for n in DIGITS_ZH[1:10]] + ['二十']
DAYS_ZH = ['星期' + n for n in '一二三四五六日']
MONTHS_ZH = [n + '月' for n in NUMBERS_ZH[:12]]


def order(source: Source, language: str) -> Document:
    """A run of a known order, sometimes backwards; held out are starting places together with how they are written."""
    while True:
        name, items, circular = source.choice(_orders(source, language))
        joint = source.choice(JOINTS if language == 'en' else JOINTS_ZH)
        length = source.randrange(4, 11) if not circular else source.randrange(4, 9)
        if circular:
            start = source.randrange(len(items))
        elif len(items) < length + 1:
            continue
        else:
            start = source.randrange(len(items) - length + 1)
        run = [items[(start + i) % len(items)] for i in range(length)]
        if held(name, run[0], joint, share=6) == source.held_out:
            break
    document = Document('order', language)
    document.say('' if source.held_out and source.chance(0.7) else lead(source, language, 0.6)).say(joint.join(run[:3]))
    edge = joint.rstrip(' ') if language == 'en' else joint.strip()
    space = joint[len(edge):]
    if source.held_out:
        return document.say(joint.join([''] + run[3:-1]) + edge).answer(space + run[-1])
    for item in run[3:]:
        document.say(edge).answer(space + item)
    return document.say('.' if language == 'en' else '。')


def _orders(source: Source, language: str) -> list[tuple[str, list[str], bool]]:
    if language == 'zh':
        stems = list(STEMS_ZH)
        return [('numbers', NUMBERS_ZH, False), ('numbers-back', NUMBERS_ZH[::-1], False), ('days', DAYS_ZH, True), ('months', MONTHS_ZH, True),
                ('stems', stems, False), _numerals(source)]
    case = source.choice([string.ascii_lowercase, string.ascii_uppercase])
    return [('letters', list(case), False), ('letters', list(case), False), ('letters-back', list(case[::-1]), False), ('words', ALPHABET_WORDS, False),
            ('words', ALPHABET_WORDS, False), ('days', DAYS, True), ('months', MONTHS, True), ('number words', NUMBER_WORDS, False),
            _numerals(source), _numerals(source), _numerals(source)]


def _numerals(source: Source) -> tuple[str, list[str], bool]:
    step = source.choice([1, 1, 1, 2, 5, 10, -1])
    if step == 10:
        numbers = list(range(source.randrange(0, 3) * 10, 101, 10))
    elif step == -1:
        numbers = list(range(60, -1, -1))
    else:
        numbers = list(range(0 if step == 5 else source.randrange(step), 61, step))
    return f'numerals {step}', [str(n) for n in numbers], False
