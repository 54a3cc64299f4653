"""What all parts of the page share: the lines of the documents, where a link leads, and how much is told."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct

from checkfirst.model.finding import Evidence
from checkfirst.model.report import ShownLine
from checkfirst.safe_text import printable

#: Characters of a line that are shown. Lines that come longer were cut before.
LONGEST_LINE: Final = 239


class Text(Struct, frozen=True, dict=True):
    """The lines of a document, and where a quote stands among them."""

    lines: tuple[ShownLine, ...]

    @cached_property
    def _places(self) -> Mapping[tuple[int | None, int], list[int]]:
        """The indices of the lines that begin on each page and line of the file."""
        places: defaultdict[tuple[int | None, int], list[int]] = defaultdict(list)
        for n, line in enumerate(self.lines):
            places[line.place.page, line.place.start_line].append(n)
        return places

    def find(self, evidence: Evidence) -> int | None:
        """The index of the line that has the quoted words at the quoted place; ``None`` where none has them."""
        words = words_of(evidence.quote)
        lines = self._places.get((evidence.place.page, evidence.place.start_line)) or self._around(evidence)
        found = next((n for n in lines if words and words in printable(self.lines[n].text)), None)
        if found is None and len(lines) == 1 and len(self.lines[lines[0]].text) > LONGEST_LINE:
            # The words stand where the line is cut.
            return lines[0]
        return found

    def _around(self, evidence: Evidence) -> list[int]:
        """The indices of lines that began above the quoted one and go on to it, or begin within what is quoted."""
        place = evidence.place
        return [
            n
            for n, line in enumerate(self.lines)
            if line.place.start_line <= place.end_line
            and line.place.end_line >= place.start_line
            and line.place.page == place.page
        ]


def words_of(quote: str) -> str:
    """The quote without the sign that it was cut."""
    return quote.removesuffix("…").removeprefix("…").strip()


class Served(Struct, frozen=True, kw_only=True):
    """What a page has that ``checkfirst review`` serves, beside what every page has."""

    check: str
    """A name for the check that the page reports on, without blanks."""
    lock: str
    """The path of the lock file that keeps the marks."""
    accepted: frozenset[str]
    """Fingerprints of findings that the lock file accepts: their marks can be taken back."""
    files: Mapping[str, int]
    """The number under which the text of each document is served, by path."""


class Layout(Struct, frozen=True, kw_only=True):
    """What all parts of the page share."""

    texts: Mapping[str, Text]
    """The lines of each document, by path."""
    anchors: Mapping[str, int]
    """The numbers of the documents that have a section, by path."""
    rooms: Mapping[str, int]
    """Bytes that the text of a document may take."""
    most: int
    """Findings of one rule on one document that are told."""
    served: Served | None = None
    """``None`` for a page that is a file."""
