"""Sentences of a form whose slots are all still open: "As [who], I want [what]".

Such a sentence alone may be a pattern that is explained. In a text in which nearly every line has slots, and some lines
are nothing but a slot, nobody has filled them in.
"""

from collections.abc import Collection, Mapping
from typing import Final

from checkfirst import lazy_re

#: Words between brackets, angles or braces that stand inside a sentence; no links, tags or variables of code.
_SLOT = lazy_re.compile(
    r"(?<![\[!\w\])`])\[(?P<a>[^\[\]\n]{2,80})\](?![\[(:\w])|(?<![<\w`])<(?P<b>[^\W\d_][^<>\n=/@:]{1,80})>(?![>\w(`])"
    r"|(?<![{$%\w])\{(?P<c>[^\W\d_][^{}\n=]{1,80})\}(?![}\w])"
)
_LETTER = lazy_re.compile(r"[^\W\d_]")
_DIGIT = lazy_re.compile(r"\d")
_CODE = lazy_re.compile(r"`[^`\n]*`")
#: Fewest sentences with slots, and share of the lines with content that have slots or are blanks. Not measured.
_FEWEST: Final = 2
_SHARE_FROM: Final = 0.75
#: Most words of a sentence for each of its slots. Not measured.
_WORDS_A_SLOT: Final = 12


def open_sentences(
    texts: list[str], content: Collection[int], blanks: Collection[int], links: Mapping[int, Collection[str]]
) -> list[int]:
    """Positions of the sentences with open slots, and of slots that stand alone, if nearly all of the text is such.

    ``content`` are the lines that count, ``blanks`` those lines and headings that hold nothing but a blank, ``links`` the
    texts of the links of a line, which stand in brackets in some formats.
    """
    blanks = frozenset(blanks)
    with_sign = [n for n in content if "[" in texts[n] or "<" in texts[n] or "{" in texts[n]]
    slots = {n for n in with_sign if _SLOT.fullmatch(texts[n].strip())}
    alone = slots | blanks.intersection(content)
    if (not alone and not blanks) or len(alone.union(with_sign)) < _SHARE_FROM * len(content):
        return []
    found = [n for n in with_sign if n not in alone and _has_slots(texts[n], links.get(n, ()))]
    if len(found) < _FEWEST or len(alone) + len(found) < _SHARE_FROM * len(content):
        return []
    return sorted({*found, *alone} - set(blanks))


def _has_slots(line: str, link_texts: Collection[str]) -> bool:
    """Whether a line is a sentence with slots: words before one of them, few for each, and no numbers, as logs have."""
    bare = _CODE.sub(" ", line)
    slots = [m for m in _SLOT.finditer(bare) if _LETTER.search(m[0]) and m[0][1:-1] not in link_texts]
    own = _SLOT.sub(" ", bare)
    return (
        bool(slots)
        and _LETTER.search(_SLOT.sub(" ", bare[: slots[-1].start()])) is not None
        and _DIGIT.search(own) is None
        and len(own.split()) <= _WORDS_A_SLOT * len(slots)
    )
