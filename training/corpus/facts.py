"""Facts, some of them overridden later, among others that do not matter; and questions about them."""

from . import relations, relations_zh
from .document import Document, Source, held
from .openings import distraction, joined, opening
from .relations import Relation
from .slots import combination
from .words import NAMES, NAMES_ZH

LANGUAGES = {'en': (relations, relations.EN), 'zh': (relations_zh, relations_zh.ZH)}


def facts(source: Source, language: str, overriding: bool | None = None) -> Document:
    """Two to five facts of one kind; perhaps later ones about the same; one to four questions."""
    relation = source.choice(LANGUAGES[language][1])
    if overriding is None:
        overriding = source.chance(0.5)
    count = source.choices([2, 3, 4, 5], [3, 4, 3, 1])[0]
    count = min(count, len(relation.ys) - 2)
    xs, ys = chosen(source, relation, count)
    values = dict(zip(xs, ys))
    sentences = _changed(source, relation, language, values, ys[count:]) if overriding else _stated(source, relation, language, values)
    for _ in range(source.choice([0, 0, 1])):
        sentences.insert(source.randrange(1, len(sentences) + 1), distraction(source, language).strip())
    document = Document('facts-override' if overriding else 'facts', language)
    space = ' ' if language == 'en' else ''
    document.say(joined('' if source.held_out else opening(source, language, 0.15), space.join(sentences), NAMES))
    questions = [xs[0]] if source.held_out else source.sample(xs, min(count, source.choice([1, 2, 3, 3, 4])))
    for x in questions:
        before, after = question(source, relation, language, x)
        others = [y for y in ys if y != values[x] and y in document.text]
        if language == 'en':
            gap = ' ' if before.endswith(' ') else ''
            document.say(' ' + before.rstrip(' ')).answer(gap + values[x], [gap + y for y in others])
        else:
            document.say(before).answer(values[x], others)
        if not source.held_out:
            document.say(after + ('.' if language == 'en' else '。'))
    return document


def _stated(source: Source, relation: Relation, language: str, values: dict[str, str]) -> list[str]:
    first = list(values.items())
    source.shuffle(first)
    return [_sentence(source, relation, language, 'state', x, y) for x, y in first]


def _changed(source: Source, relation: Relation, language: str, values: dict[str, str], spare: list[str]) -> list[str]:
    """Facts, then later ones, which `values` holds afterwards. Held out, the later one is the combination that is held out."""
    asked = next(iter(values))
    if source.held_out:
        sentences = _stated(source, relation, language, values | {asked: spare[0]})
        return sentences + [_sentence(source, relation, language, 'change', asked, values[asked])]
    sentences = _stated(source, relation, language, values)
    for x, y in zip(source.sample(list(values), source.choice([1, 1, 2])), spare):
        values[x] = y
        at_end = source.chance(0.7) or len(sentences) == len(values)
        sentences.insert(len(sentences) - (0 if at_end else 1), _sentence(source, relation, language, 'change', x, y))
    return sentences


def _sentence(source: Source, relation: Relation, language: str, kind: str, x: str, y: str) -> str:
    words = LANGUAGES[language][0]
    leads, clauses = (words.LEADS, relation.state) if kind == 'state' else (words.LATER, relation.change)
    lead, clause = combination(source, f'{relation.name} {kind}', leads, clauses)
    return capital(lead + clause.format(x=x, y=y)) + ('.' if language == 'en' else '。')


def question(source: Source, relation: Relation, language: str, x: str) -> tuple[str, str]:
    """What is said before an answer, and what ends its sentence: a question with how its reply begins, or what is known again."""
    words = LANGUAGES[language][0]
    if source.chance(0.3):
        tells = [form for form in relation.state if '{x}' in form.partition('{y}')[0]]
        lead, form = combination(source, f'{relation.name} again', words.AGAIN, tells)
        before, after = form.split('{y}')
        return lead + before.format(x=x), after
    if source.held_out and source.chance(0.5):
        clause, reply = source.choice(relation.kept), source.choice(relation.reply)
    else:
        clause, reply = combination(source, f'{relation.name} ask', [form for form in relation.ask if form not in relation.kept], relation.reply)
    lead, joint = source.choice(words.ASKING)
    before, after = reply.split('{y}')
    begins = before.format(x=x)
    asked = capital(lead + clause.format(x=x)) + ('?' if language == 'en' else '？')
    return asked + joint + (begins if joint.endswith(': ') else capital(begins)), after.format(x=x)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def chosen(source: Source, relation: Relation, count: int) -> tuple[list[str], list[str]]:
    """Subjects, and two values more than subjects: in training no two that are held out together; held out, the first are."""
    while True:
        xs = people(source, relation.xs, count)
        ys = people(source, relation.ys, count + 2)
        if source.held_out:
            if held(xs[0], ys[0]):
                return xs, ys
        elif not any(held(x, y) for x, y in list(zip(xs, ys)) + [(x, y) for x in xs for y in ys[count:]]):
            return xs, ys


def people(source: Source, words: list[str], count: int) -> list[str]:
    """Different words; of names, in training, no held-out pair."""
    if words in (NAMES, NAMES_ZH) and not source.held_out:
        return source.people(words, count)
    return source.sample(words, count)
