"""References to a figure, a table or a requirement that its document does not have, though it numbers them without a gap."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.sought import exact_groups_in

#: What a reference calls a figure and a table, in some languages.
_FIGURE: Final = r"fig(?:ure|\.)?|abb(?:ildung|\.)|figura|afbeelding|рис(?:унок|\.)|図|图"
_TABLE: Final = r"tab(?:le|elle|leau|la|ella|el|\.)|таблица|表"
_WORDS: Final = (("figure", _FIGURE), ("table", _TABLE))
_CAPTION: Final = {
    sort: lazy_re.compile(
        rf"^[\W_]{{0,12}}(?:<[a-z]{{1,12}}>)?(?:{words})\s?(?P<number>\d{{1,3}})(?:[\W_]{{0,4}}$|[*_]{{0,3}}\s?[.:)|—–-]|[*_]{{1,3}}\s|[ :：　])",
        re.IGNORECASE,
    )
    for sort, words in _WORDS
}
_NAMED: Final = {
    sort: lazy_re.compile(
        rf"(?:(?<![\w-])|(?<![代发列])(?=[図图表]))(?P<name>(?:{words})\s?(?P<number>\d{{1,3}}))(?![A-Za-z\d%:/]|[.,-]\d)",
        re.IGNORECASE,
    )
    for sort, words in _WORDS
}
#: The number of a requirement, as in ``REQ-12``, ``FR-003`` and ``SC-AUTH-4``, and a line that begins with one.
_ID: Final = r"(?P<prefix>[A-Z]{1,8}(?:-[A-Z]{2,8}){0,2})-(?P<number>\d{1,4})"
_DEFINED: Final = lazy_re.compile(rf"^[\s|*_`>#+•\[(-]{{0,12}}(?:\[[ xX]\]\s)?[*_`\[(]{{0,4}}{_ID}(?![\w-])")
_MEANT: Final = lazy_re.compile(rf"(?<![\w/#.-])(?P<name>{_ID})(?![\w-]|\.\w)")
#: The first figure and the first table, as texts call them, and the ends of a first requirement's number.
_FIRST: Final = {
    "figure": ("igure 1", "IGURE 1", "ig. 1", "ig 1", "bbildung 1", "bb. 1", "igura 1", "fbeelding 1", "исунок 1", "ис. 1", "図1", "図 1", "图1", "图 1"),
    "table": ("able 1", "ABLE 1", "abelle 1", "ableau 1", "abla 1", "abella 1", "abel 1", "ab. 1", "аблица 1", "表1", "表 1"),
}  # fmt: skip
_REQUIREMENT: Final = "requirement"
_FIRST_NUMBERS: Final = ("-1", "-01", "-001", "-0001")
#: What was there once, or is kept free.
_GONE: Final = lazy_re.compile(
    r"\b(?:remov|delet|withdraw|deprecat|former|renumber|renam|reserv|merg|replac|supersed|obsolet|old|entf|gestrichen|ersetzt|supprim|retir|elimin|next|new|e\.g|example|such as)\w{0,6}\b",
    re.IGNORECASE,
)
#: Fewest captions or requirements that show that a document numbers them, numbers beyond the last one that are its own, and
#: missing ones among them. Not measured.
_FEWEST, _BEYOND, _MISSING = 3, 6, 1


def sorts_of(text: str) -> frozenset[str]:
    """The sorts of labels that a text numbers from the first on, as far as a search for words can tell."""
    *captions, has_end = exact_groups_in(text, (*_FIRST.values(), _FIRST_NUMBERS))
    found = [sort for sort, has_word in zip(_FIRST, captions, strict=True) if has_word]
    if has_end and any(_has_first(text, end) for end in _FIRST_NUMBERS):
        found.append(_REQUIREMENT)
    return frozenset(found)


def _has_first(text: str, end: str) -> bool:
    at = text.find(end)
    while at >= 0:
        if text[at - 1 : at].isupper() and not text[at + len(end) : at + len(end) + 1].isalnum():
            return True
        at = text.find(end, at + 1)
    return False


def absent_labels(
    texts: list[str], candidates: list[tuple[int, str]], sorts: frozenset[str]
) -> Iterator[tuple[str, int]]:
    """The name and line of each reference to a label of these sorts that is not there.

    ``candidates`` are the lines that may refer, with their numbers and what of them is read.
    """
    for sort in _CAPTION:
        if sort in sorts:
            yield from _absent_captions(sort, texts, candidates)
    if _REQUIREMENT in sorts:
        yield from _absent_requirements(texts, candidates)


def _absent_captions(sort: str, texts: list[str], candidates: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    """References to one beyond the last, if all before it are there."""
    numbers = {int(match["number"]) for line in texts if (match := _CAPTION[sort].match(line[:_WITHIN]))}
    last = max(numbers, default=0)
    if last < _FEWEST or len(numbers) < last:
        return
    for n, line in candidates:
        for match in _NAMED[sort].finditer(line):
            if last < int(match["number"]) <= last + _BEYOND:
                yield match["name"], n


def _absent_requirements(texts: list[str], candidates: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    """References to one beyond the last, or to the only one that is missing among them."""
    defined: defaultdict[str, set[int]] = defaultdict(set)
    for line in texts:
        if match := _DEFINED.match(line[:_WITHIN]):
            defined[match["prefix"]].add(int(match["number"]))
    if max(map(len, defined.values()), default=0) < _FEWEST:
        return
    for n, line in candidates:
        for match in _MEANT.finditer(line):
            numbers, number = defined.get(match["prefix"], set()), int(match["number"])
            last = max(numbers, default=0)
            if len(numbers) < _FEWEST or min(numbers) > 1 or number in numbers or not 0 < number <= last + _BEYOND:
                continue
            missing = last - len(numbers)
            if (missing == 0 or (number < last and missing <= _MISSING)) and not _GONE.search(line):
                yield match["name"], n


_WITHIN: Final = 100
