"""Acronyms that a document uses in its sentences, and those that it says something of, wherever it does."""

import re
from bisect import bisect_right
from collections.abc import Collection
from itertools import accumulate, islice
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.known_acronyms import KNOWN_ACRONYMS
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.acronyms import Acronyms, UsedAcronym
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait

_ACRONYM: Final = lazy_re.compile(r"(?<![A-Za-z0-9])([A-Z]{3,4})(?=s?(?![A-Za-z0-9]))")
#: What stands around one that a sentence uses: words, and no sign that would set it apart or say something of it.
_BEFORE: Final = lazy_re.compile(r"(?:^|[a-z0-9,;.)] )$")
_AFTER: Final = lazy_re.compile(r"(?:s|['’]s)?[,.;?!)]?(?:$| (?![A-Z(=:–—|\d-]))")
#: Signs next to one that is part of a longer name.
_IN_NAMES: Final = frozenset("/-_.$@\\%#&+")
_CALLED: Final = lazy_re.compile(
    r"\b(?:called|known as|named|abbreviated(?: as| to)?|termed|short for) (?:an? |the )?$"
)
_SAYS: Final = lazy_re.compile(
    r"s?(?:,? (?:is|are|was|were)? ?(?:an?|the|our|one|any|what|which|short|defined|i\.e\.) | (?:means?|stands for|refers to|denotes?|represents?) )"
)
#: Signs of a line of code that stands in no block.
_CODE: Final = lazy_re.compile(r"[;{}]\s*$|//\s| [=!<>]=? |\w\(\w*\)|[\w\]]\.\w+\(")
_WORD: Final = lazy_re.compile(r"[^\W\d_]+")
_ELSEWHERE: Final = lazy_re.compile(
    r"\b(?:terms?|terminology|abbreviations?|acronyms?|definitions?|glossary|vocabulary)\b.{0,120}\b(?:defined|found|given|listed|described|specified|explained|taken|from|see|in|per)\b.{0,40}(?:\[|<|http|RFC|ISO|IEEE)",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(["a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"])
_UNREAD: Final = frozenset({Role.CODE, Role.METADATA, Role.QUOTATION, Role.HEADING})
#: Lines in which a document uses an acronym, from which on it is one of its own terms; lines around a use in which it may be
#: said in words; longest line that is read; acronyms that are told of one document. Not measured.
_FEWEST, _NEAR, _LONGEST, _MOST = 3, 3, 4_000, 50


def acronyms_of(document: Document, texts: list[str], *, specifies: bool) -> Acronyms:
    """The acronyms of a document.

    It uses those that stand in its sentences alone. Whatever else it does with one, in a heading, a table, code, brackets or
    beside a sign, may say what it is. Only a document that ``specifies`` is taken to use any.
    """
    if Trait.PROSE not in document.traits:
        return Acronyms()
    used, told = _found(document, texts, specifies=specifies)
    lines = {name: sorted(set(where)) for name, where in used.items() if name not in told}
    often = dict(islice(((name, where) for name, where in lines.items() if len(where) >= _FEWEST), _MOST))
    said = _said(document, texts, often) if often else set()
    return Acronyms(
        used=tuple(
            UsedAcronym(name=name, lines=len(where), quote=quote(texts, where[0]))
            for name, where in often.items()
            if name not in said
        ),
        told=frozenset(told | said),
        elsewhere=any(_ELSEWHERE.search(text[:_LONGEST]) for text in texts) if often else False,
    )


def _found(document: Document, texts: list[str], *, specifies: bool) -> tuple[dict[str, list[int]], set[str]]:
    """The lines whose sentences use each acronym, and the acronyms that stand anywhere else."""
    used: dict[str, list[int]] = {}
    told: set[str] = set()
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    unread = {n for s in document.segments if s.role in _UNREAD for n in s.span.indices} if specifies else set()
    of, is_sentence = -1, False
    for match in _ACRONYM.finditer(document.text):
        name, n = match[1], bisect_right(starts, match.start()) - 1
        if name in KNOWN_ACRONYMS or name in told:
            continue
        line, at = texts[n], match.start() - starts[n]
        before, after = line[max(0, at - 80) : at], line[at + len(name) : at + len(name) + 40]
        if (before and before[-1] in _IN_NAMES) or (after[:1] in _IN_NAMES and after[1:2].strip()):
            continue
        if n != of:
            of, is_sentence = n, specifies and n not in unread and _is_sentence(line)
        if is_sentence and line.count("`", 0, at) % 2 == 0 and _is_plain(before, after):
            used.setdefault(name, []).append(n)
        else:
            told.add(name)
    return used, told


def _is_sentence(line: str) -> bool:
    """Whether a line is running text: no sample, no row of a table, no heading in capitals."""
    return (
        len(line) <= _LONGEST
        and not line.startswith(("    ", "\t", "|", "<", ">", "#", "!", "//", "["))
        and line.count("|") < 2
        and not _CODE.search(line)
        and sum(map(str.islower, line)) * 2 > len(line)
    )


def _is_plain(before: str, after: str) -> bool:
    """Whether words around an acronym use it as a word, and say nothing of it."""
    return bool(_BEFORE.search(before[-2:]) and _AFTER.match(after)) and not (
        _SAYS.match(after) or _CALLED.search(before)
    )


def _said(document: Document, texts: list[str], used: dict[str, list[int]]) -> set[str]:
    """Those that are a word, too, or in the document's name, or whose letters begin the words of a name or of a phrase nearby."""
    words = _WORD.findall(document.text)
    small = {word.lower() for word in words if not word.isupper()}
    place = f"{document.path} {document.title or ''}".lower()
    letters = _first_letters([word for word in words if word[0].isupper()])
    said = {name for name in used if name.lower() in small or name.lower() in place or name.lower() in letters}
    for name in used.keys() - said:
        near = sorted({m for n in used[name] for m in range(max(0, n - _NEAR), min(len(texts), n + _NEAR + 1))})
        if name.lower() in _first_letters(_WORD.findall(" ".join(texts[n][:_LONGEST] for n in near))):
            said.add(name)
    return said


def _first_letters(words: Collection[str]) -> str:
    """The first letters of words that follow one another, in small letters: of all, and again without small words."""
    spelled = [word.lower() for word in words if len(word) == 1 or not word.isupper()]
    return " ".join("".join(word[0] for word in spelled if word not in passed) for passed in (frozenset[str](), _SMALL))
