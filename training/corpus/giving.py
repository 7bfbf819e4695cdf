"""Stories of giving: who gets it is the one who was named and does not give."""

from .document import Document, Source
from .openings import distraction, joined, opening
from .words import ADJECTIVES, NAMES, NAMES_ZH, PLACES, PLACES_ZH, THINGS, THINGS_ZH

# {who}: everybody there; {s}: who acts.
EN = ['When {who} went to the {place}, {s} gave a {thing} to', 'When {who} got a {thing} at the {place}, {s} gave it to',
      'Then {who} had a long talk at the {place}, and {s} handed the {thing} to',
      '{who} met at the {place}. {s} showed the {thing} to', 'After {who} came back from the {place}, {s} sold the {thing} to',
      'In the {place}, {who} found a {thing}. {s} gave it to', 'While {who} were in the {place}, {s} passed the {adj} {thing} to',
      'One day {who} went to the {place}. Later {s} sent a {thing} to', 'The {place} was quiet. {who} were there, and {s} brought a {thing} to',
      '{who} were friends. It rained. At the {place}, {s} lent the {adj} {thing} to', 'Because {who} were at the {place}, {s} threw the {thing} to',
      'Now {who} walk to the {place}, and {s} gives a {thing} to', 'Today {who} worked at the {place}. In the end {s} took the {thing} from',
      'The {thing} was old. {who} looked at it, and then {s} gave it to', 'There was a {thing} in the {place}. When {who} saw it, {s} brought it to']
EN_HELD = ['Yesterday {who} were at the {place}, and {s} handed a {thing} to', 'When {who} saw a {adj} {thing} in the {place}, {s} sold it to',
           'While {who} had lunch at the {place}, {s} gave the {adj} {thing} to', 'So {who} came to the {place}. Then {s} sent the {thing} to',
           'At the {place} it rained. {who} found a {thing}, and {s} passed it to']
EN_NEXT = [(' Then {g} said thanks to', 1), (' {g} gave it back to', 1), (' So {g} thanked', 1), (' Now it is with', 0), (' Later the {thing} was with', 0)]

ZH = ['{who}去{place}的时候，{s}把{thing}给了', '{who}一起去{place}，{s}把新{thing}送给了', '在{place}里，{who}看到了{thing}。{s}把它交给了',
      '昨天{who}在{place}见面。{s}把{thing}借给了', '有一天，{who}在{place}里说话，后来{s}把{thing}送给了', '{who}是好朋友。在{place}，{s}把{thing}拿给了',
      '因为{who}都在{place}，{s}就把{thing}交给了', '今天{who}从{place}回来。{s}把{thing}卖给了', '下雨了，{who}还在{place}，{s}把{thing}给了']
ZH_HELD = ['{who}在{place}吃饭的时候，{s}把{thing}送给了', '后来{who}到了{place}，{s}就把{thing}给了', '{place}很安静，{who}都在那里。{s}把{thing}交给了']
ZH_NEXT = [('{g}很喜欢，就感谢', 1), ('后来{g}又把它还给了', 1), ('{g}感谢了', 1), ('现在{thing}在谁那里？在', 0)]


def giving(source: Source, language: str) -> Document:
    """Two to four people; all but one give, or one gives and one of two gets (rarely: then either is right)."""
    english = language == 'en'
    count = source.choices([2, 3, 4], [7, 2, 1])[0]
    people = source.people(NAMES if english else NAMES_ZH, count)
    getter, givers = people[0], people[1:]
    thing = source.choice(THINGS if english else THINGS_ZH)
    everybody = source.sample(people, count)
    s = listed(source.sample(givers, len(givers)), english)
    if count == 3 and not source.held_out and source.chance(0.2):
        everybody = source.sample(people[:2], 2)
        s = people[2]
    words = dict(who=listed(everybody, english), s=s, thing=thing, place=source.choice(PLACES if english else PLACES_ZH),
                 adj=source.choice(ADJECTIVES))
    template = source.template(EN, EN_HELD) if english else source.template(ZH, ZH_HELD)
    before, after = template[:template.index('{s}')], template[template.index('{s}'):]
    document = Document('giving', language).say(
        joined('' if source.held_out else opening(source, language, 0.15), before.format(**words), NAMES))
    if not source.held_out and '. ' in before[-3:] and source.chance(0.25):
        document.say(distraction(source, language)[1:] + ' ')
    document.say(after.format(**words)).answer((' ' if english else '') + getter, [(' ' if english else '') + g for g in givers])
    end = '.' if english else '。'
    if count == 2 and not source.held_out and source.chance(0.6):
        text, who = source.choice(EN_NEXT if english else ZH_NEXT)
        document.say(end + text.format(g=getter, thing=thing)).answer((' ' if english else '') + (givers[0] if who else getter))
    return document if source.held_out else document.say(end)


def listed(names: list[str], english: bool) -> str:
    if len(names) == 1:
        return names[0]
    if not english:
        return '、'.join(names[:-1]) + '和' + names[-1]
    return ', '.join(names[:-1]) + ' and ' + names[-1]
