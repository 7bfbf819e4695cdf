"""What a generator makes: a text in stretches, each plain, an answer that the text before it decides, or noise."""

import hashlib
import random
from dataclasses import dataclass, field
from functools import lru_cache

PLAIN, ANSWER, NOISE = 0, 1, 2


@dataclass
class Document:
    """One text. Noise cannot be predicted and is not learned from; an answer can be, and is what abilities are about."""

    family: str
    language: str
    stretches: list[tuple[str, int]] = field(default_factory=list)
    # Answers that a reader who lost track would give, for the last answer.
    wrong: list[str] = field(default_factory=list)

    def say(self, text: str) -> 'Document':
        self.stretches.append((text, PLAIN))
        return self

    def answer(self, text: str, wrong: list[str] | None = None) -> 'Document':
        self.stretches.append((text, ANSWER))
        self.wrong = wrong or []
        return self

    def noise(self, text: str) -> 'Document':
        self.stretches.append((text, NOISE))
        return self

    @property
    def text(self) -> str:
        return ''.join(text for text, _ in self.stretches)

    def example(self) -> dict:
        """The text up to its last answer, as a question."""
        last = max(i for i, (_, kind) in enumerate(self.stretches) if kind == ANSWER)
        prompt = ''.join(text for text, _ in self.stretches[:last])
        item = {'family': self.family, 'language': self.language, 'prompt': prompt, 'answer': self.stretches[last][0]}
        return item | ({'wrong': self.wrong} if self.wrong else {})


def held(*parts: object, share: int = 10) -> bool:
    """Whether a combination is kept out of training: one in `share`, decided by its name alone, in no order's favour."""
    return _held('|'.join(sorted(str(part) for part in parts)), share)


@lru_cache(maxsize=None)
def _held(name: str, share: int) -> bool:
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % share == 0


class Source(random.Random):
    """Seeded choices, and whether they are for training or held out."""

    def __init__(self, seed: int | str, held_out: bool = False):
        super().__init__(str(seed))
        self.held_out = held_out

    def chance(self, p: float) -> bool:
        return self.random() < p

    def template(self, training: list[str], kept: list[str]) -> str:
        """A template of the training's, or one that training never shows."""
        return self.choice(kept if self.held_out else training)

    def pair(self, left: list, right: list, share: int = 10) -> tuple:
        """One of each: a combination for training, or one held out."""
        while True:
            a, b = self.choice(left), self.choice(right)
            if a != b and held(a, b, share=share) == self.held_out:
                return a, b

    def people(self, names: list[str], count: int) -> list[str]:
        """Different names of whom no two are a held-out pair; or, held out, of whom the first two are."""
        while True:
            chosen = self.sample(names, count)
            pairs = [(a, b) for i, a in enumerate(chosen) for b in chosen[i + 1:]]
            if self.held_out and held(*chosen[:2]) or not self.held_out and not any(held(*pair) for pair in pairs):
                return chosen
