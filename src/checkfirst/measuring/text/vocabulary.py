"""The vocabulary of the models: word numbers, and triggers, lexicons and document frequency of each word."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from checkfirst.core import WordTable, word_table
from checkfirst.errors import WeightsError
from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.lexicons import LEXICONS
from checkfirst.measuring.text.tokens import numbered
from checkfirst.measuring.text.triggers import ALL_WORDS, triggers_of


class Vocabulary(Struct, frozen=True, eq=False):
    """The vocabulary. Numbers 0 and 1 stand for unknown words and for line ends."""

    numbers: dict[bytes, int]
    """Number of each word; words are in lower case and in UTF-8."""
    table: WordTable
    """The same for the functions of ``core``."""
    triggers: NDArray[np.int32]
    """Bits of ``Trigger`` for each word number."""
    lexicons: Matrix
    """A row per word number and a column per lexicon; 1 where the lexicon has the word."""
    idf: Matrix
    """Inverse document frequency of each word number."""

    def __len__(self) -> int:
        """The largest word number plus one."""
        return len(self.triggers)

    @property
    def words(self) -> list[bytes]:
        """The words in the order of their numbers, without the token of line ends."""
        return sorted(self.numbers, key=lambda word: self.numbers[word])[1:]


@cache
def known_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The words of a vocabulary as text."""
    return frozenset(b"\n".join(vocabulary.numbers).decode("utf-8", "surrogatepass").split("\n"))


@cache
def words_by_number(vocabulary: Vocabulary) -> dict[int, bytes]:
    """The word of each number."""
    return {number: word for word, number in vocabulary.numbers.items()}


def vocabulary_of(words: Sequence[bytes], idf: Matrix) -> Vocabulary:
    """The vocabulary of ``words``, numbered in the given order. ``idf`` has a weight per word number.

    Raises ``WeightsError`` if a trigger word is missing, because its patterns would never be tried.
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
    return Vocabulary(numbers=numbers, table=word_table(numbers), triggers=triggers, lexicons=lexicons, idf=idf)
