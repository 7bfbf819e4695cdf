"""Agreement across a distance: the verb follows its subject, and not the noun between them."""

from .document import Document, Source
from .openings import distraction, opening

NOUNS = '''dog cat bird horse teacher doctor farmer king boy girl tree door book cup key hat letter lamp ball box drum kite map ring toy bag cake
flower picture star'''.split()
PREPOSITIONS = ['near', 'by', 'behind', 'under', 'on', 'with', 'next to', 'in front of']
VERBS = [('is', 'are'), ('was', 'were'), ('has', 'have'), ('looks', 'look'), ('does', 'do'), ('seems', 'seem')]
AFTER = {'is': ['old', 'new', 'small', 'nice'], 'was': ['old', 'lost', 'here', 'big'], 'has': ['no name', 'come back', 'been here'],
         'looks': ['old', 'nice', 'small'], 'does': ['not move', 'not sleep'], 'seems': ['new', 'lost', 'big']}
ADJECTIVES = ['old', 'new', 'small', 'big', 'red', 'nice']

# Chinese verbs do not agree; measure words do, with the noun that is counted.
MEASURES = {'书': '本', '猫': '只', '狗': '条', '鱼': '条', '马': '匹', '车': '辆', '树': '棵', '花': '朵', '纸': '张', '桌子': '张', '椅子': '把', '刀': '把',
            '信': '封', '灯': '盏', '衣服': '件', '船': '艘', '鸟': '只', '笔': '支', '人': '个', '梨': '个'}
SIDES = ['旁边', '上面', '下面', '后面', '前面']


def agreement(source: Source, language: str) -> Document:
    """English: is and are; Chinese: measure words. Pairs of subject and distractor are held out."""
    return _english(source) if language == 'en' else _chinese(source)


def _english(source: Source) -> Document:
    subject, other = source.pair(NOUNS, NOUNS, share=8)
    plural, other_plural = source.chance(0.5), source.chance(0.5)
    if source.held_out:
        other_plural = not plural

    def phrase(noun: str, many: bool) -> str:
        return source.choice(['', '', source.choice(ADJECTIVES) + ' ']) + (_many(noun) if many else noun)

    where = f'{source.choice(PREPOSITIONS)} the {phrase(other, other_plural)}'
    if source.chance(0.2):
        third = source.choice([n for n in NOUNS if n not in (subject, other)])
        where += f' {source.choice(PREPOSITIONS)} the {phrase(third, source.chance(0.5))}'
    middle = source.template([f' {where}', f' {where}', f' that {"are" if plural else "is"} {where}', f' we saw {where}'],
                             [f' that we saw {where}', f' {where} today'])
    singular, many = source.choice(VERBS)
    start = '' if source.held_out else opening(source, 'en', 0.3)
    the = 'the' if start and not start.endswith('. ') else 'The'
    document = Document('agreement', 'en').say(f'{start}{the} {phrase(subject, plural)}{middle}')
    document.answer(' ' + (many if plural else singular), [' ' + (singular if plural else many)])
    return document if source.held_out else document.say(f' {source.choice(AFTER[singular])}.')


def _many(noun: str) -> str:
    return noun + 'es' if noun.endswith('x') else noun + 's'


def _chinese(source: Source) -> Document:
    nouns = list(MEASURES)
    while True:
        subject, other = source.pair(nouns, nouns, share=8)
        if MEASURES[subject] != MEASURES[other]:
            break
    side = source.choice(SIDES)
    number = source.choice('一两三四五六七八九')
    form = source.template(['{o}{side}的{s}一共有{n}', '{o}{side}的{s}，我们看到了{n}', '{o}{side}有{s}，一共{n}', '{s}在{o}{side}，有{n}'],
                           ['{o}{side}的{s}，现在有{n}', '{s}都在{o}{side}，一共有{n}'])
    start = '' if source.held_out else opening(source, 'zh', 0.3)
    document = Document('agreement', 'zh').say(start + form.format(o=other, s=subject, side=side, n=number))
    document.answer(MEASURES[subject], [MEASURES[other]])
    return document if source.held_out else document.say('。' + (distraction(source, 'zh') if source.chance(0.2) else ''))
