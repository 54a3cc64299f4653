"""The lines of a text that may state a quantity: digits beside a word or a sign, or a number word before a unit."""

from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.numbers import GLUED_UNITS
from checkfirst.measuring.content.units import BETWEEN, NUMBER_WORDS, TWICE, UNITS
from checkfirst.measuring.text.lowered import lowered

#: Each branch begins with the digit, so that the search passes over all other characters at once. A letter of ASCII right
#: before it makes it part of a name: "W3C", "EC2 instances".
_STATED: Final = lazy_re.compile(
    r"\d(?:(?=[*_`]{0,3}\s?-?[^\W\d_]|\s?[%€$£°])(?<![A-Za-z]\d)|(?<=[€$£]\d)|(?<=[€$£]\s\d)|(?<=[^\W\d_A-Za-z]\d)|(?<=[^\W\d_][\s:：=|]\d)|(?<=[:：=|*`]\s\d))"
)
#: The same of a sentence, in which a number is nothing without a unit behind it or a currency before it, but for a port's.
_WITH_UNIT: Final = lazy_re.compile(
    rf"\d(?:(?=\s{{1,3}}-?[^\W\d_]|\s?[%€$£°]|-?(?![A-Za-z])[^\W\d_]|-?(?i:{GLUED_UNITS})(?![A-Za-z\d])|[+\"'”»]\s[^\W\d_])(?<![A-Za-z]\d)|(?<=[€$£]\d)|(?<=[€$£]\s\d))"
)
_PORT: Final = lazy_re.compile(r"[Pp](?:ort|uerto|oort)|PORT|[Пп]орт|ポート|端口|포트")
_BEHIND: Final = lazy_re.compile(r"(?:[ \u00a0-]|[ \t]{0,9}\n[ \t]{0,40})([^\W\d_]{1,20})")
_BEFORE_OTHERS: Final = frozenset(NUMBER_WORDS).difference(TWICE)
_BEFORE_UNIT: Final = BETWEEN | frozenset(UNITS)


def lines_with_numbers(text: str) -> tuple[list[int], frozenset[int]]:
    """The positions of the lines (from 0), in order, and of those with a number word."""
    words = frozenset(_with_words(lowered(text)))
    return sorted(words.union(_with_digits(text))), words


def states_number(sentence: str) -> bool:
    """Whether a sentence may state a quantity, too."""
    return has_digits(sentence) or has_number_word(sentence)


def has_digits(sentence: str) -> bool:
    """Whether a sentence has digits beside a unit, or what may be one."""
    if _WITH_UNIT.search(sentence):
        return True
    return _PORT.search(sentence) is not None and _STATED.search(sentence) is not None


def has_number_word(text: str) -> bool:
    """Whether a text has a number word before a unit."""
    return any(True for _ in _number_words(text.lower()))


def _with_digits(text: str) -> Iterator[int]:
    line = start = 0
    while match := _STATED.search(text, start):
        line += text.count("\n", start, match.start())
        yield line
        end = text.find("\n", match.end())
        if end < 0:
            return
        line, start = line + 1, end + 1


def _with_words(lower: str) -> Iterator[int]:
    line = start = 0
    for at in sorted(_number_words(lower)):
        line += lower.count("\n", start, at)
        start = at
        yield line


def _number_words(lower: str) -> Iterator[int]:
    """The places of number words before a unit, and of words for a number of times."""
    # A word for a number of times may end a sentence.
    for word in (*_BEFORE_OTHERS.intersection(lower.split()), *(word for word in TWICE if word in lower)):
        at = lower.find(word)
        while at >= 0:
            behind = _BEHIND.match(lower, at + len(word))
            begins = not at or not lower[at - 1].isalpha()
            if begins and (word in TWICE or (behind and behind[1] in _BEFORE_UNIT)):
                yield at
            at = lower.find(word, at + len(word))
