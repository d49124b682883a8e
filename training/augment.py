"""Name-annotated sentences -> the same with other names, so that context is learned."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.annotate.words import words
from training.name_corpus import Tagged
from training.name_words import KINDS, read_names

SWAPPED = 0.7
HIDDEN = 0.5


class Swapper:
    """Puts names of the lists in the place of names of the same class, by a fixed seed.

    Args:
        data: the data folder (``alpino/names-*.txt.xz``).
        seed: of the choices.
    """

    def __init__(self, data: Path, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.names = dict[str, list[list[str]]]()
        for kind, label in KINDS.items():
            options = list[list[str]]()
            for name in read_names(data, kind):
                split = [name[a:b] for a, b in words(name)]
                if split and len(split) <= 4 and split[0][:1].isupper() and len(name) > 2:
                    options.append(split)
            self.names[label] = options

    def swap(self, sentences: Iterable[Tagged]) -> Iterator[Tagged]:
        """Each sentence once, most of its names replaced; the words' features may be hidden.

        A person is replaced by one with as many words or by two; unknown stretches ("") and
        classes without a list stay as they are.
        """
        for sentence in sentences:
            forms, tags, hidden = list[str](), list[str](), set[int]()
            at = 0
            for start, end, label in sentence.names():
                forms += sentence.words[at:start]
                tags += sentence.tags[at:start]
                new: Sequence[str] = sentence.words[start:end]
                if label in self.names and label != "MISC" and self.chance.random() < SWAPPED:
                    new = self._other(label, end - start)
                if self.chance.random() < HIDDEN:
                    hidden.update(range(len(forms), len(forms) + len(new)))
                tags += [f"B-{label}"] + [f"I-{label}"] * (len(new) - 1)
                forms += new
                at = end
            forms += sentence.words[at:]
            tags += sentence.tags[at:]
            yield Tagged(forms, tags, frozenset(hidden))

    def _other(self, label: str, size: int) -> list[str]:
        options = self.names[label]
        for _ in range(20):
            found = self.chance.choice(options)
            if label != "PER" or len(found) == size or (size > 1 and len(found) > 1):
                return found
        return found
