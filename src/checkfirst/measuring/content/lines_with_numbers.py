"""The lines of a text that may state a quantity: digits beside a word or a sign, or a number word before a unit."""

from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.units import BETWEEN, NUMBER_WORDS, TWICE, UNITS

#: Each branch begins with the digit, so that the search passes over all other characters at once.
_STATED: Final = lazy_re.compile(
    r"\d(?:(?=\s?-?[^\W\d_]|\s?[%€$£°])|(?<=[€$£]\d)|(?<=[€$£]\s\d)|(?<=[^\W\d_]\d)|(?<=[^\W\d_][\s:：=|]\d)|(?<=[:：=|*`]\s\d))"
)
_BEHIND: Final = lazy_re.compile(r"[ \u00a0-]([^\W\d_]{1,20})")
_WORDS: Final = frozenset((*NUMBER_WORDS, *TWICE))
_BEFORE_UNIT: Final = BETWEEN | frozenset(UNITS)


def lines_with_numbers(text: str) -> list[int]:
    """The positions of the lines (from 0), in order."""
    return sorted(set(_with_digits(text)) | set(_with_words(text)))


def may_state_number(sentence: str) -> bool:
    """Whether a sentence has such a number."""
    return _STATED.search(sentence) is not None or any(True for _ in _number_words(sentence.lower()))


def _with_digits(text: str) -> Iterator[int]:
    line = start = 0
    while match := _STATED.search(text, start):
        line += text.count("\n", start, match.start())
        yield line
        end = text.find("\n", match.end())
        if end < 0:
            return
        line, start = line + 1, end + 1


def _with_words(text: str) -> Iterator[int]:
    lower = text.lower()
    # A letter whose small form has two characters moves what is behind it, and no line.
    line = start = 0
    for at in sorted(_number_words(lower)):
        line += lower.count("\n", start, at)
        start = at
        yield line


def _number_words(lower: str) -> Iterator[int]:
    """The places of number words before a unit, and of words for a number of times."""
    for word in _WORDS.intersection(lower.split()):
        at = lower.find(word)
        while at >= 0:
            behind = _BEHIND.match(lower, at + len(word))
            begins = not at or not lower[at - 1].isalpha()
            if begins and (word in TWICE or (behind and behind[1] in _BEFORE_UNIT)):
                yield at
            at = lower.find(word, at + len(word))
