"""Counting what was said, and small sums."""

from .document import Document, Source, held
from .openings import lead, opening
from .words import ALPHABET_WORDS, DIGITS_ZH, NAMES, NAMES_ZH, NUMBER_WORDS

COUNTED = 'balls books keys cups hats maps'.split()
COUNTED_ZH = '皮球 杯子 书包 盒子 蛋糕 玩具 苹果'.split()

CLAPS = ['clap', 'drum', 'ring', 'look', 'ha', 'tap'] + ALPHABET_WORDS[:12]
CLAPS_ZH = ['啪', '咚', '哈', '叮', '喵', '汪']


def counting(source: Source, language: str) -> Document:
    """How often a word came, up to nine; held out are words with their numbers."""
    english = language == 'en'
    while True:
        word, number = source.choice(CLAPS if english else CLAPS_ZH), source.randrange(2, 10)
        if held('count', word, number, share=6) == source.held_out:
            break
    name = source.choice(NAMES if english else NAMES_ZH)
    document = Document('counting', language)
    start = '' if source.held_out else opening(source, language, 0.3)
    if english:
        joint = source.choice([' ', ', '])
        row = joint.join([word] * number)
        form = source.choice(['{n} said: {row}. That was', '{n} said {row}. How many? It was', '{row}: {n} counted'])
        document.say(start + form.format(n=name, row=row)).answer(' ' + NUMBER_WORDS[number])
        return document if source.held_out else document.say('.')
    row = source.choice(['', '、', '，']).join([word] * number)
    form = source.choice(['{n}说：{row}。一共', '{n}听到：{row}，一共', '{row}，{n}数了一下，一共'])
    document.say(start + form.format(n=name, row=row)).answer('两' if number == 2 else DIGITS_ZH[number])
    return document if source.held_out else document.say('声。')


def sums(source: Source, language: str) -> Document:
    """Sums of two numbers up to ten, as sums and as stories; held out are ordered pairs."""
    english = language == 'en'
    document = Document('sums', language).say('' if source.held_out else lead(source, language, 0.5))
    for _ in range(1 if source.held_out else source.choice([1, 2, 3])):
        while True:
            a, b = source.randrange(1, 11), source.randrange(1, 11)
            if held('sum', f'{a}+{b}', share=8) == source.held_out:
                break
        minus = not source.held_out and source.chance(0.3)
        first, result, sign = (a + b, a, '-') if minus else (a, a + b, '+')
        if source.chance(0.5):
            document.say(('' if document.text.endswith((' ', '：')) or not document.text else ' ') + f'{first} {sign} {b} =').answer(f' {result}')
            document.say('' if source.held_out else '.' if english else '。')
        else:
            _story(source, document, first, b, result, minus)
    return document


def _story(source: Source, document: Document, first: int, second: int, result: int, minus: bool) -> None:
    if document.language == 'en':
        form = '{n} had {a} {t}. Then {n} lost {b}. Now there are' if minus else '{n} had {a} {t}. Then {n} got {b}. Now there are'
        words = form.format(n=source.choice(NAMES), a=first, b=second, t=source.choice(COUNTED))
        document.say(('' if document.text.endswith(' ') or not document.text else ' ') + words).answer(f' {result}')
    else:
        form = '{n}有 {a} 个{t}，丢了 {b} 个，现在有' if minus else '{n}有 {a} 个{t}，又买了 {b} 个，现在有'
        document.say(form.format(n=source.choice(NAMES_ZH), a=first, b=second, t=source.choice(COUNTED_ZH))).answer(f' {result}')
    if not source.held_out:
        document.say('.' if document.language == 'en' else ' 个。')
