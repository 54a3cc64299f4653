"""The names that the fragments of links can give of a document's headings and explicit ids."""

from collections import Counter
from collections.abc import Iterable

from checkfirst import lazy_re
from checkfirst.measuring.index.slugs import FROM_TWO, LITERAL_ATTRIBUTES, SLUGS, UNDERSCORE_NUMBERS, Dialect
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
    slug, joint = SLUGS[dialect], "_" if dialect in UNDERSCORE_NUMBERS else "-"
    taken: Counter[str] = Counter()
    # The highest number that was given to a name: those below are not tried again.
    highest: dict[str, int] = {}
    names: dict[str, str] = {}
    for anchor in anchors:
        if anchor.explicit:
            names.setdefault(normalized("NFC", anchor.text), anchor.text)
            continue
        if dialect not in LITERAL_ATTRIBUTES and names_id(anchor.text):
            continue
        if own := _OWN_ID.search(anchor.text):
            names.setdefault(own[1], anchor.text)
        for text in _texts(anchor, dialect):
            name = normalized("NFC", slug(text))
            number, taken[name] = taken[name], taken[name] + 1
            # Asciidoctor calls the second heading of a name "…_2", and markdown-it-anchor "…-2" before its version 6.
            number += 1 if number and dialect in FROM_TWO else 0
            # The numbered name may already be that of another heading.
            number = max(number, highest.get(name, 0)) if number else 0
            while number and f"{name}{joint}{number}" in names:
                number += 1
            highest[name] = number
            names.setdefault(f"{name}{joint}{number}" if number else name, anchor.text)
    return names


def _texts(anchor: Anchor, dialect: Dialect) -> list[str]:
    """The texts that a name is made from, each once: as it is written, without icons, and its variants."""
    texts = [
        text if dialect in LITERAL_ATTRIBUTES else without_attributes(text) for text in (anchor.text, *anchor.variants)
    ]
    texts = [_ICON.sub("", text) for text in texts]
    slug = SLUGS[dialect]
    return list({slug(text): text for text in texts}.values())


def names_in(anchors: Iterable[Anchor], dialects: Iterable[Dialect]) -> dict[str, str]:
    """The names in any of the dialects, with those that some program may give to titles of blocks that unfold."""
    anchors = tuple(anchors)
    return {
        name: text
        for dialect in reversed(tuple(dialects))
        for name, text in anchor_names(anchors, dialect, folded=True).items()
    }
