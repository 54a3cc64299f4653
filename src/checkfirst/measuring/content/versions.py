"""Which version of itself a document says it is."""

import re
from pathlib import PurePosixPath
from typing import Final

from checkfirst.model.document import Document

#: Keys of front matter and preambles that give a version or a date, the tellingest first.
_KEYS: Final = ("version", "revision", "updated", "last-modified", "last_updated", "modified", "date")
_NUMBERS = re.compile(r"\d+")
_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_STATED = re.compile(
    r"^\W{0,4}(?:document |spec(?:ification)? )?(?:version|revision)\W{0,6}v?(\d+(?:\.\d+){0,3})\b",
    re.IGNORECASE | re.MULTILINE,
)
#: In a name: "protocol-v2", "protocol_1.3", "protocol-2024-05-01".
_IN_NAME = re.compile(
    r"(?:^|[-_. ])(?:v(?:ersion)?[-_. ]?(\d+(?:[._]\d+){0,3})|(\d{4})-?(\d{2})-?(\d{2}))(?=$|[-_. ])", re.IGNORECASE
)
#: In a title: "Refund API v3", "Protocol, version 2.1".
_DECLARED = re.compile(r"\b(?:v|ver\.? ?|version )(\d{1,4}(?:\.\d{1,4}){0,3})\b", re.IGNORECASE)
_TOP: Final = 1_500
_STATEMENT: Final = 60
#: No document counts its versions so far; every date in one is later.
_FIRST_YEAR: Final = 1900


def version_of(document: Document) -> tuple[int, ...] | None:
    """The version or date in the front matter, the first lines or the name; versions before dates."""
    said = {key.lower(): value for key, value in document.metadata}
    for key in _KEYS:
        if (value := said.get(key)) and (numbers := _numbers(value)):
            return numbers
    if match := _STATED.search(document.text[:_TOP]):
        return _numbers(match[1])
    return version_in_name(document.path)


def stated_version(text: str) -> tuple[tuple[int, ...], int] | None:
    """The version that a line of its own states near the top ("Version 2.1"), and that line, from 0; no dates."""
    match = _STATED.search(text[:_TOP])
    numbers = _numbers(match[1]) if match else None
    if match is None or numbers is None or is_date(numbers):
        return None
    line = text.count("\n", 0, match.start(1))
    # A sentence that begins with a version is about that one; a statement is short.
    return (numbers, line) if len(text.split("\n", line + 1)[line]) <= _STATEMENT else None


def declared_version(text: str) -> tuple[int, ...] | None:
    """The one version that a title or description names; ``None`` where it names several."""
    found = {match[1] for match in _DECLARED.finditer(text)}
    return tuple(int(part) for part in found.pop().split(".")) if len(found) == 1 else None


def declared_date(text: str) -> tuple[int, ...] | None:
    """The one date that a title or a name bears, year first; ``None`` where it has several."""
    found = set(_DATE.findall(text))
    return tuple(int(part) for part in found.pop()) if len(found) == 1 else None


def agree(wanted: tuple[int, ...], own: tuple[int, ...]) -> bool:
    """Whether they are the same as far as both go: "v3" is kept by 3.1."""
    common = min(len(wanted), len(own))
    return wanted[:common] == own[:common]


def version_in_name(path: str) -> tuple[int, ...] | None:
    """The version or date that a file's name bears."""
    match = _IN_NAME.search(PurePosixPath(path).stem)
    if match is None:
        return None
    return _numbers(match[1]) if match[1] else tuple(int(part) for part in match.groups()[1:] if part)


def is_date(version: tuple[int, ...]) -> bool:
    """Whether it begins with a year."""
    return version[0] >= _FIRST_YEAR


def without_version(path: str) -> str:
    """The name without what tells its version."""
    return _IN_NAME.sub("", PurePosixPath(path).stem).lower()


def _numbers(value: str) -> tuple[int, ...] | None:
    if date := _DATE.search(value):
        return tuple(int(part) for part in date.groups())
    found = tuple(int(number) for number in _NUMBERS.findall(value)[:4] if len(number) <= 8)
    return found or None
