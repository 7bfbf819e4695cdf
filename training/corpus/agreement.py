"""Agreement across a distance: the verb follows its subject, and not the noun between them. In Chinese, where verbs do not
agree, it is the measure word that follows the noun that is counted."""

from .document import Document, Source
from .openings import distraction, joined, opening
from .slots import combination, spread
from .words import NAMES, NAMES_ZH

NOUNS = '''dog cat bird horse teacher doctor farmer king boy girl tree door book cup key hat letter lamp ball box drum kite map ring toy bag cake
flower picture star'''.split()
PREPOSITIONS = ['near', 'by', 'behind', 'under', 'on', 'with', 'next to', 'in front of']
COMPLEMENTS = ['old', 'new', 'small', 'big', 'nice', 'lost', 'here', 'quiet']
# Each with what may follow it.
VERBS = {('is', 'are'): COMPLEMENTS, ('was', 'were'): COMPLEMENTS, ('has', 'have'): ['no name', 'come back', 'been here', 'moved'],
         ('looks', 'look'): COMPLEMENTS[:6], ('does', 'do'): ['not move', 'not sleep', 'not look new'], ('seems', 'seem'): COMPLEMENTS,
         ('goes', 'go'): ['to the market', 'with us'], ('moves', 'move'): ['now', 'again'], ('belongs', 'belong'): ['to us', 'here']}
ADJECTIVES = ['old', 'new', 'small', 'big', 'nice', 'long']

# What leads to the noun between: `{be}` agrees too, so that a sentence may say the number twice.
MIDDLES = ['', '', '', '', ' that {be}', ' that {be} not', ' that {be} now', *spread(' (that|which) (we|you|I|they) (saw|found|met|put|see)', '(we|you|I|they) (saw|found|see)'),
           ' that {name} saw', ' that {name} found', ' {name} saw', ' standing', ' lost', ' found', ' left']
TRAILS = ['', '', '', '', ' today', ' now', ' often', ' again', ' there', ' still', ' never', ' last May', ', we know,', ', you see,', ' in the end', ' at last', ' then']
LEADS = [*[''] * 16, 'We know that ', 'Today ', 'Now ', 'You see, ', 'The answer: ', 'So ', 'In the end ', 'They said: ', 'It is said that ']

MEASURES = {'书': '本', '猫': '只', '狗': '条', '鱼': '条', '马': '匹', '车': '辆', '树': '棵', '花': '朵', '纸': '张', '桌子': '张', '椅子': '把', '刀': '把',
            '信': '封', '灯': '盏', '衣服': '件', '船': '艘', '鸟': '只', '笔': '支', '人': '个', '梨': '个'}
SIDES = ['旁边', '上面', '下面', '后面', '前面', '上', '边上', '那边']
NUMBERS = '一两三四五六七八九'
# How the counted noun {s} stands to the other one {o}, and how its number is said.
WHERE_ZH = spread('{o}{side}的{s}', '{o}{side}(有|还有|放着|就是|是){s}', '{s}(在|都在|就在|还在|不在|放在|都放在){o}{side}', '{o}{side}的那些{s}', '{s}和{o}都在，{s}',
                  '我们看到{o}{side}的{s}', '小的{o}{side}有{s}', '有了{o}，还有{s}', '看{o}{side}的{s}')
LINKS_ZH = ['一共有', '，一共', '，一共有', '有', '，有', '，现在有', '，我们看到了', '，数一数，有', '，还有', '，今天有', '，我们买了', '，她拿走了', '，老师说有', '，昨天有', '，就有', '，后来是']


def agreement(source: Source, language: str) -> Document:
    """One to five sentences. Held out: pairs of subject and distractor, and how what is between them is said."""
    document = Document('agreement', language)
    count = 1 if source.held_out else source.choice([1, 2, 3, 4]) + (language == 'zh')
    for i in range(count):
        (_english if language == 'en' else _chinese)(source, document, first=i == 0)
    if language == 'zh' and not source.held_out and source.chance(0.2):
        document.say(distraction(source, 'zh'))
    return document


def _english(source: Source, document: Document, first: bool) -> None:
    subject, other = source.pair(NOUNS, NOUNS, share=8)
    plural = source.chance(0.5)
    other_plural = not plural if source.held_out or source.chance(0.3) else source.chance(0.5)
    preposition, middle, trail = combination(source, 'agreement', PREPOSITIONS, MIDDLES, TRAILS)
    where = f'{preposition} the {_phrase(source, other, other_plural)}'
    if source.chance(0.2):
        third = source.choice([noun for noun in NOUNS if noun not in (subject, other)])
        where += f' {source.choice(PREPOSITIONS)} the {_phrase(source, third, source.chance(0.5))}'
    between = middle.format(be=source.choice(['are', 'were'] if plural else ['is', 'was']), name=source.choice(NAMES))
    forms, after = source.choice(list(VERBS.items()))
    singular, many = forms
    text = f'{source.choice(LEADS)}the {_phrase(source, subject, plural)} {between.strip()} {where}{trail}'.replace('  ', ' ')
    text = text[0].upper() + text[1:]
    document.say(joined('' if source.held_out else opening(source, 'en', 0.3), text, NAMES) if first else ' ' + text)
    document.answer(' ' + (many if plural else singular), [' ' + (singular if plural else many)])
    if not source.held_out:
        document.say(f' {source.choice(after)}.')


def _phrase(source: Source, noun: str, many: bool) -> str:
    return (source.choice(ADJECTIVES) + ' ' if source.chance(0.3) else '') + (_many(noun) if many else noun)


def _many(noun: str) -> str:
    return noun + 'es' if noun.endswith('x') else noun + 's'


def _chinese(source: Source, document: Document, first: bool) -> None:
    nouns = list(MEASURES)
    start = opening(source, 'zh', 0.3) if first and not source.held_out else ''
    if not first and source.chance(0.2):
        document.say(_plainly(source, source.choice(nouns)))
    else:
        while True:
            subject, other = source.pair(nouns, nouns, share=8)
            if MEASURES[subject] != MEASURES[other]:
                break
        where, link = combination(source, 'measure', WHERE_ZH, LINKS_ZH)
        document.say(start + where.format(o=other, s=subject, side=source.choice(SIDES)) + link + source.choice(NUMBERS))
        document.answer(MEASURES[subject], [MEASURES[other]])
    if not source.held_out:
        document.say('。')


def _plainly(source: Source, noun: str) -> str:
    """With no noun between, and the measure word where it mostly stands: before its noun."""
    return source.choice(['{name}有{n}{m}{s}', '{n}{m}{s}', '这{m}{s}是{name}的', '{s}有{n}{m}', '{name}看到了{n}{m}{s}', '那{m}{s}很新']).format(
        name=source.choice(NAMES_ZH), n=source.choice(NUMBERS), m=MEASURES[noun], s=noun)
