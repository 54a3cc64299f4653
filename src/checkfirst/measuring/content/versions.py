"""The version or date of a document, according to itself."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Document
from checkfirst.path_parts import stem_of

#: Keys of front matter with a version or a date, the most specific first.
_KEYS: Final = ("version", "revision", "updated", "last-modified", "last_updated", "modified", "date")
_NUMBERS = lazy_re.compile(r"\d+")
_DATE = lazy_re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_STATED = lazy_re.compile(
    r"^\W{0,4}(?:document |spec(?:ification)? )?(?:version|revision)\W{0,6}v?(\d+(?:\.\d+){0,3})\b",
    re.IGNORECASE | re.MULTILINE,
)
#: In a name: "protocol-v2", "protocol_1.3", "protocol-2024-05-01".
_IN_NAME = lazy_re.compile(
    r"(?:^|[-_. ])(?:v(?:ersion)?[-_. ]?(\d+(?:[._]\d+){0,3})|(\d{4})-?(\d{2})-?(\d{2}))(?=$|[-_. ])", re.IGNORECASE
)
#: In a title: "Refund API v3", "Protocol, version 2.1".
_DECLARED = lazy_re.compile(r"\b(?:v|ver\.? ?|version )(\d{1,4}(?:\.\d{1,4}){0,3})\b", re.IGNORECASE)
#: A year in a title, or two that one edition spans: "2024", "2024/25", "2024–2025"; no part of a number or of a date.
_YEARS = lazy_re.compile(r"(?<![\w.,/-])((?:19|20)\d\d)(?:\s?[/–-]\s?((?:19|20)?\d\d))?(?![\w/-]|[.,]\d)")
_TITLE_WORD = lazy_re.compile(r"[^\W_]+")
#: Number of first characters of a text that are searched for a statement of its version. Not measured.
_TOP: Final = 1_500
#: Most characters of a line that states a version; a longer line is a sentence about some version. Not measured.
_STATEMENT: Final = 60
#: Smallest first number of a date; version numbers are smaller.
_FIRST_YEAR: Final = 1900
#: Most numbers of a version, and most digits of one of them; longer ones are hashes or counters.
_MOST_NUMBERS: Final = 4
_MOST_DIGITS: Final = 8


def version_of(document: Document) -> tuple[int, ...] | None:
    """The version or date in the front matter, else in the first lines, else in the file name."""
    metadata = {key.lower(): value for key, value in document.metadata}
    for key in _KEYS:
        if (value := metadata.get(key)) and (numbers := _numbers(value)):
            return numbers
    top = document.text[:_TOP]
    # Beyond ASCII, letters in small ones are not all that the pattern takes for others.
    may_state = not top.isascii() or any(word in top.lower() for word in ("version", "revision"))
    if may_state and (match := _STATED.search(top)):
        return _numbers(match[1])
    return version_in_name(document.path)


def stated_version(text: str) -> tuple[tuple[int, ...], int] | None:
    """The version that a short line near the top states ("Version 2.1"), and the line, from 0. Dates don't count."""
    match = _STATED.search(text[:_TOP])
    numbers = _numbers(match[1]) if match else None
    if match is None or numbers is None or is_date(numbers):
        return None
    line = text.count("\n", 0, match.start(1))
    return (numbers, line) if len(text.split("\n", line + 1)[line]) <= _STATEMENT else None


def declared_version(text: str) -> tuple[int, ...] | None:
    """The version in a title or description; ``None`` if there is none or more than one."""
    found = {match[1] for match in _DECLARED.finditer(text)}
    return tuple(int(part) for part in found.pop().split(".")) if len(found) == 1 else None


def declared_date(text: str) -> tuple[int, ...] | None:
    """The date in a title or a file name, as (year, month, day); ``None`` if there is none or more than one."""
    found = set(_DATE.findall(text))
    return tuple(int(part) for part in found.pop()) if len(found) == 1 else None


def declared_years(title: str) -> tuple[frozenset[int], frozenset[str]] | None:
    """The year that a title names, or the two that it spans, and its other words; ``None`` if it names none or several."""
    found = _YEARS.findall(title)
    if len(found) != 1:
        return None
    first, last = found[0]
    years = {int(first), int(first[: len(first) - len(last)] + last)} if last else {int(first)}
    return frozenset(years), frozenset(_TITLE_WORD.findall(_YEARS.sub(" ", title).casefold()))


def agree(wanted: tuple[int, ...], found: tuple[int, ...]) -> bool:
    """Whether one version is a prefix of the other: 3 agrees with 3.1."""
    common = min(len(wanted), len(found))
    return wanted[:common] == found[:common]


def version_in_name(path: str) -> tuple[int, ...] | None:
    """The version or date in a file name."""
    match = _IN_NAME.search(stem_of(path))
    if match is None:
        return None
    return _numbers(match[1]) if match[1] else tuple(int(part) for part in match.groups()[1:] if part)


def is_date(version: tuple[int, ...]) -> bool:
    """Whether the first number is a year."""
    return version[0] >= _FIRST_YEAR


def without_version(path: str) -> str:
    """The file name without suffix and version, in lower case."""
    return _IN_NAME.sub("", stem_of(path)).lower()


def _numbers(value: str) -> tuple[int, ...] | None:
    """The date in a value, else its first numbers; ``None`` if it has neither."""
    if date := _DATE.search(value):
        return tuple(int(part) for part in date.groups())
    numbers = _NUMBERS.findall(value)[:_MOST_NUMBERS]
    found = tuple(int(number) for number in numbers if len(number) <= _MOST_DIGITS)
    return found or None
