"""The names that the fragments of links can give of a document's headings and explicit ids."""

from collections.abc import Iterable

from checkfirst import lazy_re
from checkfirst.measuring.index.slugs import (
    AGREEING,
    FROM_TWO,
    LITERAL_ATTRIBUTES,
    SLUGS,
    UNDERSCORE_NUMBERS,
    Dialect,
    plain_name,
)
from checkfirst.measuring.text.normal_form import normalized
from checkfirst.model.document import Anchor
from checkfirst.reading.text.attribute_lists import names_id, without_attributes

#: The id of a heading in brackets behind it (Elastic's docs-builder).
_OWN_ID = lazy_re.compile(r"(?<=[ \t])\[#?([a-z_][\w-]{1,100})\][ \t]*$")
#: The name of an emoji or icon: the renderer puts a picture or a symbol in its place, which no name has.
_ICON = lazy_re.compile(r":[a-z0-9_+-]{2,60}:")


def anchor_names(anchors: Iterable[Anchor], dialect: Dialect, *, folded: bool = False) -> dict[str, str]:
    """The names of a document's anchors, each with the text of its heading; equal names are numbered.

    Names are in Unicode's form NFC. Titles of blocks that unfold have names on GitBook, elsewhere if ``folded`` is true.
    """
    anchors = sorted(anchors, key=lambda anchor: anchor.folded)
    if not folded and dialect not in {Dialect.GITBOOK, Dialect.GITBOOK_HYPHENS}:
        anchors = [anchor for anchor in anchors if not anchor.folded]
    joint = "_" if dialect in UNDERSCORE_NUMBERS else "-"
    taken: dict[str, int] = {}
    # The highest number that was given to a name: those below are not tried again.
    highest: dict[str, int] = {}
    names: dict[str, str] = {}
    for anchor in anchors:
        if anchor.explicit:
            names.setdefault(normalized("NFC", anchor.text), anchor.text)
            continue
        if dialect not in LITERAL_ATTRIBUTES and names_id(anchor.text):
            continue
        if "[" in anchor.text and (own := _OWN_ID.search(anchor.text)):
            names.setdefault(own[1], anchor.text)
        for name in _unnumbered(anchor, dialect):
            before = taken.get(name, 0)
            taken[name] = before + 1
            if not before:
                names.setdefault(name, anchor.text)
                continue
            # Asciidoctor calls the second heading of a name "…_2", and markdown-it-anchor "…-2" before its version 6.
            number = max(before + (dialect in FROM_TWO), highest.get(name, 0))
            # The numbered name may already be that of another heading.
            while f"{name}{joint}{number}" in names:
                number += 1
            highest[name] = number
            names[f"{name}{joint}{number}"] = anchor.text
    return names


def _unnumbered(anchor: Anchor, dialect: Dialect) -> Iterable[str]:
    """The names of a heading by itself: of its text as it is written, without icons, and of its variants."""
    if dialect in AGREEING and not anchor.variants and (name := plain_name(anchor.text)):
        return (name,)
    texts = [
        text if dialect in LITERAL_ATTRIBUTES else without_attributes(text) for text in (anchor.text, *anchor.variants)
    ]
    slug = SLUGS[dialect]
    written = dict.fromkeys(slug(_ICON.sub("", text) if ":" in text else text) for text in texts)
    return [normalized("NFC", name) for name in written]


def names_in(anchors: Iterable[Anchor], dialects: Iterable[Dialect]) -> dict[str, str]:
    """The names in any of the dialects, with those that some program may give to titles of blocks that unfold."""
    return PageNames(tuple(anchors)).in_any(dialects)


class PageNames:
    """The names of one document's anchors in each dialect, each made once: several measures ask for them."""

    def __init__(self, anchors: tuple[Anchor, ...]) -> None:
        self.anchors = anchors
        self._has_folded = any(anchor.folded for anchor in anchors)
        self._names: dict[tuple[Dialect, bool], dict[str, str]] = {}

    def of(self, dialect: Dialect, *, folded: bool = False) -> dict[str, str]:
        """As ``anchor_names`` has them. They are not to be changed."""
        key = (dialect, folded and self._has_folded)
        if key not in self._names:
            self._names[key] = anchor_names(self.anchors, dialect, folded=folded)
        return self._names[key]

    def in_any(self, dialects: Iterable[Dialect]) -> dict[str, str]:
        """As ``names_in`` has them."""
        names: dict[str, str] = {}
        for dialect in reversed(tuple(dialects)):
            names |= self.of(dialect, folded=True)
        return names
