"""Words with letters of another script that look like their own (Unicode Technical Standard 39, "Mixed-script confusables")."""

import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.signs import LIKE_LATIN, having, signs_of
from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Document
from checkfirst.safe_text import printable

#: Cyrillic, Greek and Armenian letters that are drawn as Latin ones, with those.
_LATIN: Final = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅУЗοΑΒΕΖΗΙΚΜΝΟΡΤΥΧνօսոհց", "aeopcyxijsdhqwABEKMHOPCTXIJSY3oABEZHIKMNOPTYXvouuhg"
)
_OTHERS: Final = "".join(map(chr, _LATIN))
#: A word of Latin letters with one of these in it, or the other way round.
_MIXED: Final = lazy_re.compile(
    rf"(?<!\w)(?=[A-Za-z{_OTHERS}]{{4,60}}(?!\w))[A-Za-z]{{0,60}}?(?:[A-Za-z][{_OTHERS}]|[{_OTHERS}][A-Za-z])[A-Za-z{_OTHERS}]{{0,60}}"
)
#: Share of Latin letters of such a word: a word of Greek letters with a Latin index is a formula. Not measured.
_MOSTLY: Final = 0.4
#: Words from which somebody put them there; one or two are a slip of a keyboard with two layouts. Not measured.
_FEWEST: Final = 3
#: Lines of one document that are told.
_MOST: Final = 20
#: An address, in which a letter leads elsewhere.
_ADDRESS: Final = lazy_re.compile(r"(?:https?://|www\.|@)[^\s/\"'<>)]{0,100}$", re.IGNORECASE)
_ADDRESS_WITHIN: Final = 120


def find_look_alikes(document: Document, texts: list[str]) -> Iterator[Danger]:
    """The first lines with such a word."""
    if document.text.isascii():
        return
    found: list[tuple[int, str, bool]] = []
    words: set[str] = set()
    for number in having(signs_of(document.text), LIKE_LATIN).nonzero()[0].tolist():
        line = texts[number]
        mixed = [m for m in _MIXED.finditer(line) if sum(c.isascii() for c in m[0]) >= _MOSTLY * len(m[0])]
        if mixed:
            words |= {match[0] for match in mixed}
            in_address = any(_ADDRESS.search(line[: match.start()][-_ADDRESS_WITHIN:]) for match in mixed)
            found.append((number, mixed[0][0], in_address))
        if len(found) >= _MOST:
            break
    grave = len(words) >= _FEWEST
    for number, word, in_address in found:
        foreign = ", ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(word) if not c.isascii())
        yield Danger(
            kind=DangerKind.LOOK_ALIKE,
            how=foreign,
            text=printable(word.translate(_LATIN)),
            quote=quote(texts, number),
            grave=grave or in_address,
        )
