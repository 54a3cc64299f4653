"""The words that models know, numbered, with what is known of each word beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checkfirst.errors import WeightsError
from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.lexicons import LEXICONS
from checkfirst.measuring.text.tokens import numbered
from checkfirst.measuring.text.triggers import ALL_WORDS, triggers_of


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by number. The first two numbers are those of unknown words and of line ends."""

    numbers: dict[bytes, int]
    """Number of each word, in UTF-8 and lower case."""
    triggers: NDArray[np.int32]
    """Bits of ``Trigger`` for each word number."""
    lexicons: Matrix
    """A row a word number, a column a lexicon: 1 where the word is in it."""
    idf: Matrix
    """Inverse document frequency of each word number."""

    def __len__(self) -> int:
        """One more than the largest word number."""
        return len(self.triggers)

    @property
    def words(self) -> list[bytes]:
        """The words in the order of their numbers, without the line end."""
        return sorted(self.numbers, key=lambda word: self.numbers[word])[1:]


def vocabulary_of(words: Sequence[bytes], idf: Matrix) -> Vocabulary:
    """Number the words in the order given, and mark trigger words and lexicons.

    Raises ``WeightsError`` where a trigger word is missing: its patterns would never be tried.
    """
    numbers = numbered(words)
    triggers = np.zeros(len(numbers) + 1, dtype=np.int32)
    for word in ALL_WORDS:
        if (number := numbers.get(word.encode())) is None:
            raise WeightsError(f"the trigger word {word!r} is not in the vocabulary")
        triggers[number] = triggers_of(word)
    lexicons = np.zeros((len(numbers) + 1, len(LEXICONS)), dtype=np.float32)
    for column, listed in enumerate(LEXICONS.values()):
        lexicons[[numbers[w.encode()] for w in listed.split() if w.encode() in numbers], column] = 1
    return Vocabulary(numbers=numbers, triggers=triggers, lexicons=lexicons, idf=idf)
