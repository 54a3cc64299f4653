"""Names that a page gets from other files of its set: from the layout around it, or from a specification that it is part of."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from checkfirst.measuring.text.content_words import letters_and_digits
from checkfirst.model.document import Document
from checkfirst.model.folder_names import is_page_part
from checkfirst.model.formats import Trait
from checkfirst.model.set_measures import DocumentSummary

#: The beginning of the names that spec-md gives the sections of all files of one specification; the names of the sections
#: around one come first, with dots between them: ``sec-Scalars.Custom-Scalars``.
_SECTION: Final = "sec-"
#: Such names that fit headings of the set, from which its sections have them. Not measured.
_FEWEST: Final = 3


def ids_of_layout(document: Document) -> tuple[str, ...]:
    """The ids in a layout or another part of pages; none for any other document."""
    is_part = Trait.ANCHORS in document.traits and is_page_part(document.path)
    return tuple(anchor.text for anchor in document.anchors if anchor.explicit) if is_part else ()


class NamesElsewhere:
    """The names of a set's layouts, and those of its sections, both gathered when the first one is asked for."""

    def __init__(self, documents: Iterable[DocumentSummary]) -> None:
        self._documents = tuple(documents)

    def of_layouts(self, name: str) -> bool:
        """Whether a layout or another part of pages has an id of this name, which any page around which it is put has."""
        return name in self._ids_of_layouts

    def of_sections(self, name: str) -> bool:
        """Whether a name is that of a section in any file of the set, where its links show that they name sections so."""
        return len(self._linked_sections) >= _FEWEST and name in self._linked_sections

    @cached_property
    def _ids_of_layouts(self) -> frozenset[str]:
        return frozenset(name for document in self._documents for name in document.layout_ids)

    @cached_property
    def _linked_sections(self) -> frozenset[str]:
        """The names of sections that are linked and are there; what stands below one may be no heading in Markdown."""
        targets = (link.target for document in self._documents for link in document.links)
        linked = {target[1:] for target in targets if target.startswith(f"#{_SECTION}")}
        if len(linked) < _FEWEST:
            return frozenset()
        anchors = (anchor for document in self._documents for anchor in document.anchors or ())
        headings = {letters_and_digits(anchor.text) for anchor in anchors}
        return frozenset(
            name for name in linked if letters_and_digits(name.removeprefix(_SECTION).partition(".")[0]) in headings
        )
