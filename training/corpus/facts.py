"""Facts, some of them overridden later, among others that do not matter; and questions about them."""

from dataclasses import dataclass

from .document import Document, Source, held
from .openings import distraction, joined, opening
from .words import COLOURS, COLOURS_ZH, FOODS, FOODS_ZH, NAMES, NAMES_ZH, PLACES, PLACES_ZH, THINGS, THINGS_ZH


@dataclass(frozen=True)
class Relation:
    """What is said of whom: how it is stated, how it changes, how it is asked. `{x}` has the value `{y}`."""

    xs: list[str]
    ys: list[str]
    state: list[str]
    change: list[str]
    ask: list[str]
    ask_held: list[str]


EN = [
    Relation(NAMES, PLACES, ['{x} is in the {y}.', '{x} is now in the {y}.', 'We saw {x} in the {y}.', 'In the {y} we met {x}.'],
             ['Then {x} went to the {y}.', 'Later {x} moved to the {y}.', 'Now {x} is in the {y}.', '{x} walked to the {y}.'],
             ['Where is {x}? In the', 'Where is {x} now? {x} is in the', 'So {x} is in the', 'Question: where is {x}? Answer: in the', 'Look for {x} in the'],
             ['Where can we find {x}? In the', 'Today {x} is in the', 'Now look for {x} in the']),
    Relation(NAMES, FOODS, ['{x} likes {y}.', '{x} wants {y}.', '{x} eats {y}.', 'The food of {x} is {y}.'],
             ['Now {x} likes {y}.', 'Later {x} wanted {y}.', 'Then the food of {x} was {y}.'],
             ['What does {x} like? {x} likes', 'What is the food of {x}? It is', 'So {x} likes', 'Question: what does {x} want? Answer:'],
             ['What does {x} want now? {x} wants', 'So the food of {x} is', 'Today {x} likes']),
    Relation(NAMES, COLOURS, ['{x} has a {y} hat.', 'The hat of {x} is {y}.', '{x} wears a {y} hat.'],
             ['Now the hat of {x} is {y}.', 'Later {x} got a {y} hat.', 'Then {x} painted the hat {y}.'],
             ['What colour is the hat of {x}? It is', 'So the hat of {x} is', 'Question: what hat has {x}? Answer:'],
             ['What colour has the hat of {x}? It is', 'Today the hat of {x} is']),
    Relation(COLOURS, THINGS, ['The {y} is in the {x} box.', 'In the {x} box there is a {y}.', 'The {x} box holds a {y}.'],
             ['Now the {x} box holds a {y}.', 'Then {name} put a {y} in the {x} box.', 'Later there was a {y} in the {x} box.'],
             ['What is in the {x} box? A', 'So the {x} box holds a', 'Question: what is in the {x} box? Answer: a'],
             ['What does the {x} box hold? A', 'Now in the {x} box there is a']),
    Relation(THINGS, PLACES, ['The {x} is in the {y}.', 'We saw the {x} in the {y}.', 'In the {y} there is the {x}.'],
             ['Then {name} took the {x} to the {y}.', 'Later the {x} was in the {y}.', 'Now the {x} is in the {y}.'],
             ['Where is the {x}? In the', 'Where is the {x} now? It is in the', 'So the {x} is in the', 'Question: where is the {x}? Answer: in the'],
             ['Where can we find the {x}? In the', 'Look for the {x} in the']),
    Relation(THINGS, NAMES, ['The {x} is with {y}.', '{y} has the {x}.', 'The {x} belongs to {y}.'],
             ['Then {y} took the {x}.', 'Now the {x} belongs to {y}.', 'Later {y} got the {x}.'],
             ['Who has the {x}? It is', 'So the {x} is with', 'Question: who has the {x}? Answer:'],
             ['Who has the {x} now? It is', 'Today the {x} belongs to']),
]
ZH = [
    Relation(NAMES_ZH, PLACES_ZH, ['{x}在{y}。', '我们看到{x}在{y}。', '{x}今天在{y}。'], ['后来{x}去了{y}。', '现在{x}在{y}。', '{x}又到了{y}。'],
             ['{x}在哪里？在', '{x}现在在哪里？{x}在', '所以{x}在', '问：{x}在哪里？答：'], ['我们在哪里找{x}？在', '问：现在{x}在哪里？在']),
    Relation(NAMES_ZH, FOODS_ZH, ['{x}喜欢{y}。', '{x}想要{y}。', '{x}爱吃{y}。'], ['后来{x}喜欢{y}。', '现在{x}想要{y}。', '{x}又爱吃{y}了。'],
             ['{x}喜欢什么？{x}喜欢', '{x}想要什么？', '所以{x}爱吃', '问：{x}喜欢什么？答：'], ['{x}现在喜欢什么？喜欢', '问：{x}爱吃什么？爱吃']),
    Relation(list(COLOURS_ZH), THINGS_ZH, ['{x}色的箱子里有{y}。', '{y}在{x}色的箱子里。'], ['现在{x}色的箱子里有{y}。', '后来{name}在{x}色的箱子里放了{y}。'],
             ['{x}色的箱子里有什么？有', '所以{x}色的箱子里有', '问：{x}色的箱子里有什么？答：'], ['现在{x}色的箱子里有什么？有', '看，{x}色的箱子里有']),
    Relation(THINGS_ZH, PLACES_ZH, ['{x}在{y}。', '我们看到{x}在{y}。', '{y}里有{x}。'], ['后来{name}把{x}拿到了{y}。', '现在{x}在{y}。'],
             ['{x}在哪里？在', '所以{x}在', '问：{x}在哪里？答：'], ['我们在哪里找{x}？在', '{x}现在在哪里？{x}在']),
    Relation(THINGS_ZH, NAMES_ZH, ['{x}是{y}的。', '{y}有{x}。', '{x}在{y}那里。'], ['后来{y}拿走了{x}。', '现在{x}是{y}的。'],
             ['{x}在谁那里？在', '所以{x}是', '问：谁有{x}？答：'], ['现在谁有{x}？是', '问：{x}在谁那里？在']),
]


def facts(source: Source, language: str, overriding: bool | None = None) -> Document:
    """Two to five facts of one kind; perhaps later ones about the same; one to three questions."""
    english = language == 'en'
    relation = source.choice(EN if english else ZH)
    if overriding is None:
        overriding = source.chance(0.5)
    count = source.choices([2, 3, 4, 5], [3, 4, 3, 1])[0]
    xs, ys = chosen(source, relation, count)
    values = dict(zip(xs[:count], ys[:count]))
    asked = xs[0]
    names = NAMES if english else NAMES_ZH
    # Bystanders are drawn so that they make no held-out pair with anybody told of.
    bystanders = [n for n in names if n not in xs + ys and not any(held(n, k) for k in xs + ys)] or names[:1]

    takers: list[str] = []

    def told(forms: list[str], x: str, y: str) -> str:
        form, name = source.choice(forms), source.choice(bystanders)
        if '{name}' in form:
            # Two who take things must not be a held-out pair either: then the first takes both.
            name = next((first for first in takers if not source.held_out and held(first, name)), name)
            takers.append(name)
        return form.format(x=x, y=y, name=name)

    first = list(values.items())
    source.shuffle(first)
    sentences = [told(relation.state, x, y) for x, y in first]
    if overriding:
        changed = [asked] if source.held_out else source.sample(list(values), source.choice([1, 1, 2]))
        spare = ys[count:]
        if source.held_out:
            # The held-out combination is the later fact; the earlier one was another.
            values = {x: ys[i] for i, x in enumerate(xs[:count])}
            sentences = [told(relation.state, x, spare[0] if x == asked else y) for x, y in first]
            sentences.append(told(relation.change, asked, values[asked]))
        else:
            for x, y in zip(changed, spare):
                values[x] = y
                sentences.insert(len(sentences) - source.choice([0, 0, 0, 1 if len(sentences) > count else 0]), told(relation.change, x, y))
    space = ' ' if english else ''
    extra = source.choice([0, 0, 1])
    for _ in range(extra):
        sentences.insert(source.randrange(1, len(sentences) + 1), distraction(source, language).strip())
    document = Document('facts-override' if overriding else 'facts', language)
    document.say(joined('' if source.held_out else opening(source, language, 0.15), space.join(sentences), NAMES))
    questions = [asked] if source.held_out else source.sample(list(values), min(len(values), source.choice([1, 2, 2, 3])))
    for i, x in enumerate(questions):
        document.say(space + source.template(relation.ask, relation.ask_held).format(x=x))
        others = [y for y in ys if y != values[x] and y in document.text]
        document.answer(space + values[x], [space + y for y in others])
        if not source.held_out:
            document.say('.' if english else '。')
    return document


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
