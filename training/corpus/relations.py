"""What is said of whom in English: how it is stated, how it changes, how it is asked. `{x}` has the value `{y}`."""

from dataclasses import dataclass

from .slots import spread
from .words import ALPHABET_WORDS, COLOURS, FOODS, NAMES, NUMBER_WORDS, PLACES, THINGS


@dataclass(frozen=True)
class Relation:
    """`kept` are questions that training never asks of this relation; of another, or in other words, it does."""

    name: str
    xs: list[str]
    ys: list[str]
    state: list[str]
    change: list[str]
    ask: list[str]
    kept: list[str]
    reply: list[str]


ROLES = 'the (king|teacher|doctor|farmer|boy|girl)'

# Leads of what was so from the start, of what changed later, and of what only says again what is known.
LEADS = [*[''] * 16, 'Today ', 'As we know, ', 'We know that ', 'You see, ', 'The boy said that ', 'There was a note: ', 'It is said that ']
LATER = ['Then ', 'Later ', 'Now ', 'Soon ', 'After that ', 'In the end ', 'At last ', 'After lunch ', 'But then ', 'But now ', 'The next day ']
AGAIN = ['So ', 'And so ', 'So we know that ', 'As you know, ', 'As we said, ', 'Again: ', 'Yes, ', 'Look: ', 'The answer: ', 'We see that ', 'So you see, ']
ASKING = [('', ' '), ('', ' '), ('', ' '), ('Question: ', ' Answer: '), ('Question: ', ' '), ('Now tell us: ', ' '), ('The teacher asked: ', ' The answer was: '),
          ('The girl asked: ', ' '), ('Tell me: ', ' '), ('So ', ' '), ('And ', ' '), ('Then the king asked: ', ' The boy said: '), ('You ask: ', ' Answer: '),
          ('Now ', ' '), ('Do you know: ', ' Yes: ')]

_PLACE_ASK = ('(where|in what place|in which place) (is|was) {x}', 'where is {x} now', '(where|in what place) (can|do|did|should) we (find|see|look for) {x}',
              'where can (I|you) (find|see|look for) {x}', '(what|which) place is {x} in', 'where did (you|they) (see|find) {x}', 'who knows where {x} is')
_PLACE_REPLY = ('in the {y}', '{x} is in the {y}', 'look in the {y}', '(we|you) can (find|see) {x} in the {y}', 'go to the {y}', 'it is the {y}',
                'the answer is the {y}', 'you see {x} in the {y}')

EN = [
    Relation('person place', NAMES, PLACES,
             spread('{x} (is|is now|was|was seen|works|sleeps|stays|sits|plays) in the {y}', '(we|they|I) (saw|met|found|see) {x} in the {y}',
                    'in the {y} (we met|we saw|there is|they found|was|works) {x}', '{x} (is|was) (there|here) in the {y}'),
             spread('{x} (went|walked|moved|came|ran|came back|was sent) to the {y}', '{x} (is|was|was seen) in the {y}', 'we (saw|met|found) {x} in the {y}'),
             spread(*_PLACE_ASK), ['where can you look for {x}', 'in what place do we see {x}', 'in which place was {x}'], spread(*_PLACE_REPLY)),
    Relation('thing place', [f'the {x}' for x in THINGS], PLACES,
             spread('{x} (is|is now|was|was seen|was found|lies|stays|was left) in the {y}', '(we|they|I) (saw|found|see|left|put) {x} in the {y}',
                    'in the {y} (we saw|there is|they found|is|we left|lies) {x}', '{x} (is|was) (there|here) in the {y}'),
             spread(f'{ROLES} (took|moved|brought|sent) {{x}} to the {{y}}', '{x} (is|was|was found) in the {y}', '{x} (was brought|went|was moved|came) to the {y}'),
             spread(*_PLACE_ASK), ['where should we look for {x}', 'in what place can we see {x}', 'which place is {x} in'],
             spread(*_PLACE_REPLY, 'it is in the {y}')),
    Relation('food', NAMES, FOODS,
             spread('{x} (likes|wants|eats|has|asked for|bought|got|found|needs) {y}', 'the (food|lunch) of {x} is {y}', 'the {y} is (for|with) {x}',
                    '(we|they) (gave|sent|brought) the {y} to {x}', 'there is {y} for {x}', '{x} (wants|likes|asked for) the {y}'),
             spread('{x} (likes|wants|eats|has|wanted|asked for|bought|got) {y}', 'the (food|lunch) of {x} (is|was) {y}', 'there was {y} for {x}'),
             spread('what (does|did|will) {x} (like|want|eat|have|get|need|ask for)', 'what is (the food|the lunch) of {x}', 'what is for {x}',
                    '(what|which) food (does|did) {x} (like|want|eat|have)', '(what|which) food is for {x}', 'what (can|do|did) we (give|bring) to {x}'),
             ['what will {x} eat', 'which food did {x} want', 'what do we bring to {x}'],
             spread('it is {y}', '{x} (likes|wants|eats|has) {y}', 'the (food|lunch) of {x} is {y}', '{y}', 'the answer is {y}', 'that is {y}', 'for {x} there is {y}')),
    Relation('hat', NAMES, COLOURS,
             spread('{x} (has|wears|got|bought|found|likes|wants|made) (a|the) {y} hat', 'the hat of {x} (is|was) {y}', 'the {y} hat (is with|belongs to|is for) {x}',
                    'we (saw|met) {x} with a {y} hat', '(we|they) gave the {y} hat to {x}', 'there is a {y} hat for {x}'),
             spread('{x} (has|wears|got|bought|found|took) a {y} hat', 'the hat of {x} (is|was) {y}', '{x} (painted|made) the hat {y}', '{x} was seen with a {y} hat'),
             spread('what colour (is|was|has) the hat of {x}', 'what is the colour of the hat of {x}', '(what|which) hat (does|did) {x} (have|wear|like|get|want)',
                    '(what|which) hat (is with|belongs to|is for) {x}', '(what|which) (hat|colour) has {x}', 'which colour (is|has) the hat of {x}'),
             ['which hat did {x} get', 'what hat is for {x}', 'which colour has the hat of {x}'],
             spread('it is {y}', 'the hat of {x} is {y}', '(the|its) colour is {y}', '{x} (has|wears) (a|the) {y} hat', 'a {y} hat', 'the {y} hat', 'the answer is {y}',
                    '{y}')),
    Relation('box', COLOURS, [thing for thing in THINGS if thing != 'box'],
             spread('(the|a) {y} (is|was|lies|was found|was put|is now|stays) in the {x} box', 'in the {x} box (there is|we found|we saw|is|lies|was) (a|the) {y}',
                    'the {x} box (holds|has|had) (a|the) {y}', '(we|they|I) (found|saw|put|left) (a|the) {y} in the {x} box'),
             spread('the {x} box (holds|had|has) (a|the) {y}', 'there (was|is) a {y} in the {x} box', f'{ROLES} (put|left) a {{y}} in the {{x}} box',
                    'a {y} (was|was put) in the {x} box'),
             spread('what (is|was|lies|was found|was put) in the {x} box', 'what (does|did) the {x} box (hold|have)', 'what (do|can|did) (we|you|I) (find|see) in the {x} box',
                    'which thing (is|was|lies) in the {x} box', '(what|which) thing (does|did) the {x} box (hold|have)', 'what (did|do) we (put|find) in the {x} box'),
             ['what did you see in the {x} box', 'which thing does the {x} box hold', 'what was found in the {x} box'],
             spread('(a|the) {y}', 'it is (a|the) {y}', 'the {x} box (holds|has) (a|the) {y}', 'in the {x} box (there is|is) (a|the) {y}', 'the answer is the {y}',
                    'you can find the {y}', 'we (found|saw|see) (a|the) {y}')),
    Relation('owner', THINGS, NAMES,
             spread('the {x} (is with|belongs to|is now with|was with|was found by|is for|was bought by) {y}', '{y} (has|had|holds|found|took|got|bought) the {x}',
                    'it is {y} who (has|found|took|got) the {x}', '(we|they) (gave|sent|sold|handed) the {x} to {y}'),
             spread('{y} (took|got|has|found|bought) the {x}', 'the {x} (went|came|was sold|was sent|belongs|was handed) to {y}', 'the {x} (is|was) with {y}',
                    '(we|they) (gave|sold) the {x} to {y}'),
             spread('who (has|had|holds|found|took|got|bought) the {x}', 'who has the {x} now', 'who is the {x} (with|for)', 'with whom (is|was) the {x}',
                    'who (can have|will have|will get|now has) the {x}', 'to whom (does|did) the {x} (belong|go|come)'),
             ['who holds the {x}', 'to whom did the {x} belong', 'with whom was the {x}'],
             spread('it is {y}', 'the {x} (is with|belongs to|is for) {y}', 'it is with {y}', 'the answer is {y}', 'that is {y}', '{y}', 'it belongs to {y}')),
    Relation('animal', NAMES, [word for word in ALPHABET_WORDS[:16] if word[0] not in 'aeiou'],
             spread('{x} (has|saw|found|likes|wants|drew|bought|met) (a|the) {y}', 'the {y} (belongs to|is with|is for) {x}', 'there is a {y} with {x}',
                    '(we|they) gave the {y} to {x}'),
             spread('{x} (has|saw|found|got|wanted|bought) a {y}', 'there was a {y} with {x}', '(we|they) gave a {y} to {x}'),
             spread('what (does|did|will) {x} (have|see|like|want|get)', 'which animal (does|did) {x} (have|see|like|want)', '(what|which) animal (is with|belongs to|has) {x}',
                    'what is (with|for) {x}'),
             ['which animal did {x} want', 'what animal is with {x}', 'what did {x} see'],
             spread('it is (a|the) {y}', '{x} (has|likes|wants) (a|the) {y}', '(a|the) {y}', 'the animal is (a|the) {y}', 'the answer is the {y}')),
    Relation('number', NAMES, NUMBER_WORDS[1:],
             spread('{x} (has|got|likes|took|wants|wrote|said) (number|the number) {y}', 'the number of {x} (is|was) {y}', '{x} (has|sleeps in|is in) room {y}',
                    'number {y} (is|belongs to|is for) {x}', 'room {y} (is for|belongs to) {x}'),
             spread('{x} (has|got|took|wanted|wrote) (number|the number) {y}', 'the number of {x} (is|was) {y}', '{x} (is|was) in room {y}'),
             spread('(what|which) number (has|is with|belongs to|is for) {x}', '(what|which) number (does|did) {x} (have|get|like|want)', 'what (is|was) the number of {x}'),
             ['which number did {x} get', 'what number belongs to {x}', 'what was the number of {x}'],
             spread('it is {y}', 'the number of {x} is {y}', '{x} has (number|the number) {y}', 'number {y}', '{y}', 'the answer is {y}', 'the number is {y}')),
]
