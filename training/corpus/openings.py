"""How texts of any family may begin: no family is given away by its first token."""

from .document import Source
from .words import COLOURS_ZH, NAMES, NAMES_ZH, PLACES, PLACES_ZH, THINGS, THINGS_ZH

EN = ['One day ', 'Then ', 'Now ', 'Today ', 'In the {place}, ', 'At the {place}, ', 'It rained. ', 'The {thing} was lost. ',
      'The {place} was quiet. ', 'After lunch, ', 'When it was late, ', 'Yesterday ', 'While it rained, ', 'Because of the rain, ',
      'Look. ', 'So ']
ZH = ['有一天，', '后来，', '现在，', '今天，', '在{place}，', '昨天，', '下雨了。', '{place}很安静。', '天黑的时候，', '{thing}不见了。',
      '晚饭后，', '因为下雨，', '看，', '于是']
LEAD_EN = ['{name} wrote: ', '{name} said: ', '{name} read this: ', 'the teacher wrote: ', 'there was a note: ', '{name} sang: ']
LEAD_ZH = ['{name}写道：', '{name}说：', '{name}念道：', '老师写道：', '有一张纸条：', '{name}唱道：']


def opening(source: Source, language: str, share: float = 0.4) -> str:
    """Often nothing; else a few words that could begin anything."""
    if not source.chance(share):
        return ''
    if language == 'en':
        return source.choice(EN).format(place=source.choice(PLACES), thing=source.choice(THINGS))
    return source.choice(ZH).format(place=source.choice(PLACES_ZH), thing=source.choice(THINGS_ZH))


def joined(before: str, text: str, names: list[str]) -> str:
    """An opening with what follows it, which loses its capital where the opening was no sentence and no name begins it."""
    own = before.endswith('. ') or not before or any(text.startswith(name) for name in names) or text.startswith('{')
    return before + (text if own else text[0].lower() + text[1:])


def lead(source: Source, language: str, share: float = 0.8) -> str:
    """Who wrote or said what follows, for texts that are no stories."""
    if not source.chance(share):
        return ''
    before = opening(source, language)
    if language == 'zh':
        return before + source.choice(LEAD_ZH).format(name=source.choice(NAMES_ZH))
    text = source.choice(LEAD_EN).format(name=source.choice(NAMES))
    return before + (text if before.endswith((', ', 'day ', 'Then ', 'Now ', 'Today ', 'Yesterday ', 'So ')) else text[0].upper() + text[1:])


def distraction(source: Source, language: str) -> str:
    """A sentence that changes nothing."""
    if language == 'en':
        return source.choice([' The {place} was quiet.', ' It rained.', ' The {thing} was {adj}.', ' There was music in the {place}.',
                              ' Nobody was in the {place}.', ' It was late.']).format(
            place=source.choice(PLACES), thing=source.choice(THINGS), adj=source.choice(['old', 'new', 'big', 'small']))
    return source.choice(['{place}很安静。', '下雨了。', '{thing}是{colour}色的。', '{place}里没有人。', '天黑了。']).format(
        place=source.choice(PLACES_ZH), thing=source.choice(THINGS_ZH), colour=source.choice(list(COLOURS_ZH)))
