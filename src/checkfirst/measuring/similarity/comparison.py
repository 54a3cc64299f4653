"""How the texts of a duplicate and its original differ: in nothing, case, signs, numbers or words, and in which lines."""

import math
import re
from itertools import islice
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.similarity.exact_text import without_markup, words_alone
from checkfirst.measuring.similarity.shingles import RUN
from checkfirst.measuring.similarity.small_changes import small_changes
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.likeness import Comparison, DuplicateGroup, DuplicateKind, TextDifference
from checkfirst.model.quotes import Quote

#: Number of differing lines and of differing numbers that are quoted.
_QUOTED: Final = 3
_EXAMPLES: Final = 2
#: Share of differing lines above which the texts are taken to be wrapped differently. Not measured.
_MOST: Final = 0.5
#: A number with its sign, and the word or unit after it.
_NUMBER: Final = lazy_re.compile(
    r"(?P<number>(?:(?<![\w)])[-+−±<>≤≥])?[€$£]?\d+(?:[.,:/-]\d+)*)(?P<unit>(?: ?[%°€$£]|[ \u00a0][^\W\d_]+)?)"
)
_DIGITS: Final = lazy_re.compile(r"\d+")
_WORD: Final = lazy_re.compile(r"\w+")


def with_comparison(group: DuplicateGroup, copy: str, original: str, *, prose: bool) -> DuplicateGroup:
    """The group with the comparison of its second document with its first, and with the likeness that they show."""
    comparison = compare(copy, original, group.paths[0], prose=prose)
    likeness = group.likeness
    if likeness is DuplicateKind.SAME_TEXT and comparison.difference is not TextDifference.NOTHING:
        words = comparison.difference is TextDifference.WORDS
        likeness = DuplicateKind.NEAR if words else DuplicateKind.SAME_WORDS
    return replace(group, comparison=comparison, likeness=likeness)


def compare(text: str, other: str, other_path: str, *, prose: bool) -> Comparison:
    """How ``text`` differs from ``other``, whose path the quotes of its lines have."""
    difference = _difference(text, other, prose=prose)
    if difference is TextDifference.NOTHING:
        return Comparison(difference=difference, share=1.0)
    count, lines = differing_lines(text, other, other_path)
    numbers = _differing_numbers(text, other) if difference is TextDifference.NUMBERS else []
    return Comparison(
        difference=difference,
        share=_share(text, other),
        differing=count,
        lines=lines,
        numbers=len(numbers),
        examples=tuple(dict.fromkeys(numbers))[:_EXAMPLES],
        changes=small_changes(text, other),
    )


def differing_lines(text: str, other: str, other_path: str = "") -> tuple[int, tuple[Quote, ...]]:
    """The number of lines of ``text`` that ``other`` lacks, white space ignored, and quotes of the first of them.

    Lines that differ from one of ``other`` in numbers alone come first, each followed by that line. ``(0, ())`` if most
    lines differ, because the texts are then wrapped differently.
    """
    lines, others = text.split("\n"), other.split("\n")
    flat, flat_others = [" ".join(line.split()) for line in lines], [" ".join(line.split()) for line in others]
    present, own = set(flat_others), set(flat)
    filled = [n for n, line in enumerate(flat) if line]
    differing = [n for n in filled if flat[n] not in present]
    if len(differing) > _MOST * len(filled):
        return 0, ()
    counterparts = {_DIGITS.sub("0", line): n for n, line in reversed(list(enumerate(flat_others))) if line not in own}
    in_numbers = {n: counterparts[key] for n in differing if (key := _DIGITS.sub("0", flat[n])) in counterparts}
    chosen = sorted(differing, key=lambda n: n not in in_numbers)[:_QUOTED]
    quotes = []
    for n in chosen:
        quotes.append(quote(lines, n))
        if n in in_numbers and other_path:
            quotes.append(replace(quote(others, in_numbers[n]), path=other_path))
    return len(differing), tuple(quotes)


def _difference(text: str, other: str, *, prose: bool) -> TextDifference:
    flat, flat_other = without_markup(text, prose=prose), without_markup(other, prose=prose)
    if flat == flat_other:
        return TextDifference.NOTHING
    if words_alone(text) != words_alone(other):
        return TextDifference.WORDS
    if _numbers(text) != _numbers(other):
        return TextDifference.NUMBERS
    return TextDifference.CASE if flat.casefold() == flat_other.casefold() else TextDifference.SIGNS


def _numbers(text: str) -> list[str]:
    return [match["number"] for match in _NUMBER.finditer(text)]


def _differing_numbers(text: str, other: str) -> list[tuple[str, str]]:
    """The numbers in which texts of the same words differ, each with the word after it; empty if there are more numbers
    in one than in the other."""
    own, others = list(_NUMBER.finditer(text)), list(_NUMBER.finditer(other))
    if len(own) != len(others):
        return []
    pairs = zip(own, others, strict=True)
    return [(_shown(a), _shown(b)) for a, b in pairs if a["number"] != b["number"]]


def _shown(match: re.Match[str]) -> str:
    return " ".join(match[0].split())


def _share(text: str, other: str) -> float:
    """Jaccard similarity of the runs of words, numbers as they are; below 1, because the texts differ."""
    runs, others = _runs(text), _runs(other)
    return math.floor(min(0.99, len(runs & others) / max(1, len(runs | others))) * 1000) / 1000


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return set(zip(*(islice(words, n, None) for n in range(RUN)), strict=False))
