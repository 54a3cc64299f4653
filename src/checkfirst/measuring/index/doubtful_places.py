"""Places that a set's site may make in a way that is not known here, so that links to them are in doubt."""

import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final
from urllib.parse import unquote

from checkfirst import lazy_re
from checkfirst.measuring.index.slugs import github
from checkfirst.measuring.text.content_words import squashed
from checkfirst.model.document import Anchor
from checkfirst.model.links import BrokenLink, LinkFault
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.path_parts import stem_of

#: Different names, and documents that have them, from which they are no slips but made by a program: names that are a
#: heading's own but for signs and capitals, and names of one shape. Not measured.
_FEWEST_ALIKE, _DOCUMENTS_ALIKE = 4, 3
_FEWEST_OF_SHAPE, _DOCUMENTS_OF_SHAPE = 6, 4
_DIGITS: Final = lazy_re.compile(r"\d+")
#: Different places that links of one text name, and documents that have them, from which the text is a sign for a program:
#: "[cite](#RFC1)". Not measured.
_FEWEST_OF_TEXT, _DOCUMENTS_OF_TEXT, _LONGEST_SIGN = 8, 4, 8
_NAME_OF_SIGN: Final = "a word for a program"
_NAME_OF_JOINED: Final = "names of other documents"
_NAME_OF_ALIKE: Final = "names of headings with other signs"


def doubtful_places(broken: Iterable[BrokenLink], documents: tuple[DocumentSummary, ...]) -> dict[BrokenLink, str]:
    """The links to missing places that are in doubt, each with the name of the form that it shares with others.

    Where several documents link to headings by their own letters and digits with other signs between them, the site makes
    ids in another way. Numbered names of one shape of which none is there are made by a program.
    """
    places = [b for b in broken if b.fault is LinkFault.ANCHOR]
    alike = set(_alike(places, documents))
    if not _are_enough(alike, _FEWEST_ALIKE, _DOCUMENTS_ALIKE):
        alike = set()
    by_shape: defaultdict[str, list[BrokenLink]] = defaultdict(list)
    for link in places:
        if (shape := _shape(_place(link))) and link not in alike:
            by_shape[shape].append(link)
    shaped = {s: ls for s, ls in by_shape.items() if _are_enough(ls, _FEWEST_OF_SHAPE, _DOCUMENTS_OF_SHAPE)}
    joined = _joined([link for link in places if link not in alike], documents)
    there = _shapes_of_anchors(documents) if shaped else set()
    found = {link: shape for shape, links in shaped.items() if shape not in there for link in links}
    found |= dict.fromkeys(_behind_signs(places), _NAME_OF_SIGN)
    return found | dict.fromkeys(joined, _NAME_OF_JOINED) | dict.fromkeys(alike, _NAME_OF_ALIKE)


def _behind_signs(places: list[BrokenLink]) -> list[BrokenLink]:
    """The links within pages of the folders in which many have one and the same small word for their text."""
    by_text: defaultdict[str, list[BrokenLink]] = defaultdict(list)
    for link in places:
        before, found, _ = link.links[0].quote.text.partition(f"]({link.target})")
        text = before.rpartition("[")[2]
        if found and link.target.startswith("#") and len(text) <= _LONGEST_SIGN and text.isalpha() and text.islower():
            by_text[text].append(link)
    signs = (links for links in by_text.values() if _are_enough(links, _FEWEST_OF_TEXT, _DOCUMENTS_OF_TEXT))
    # Of a long line, the quote may end before the link.
    folders = {posixpath.dirname(link.path) for links in signs for link in links}
    return [link for link in places if link.target.startswith("#") and posixpath.dirname(link.path) in folders]


def _joined(places: list[BrokenLink], documents: tuple[DocumentSummary, ...]) -> list[BrokenLink]:
    """The links within a page to the names of other documents, such as terms of a glossary that a build appends to it."""
    within = [b for b in places if b.target.startswith("#")]
    if not _are_enough(within, _FEWEST_OF_SHAPE, _DOCUMENTS_OF_SHAPE):
        return []
    names = {squashed(stem_of(d.path)) for d in documents} | {squashed(d.title or "") for d in documents}
    found = [b for b in within if squashed(_place(b)) in names]
    if not _are_enough(found, _FEWEST_OF_SHAPE, _DOCUMENTS_OF_SHAPE):
        return []
    joined = {b.path for b in found}
    return [b for b in within if b.path in joined]


def _alike(places: list[BrokenLink], documents: tuple[DocumentSummary, ...]) -> list[BrokenLink]:
    wanted = {link.target_path for link in places}
    headings = {
        document.path: {squashed(text) for anchor in document.anchors or () for text in _texts(anchor)}
        for document in documents
        if document.path in wanted
    }
    return [b for b in places if (key := squashed(_place(b))) and key in headings.get(b.target_path or "", ())]


def _texts(anchor: Anchor) -> tuple[str, ...]:
    return () if anchor.explicit else (anchor.text, *anchor.variants)


def _place(link: BrokenLink) -> str:
    return unquote(link.target.partition("#")[2])


def _are_enough(links: Collection[BrokenLink], names: int, documents: int) -> bool:
    return len({_place(b) for b in links}) >= names and len({b.path for b in links}) >= documents


def _shape(name: str) -> str:
    """The name with each number as one sign; empty for a name without a number."""
    return _DIGITS.sub("#", name) if _DIGITS.search(name) else ""


def _shapes_of_anchors(documents: tuple[DocumentSummary, ...]) -> set[str]:
    names = (
        anchor.text if anchor.explicit else github(anchor.text)
        for document in documents
        for anchor in document.anchors or ()
    )
    return {_shape(name) for name in names}
