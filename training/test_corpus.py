"""The generator gives the same texts for the same seed, and keeps what is held out out of training.

    python -m unittest discover -s training -p 'test_*.py'
"""

import json
import re
import unittest
from collections import Counter, defaultdict

from corpus.agreement import MEASURES, NOUNS
from corpus.document import ANSWER, Source, held
from corpus.mixture import FAMILIES, documents
from corpus.relations import EN
from corpus.relations_zh import ZH
from corpus.words import NAMES, NAMES_ZH
from held_out import ABILITIES, FOLDER, examples

EVEN = dict.fromkeys(FAMILIES, 1.0)
TEXTS = documents('test', 30000, EVEN)
STORIES = ('giving', 'facts', 'facts-override')


def named(text: str) -> list[str]:
    english = [word for word in re.findall('[A-Za-z]+', text) if word in NAMES]
    return sorted(set(english + [name for name in NAMES_ZH if name in text]))


class Generator(unittest.TestCase):
    def test_the_same_seed_gives_the_same_texts(self):
        self.assertEqual(documents('a seed', 500, EVEN), documents('a seed', 500, EVEN))

    def test_another_seed_gives_other_texts(self):
        self.assertNotEqual(documents('a seed', 500, EVEN), documents('another', 500, EVEN))

    def test_no_first_word_gives_a_family_away(self):
        families = defaultdict(Counter)
        for text in TEXTS:
            if text.language == 'en':
                families[re.match(r'\w+|.', text.text)[0]][text.family] += 1
        common = [counts for counts in families.values() if sum(counts.values()) >= 300]
        self.assertGreater(len(common), 5)
        for counts in common:
            self.assertLess(max(counts.values()) / sum(counts.values()), 0.95, counts)


class HeldOut(unittest.TestCase):
    def test_no_story_of_training_has_a_held_out_pair_of_names(self):
        for text in TEXTS:
            if text.family in STORIES:
                names = named(text.text)
                pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1:] if held(a, b)]
                self.assertEqual(pairs, [], text.text)

    def test_every_question_of_giving_has_a_held_out_pair_of_names(self):
        for example in examples('giving'):
            names = named(example['prompt'])
            self.assertTrue(any(held(a, b) for i, a in enumerate(names) for b in names[i + 1:]), example)

    def test_no_question_was_a_training_text_s_beginning(self):
        # Sequences that are next in an order are few: there it is the written start that is held out.
        seen = ['\n'.join(text.text for text in TEXTS)]
        for ability in ('giving', 'facts', 'facts-override', 'agreement'):
            for example in examples(ability):
                self.assertNotIn(example['prompt'], seen[0])

    def test_training_never_asks_a_question_that_is_kept(self):
        told = [text.text for text in TEXTS if text.family in STORIES]
        for relation in EN + ZH:
            for clause in relation.kept:
                self.assertIn(clause, relation.ask)
                before, after = clause.split('{x}')
                pattern = re.compile(f'{before}({"|".join(relation.xs)}){after}[?？]', re.IGNORECASE)
                self.assertEqual([text for text in told if pattern.search(text)], [], relation.name)

    def test_questions_that_are_kept_are_asked_when_held_out(self):
        prompts = [example['prompt'] for example in examples('facts') if example['language'] == 'en']
        kept = [clause.split('{x}')[0] for relation in EN for clause in relation.kept]
        asked = [prompt for prompt in prompts if any(before.lower() in prompt.lower() for before in kept)]
        self.assertGreater(len(asked), 20)

    def test_pairs_of_subject_and_distractor_are_held_out_in_agreement(self):
        source = Source('agreement', held_out=True)
        for _ in range(50):
            self.assertTrue(held(*source.pair(NOUNS, NOUNS, share=8), share=8))
        self.assertGreater(len(MEASURES), 10)

    def test_the_files_are_what_the_generator_makes(self):
        for ability in ABILITIES:
            lines = (FOLDER / f'{ability}.jsonl').read_text().splitlines()
            self.assertEqual([json.loads(line) for line in lines], examples(ability))


class Answers(unittest.TestCase):
    def test_in_giving_the_one_who_gets_does_not_give(self):
        for example in examples('giving'):
            self.assertNotIn(example['answer'], example['wrong'])

    def test_every_family_has_answers_but_repeats(self):
        without = {text.family for text in TEXTS if not any(kind == ANSWER for _, kind in text.stretches)}
        self.assertEqual(without, {'repeats'})


if __name__ == '__main__':
    unittest.main()
