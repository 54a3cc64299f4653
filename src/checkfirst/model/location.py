"""Two types of location that type checking keeps apart: lines of a decoded text, and places in the stored file.

Readers, measures and rules use lines of ``Document.text`` (``TextSpan``). Findings and reports use the lines, pages and
cells of the file (``Place``). Only the rules engine and the report builder convert, with the document's ``LineMap``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NewType, TypeVar, cast

from msgspec import Struct

#: A line of ``Document.text``, from 1.
TextLine = NewType("TextLine", int)
#: A line of the file as it is stored, from 1.
SourceLine = NewType("SourceLine", int)


class Unit(StrEnum):
    """What a format calls its pages."""

    PAGE = "page"
    SLIDE = "slide"
    SHEET = "sheet"
    CHAPTER = "chapter"
    MESSAGE = "message"
    CELL = "cell"


def as_source_lines(numbers: Iterable[int]) -> tuple[SourceLine, ...]:
    """The numbers as lines of a file."""
    # A cast: SourceLine would be called for each line of a long file.
    return cast(tuple[SourceLine, ...], tuple(numbers))


class TextSpan(Struct, frozen=True, kw_only=True):
    """Consecutive lines of a document's text, both ends included."""

    start_line: TextLine
    end_line: TextLine
    source_line: SourceLine | None = None
    """The line of the file, where the reader knows it more exactly than the line map."""

    @property
    def indices(self) -> range:
        """Indices of its lines in ``text.split("\\n")``, from 0."""
        return range(self.start_line - 1, self.end_line)


def text_span(first: int, last: int | None = None) -> TextSpan:
    """The span of the lines with the indices ``first`` to ``last`` (from 0, ``last`` included); of one line by
    default."""
    return TextSpan(start_line=TextLine(first + 1), end_line=TextLine((first if last is None else last) + 1))


class Place(Struct, frozen=True, kw_only=True):
    """Consecutive lines of a file, both ends included, with page and cells where the format has them."""

    start_line: SourceLine
    end_line: SourceLine
    page: int | None = None
    """Number of the page, slide, sheet, chapter or message, from 1."""
    cell: str | None = None
    """Cells of the first line in a sheet, as ``B7`` or ``A7:D7``."""
    unit: Unit | None = None
    """What ``page`` counts."""


#: Type of a location: ``TextSpan`` in measures, ``Place`` in reports.
At = TypeVar("At", TextSpan, Place)


class LineMap(Struct, frozen=True, kw_only=True):
    """Maps lines of a text to places in its file."""

    source_lines: tuple[SourceLine, ...] | None = None
    """For each line of the text, the line of the file where it begins; ``None`` where the two are the same."""
    end_lines: tuple[SourceLine, ...] | None = None
    """For each line of the text, the line of the file where it ends; ``None`` where it begins and ends on one line."""
    pages: tuple[int, ...] | None = None
    """For each line of the text, its page; 0 for none."""
    cells: tuple[str, ...] | None = None
    """For each line of the text, the cells that it was made from; empty for none."""
    unit: Unit | None = None
    """What ``pages`` counts."""

    @property
    def is_identity(self) -> bool:
        """Whether text lines and file lines are the same."""
        return self.source_lines is None

    def place(self, span: TextSpan) -> Place:
        """The place of a span in the file."""
        start = span.source_line or self.source_line(span.start_line)
        last = _of_line(self.end_lines, span.end_line) or self.source_line(span.end_line)
        end = start if span.source_line else last
        page = _of_line(self.pages, span.start_line) or None
        return Place(
            start_line=start,
            end_line=max(start, end),
            page=page,
            cell=_of_line(self.cells, span.start_line) or None,
            unit=self.unit if page else None,
        )

    def source_line(self, line: TextLine) -> SourceLine:
        """The line of the file where a line of the text begins."""
        return _of_line(self.source_lines, line) or SourceLine(line)

    def text_line(self, line: SourceLine) -> TextLine:
        """The last line of the text that begins at or above a line of the file.

        Lines of a text are in file order, so that a binary search finds it.
        """
        if self.source_lines is None:
            return TextLine(line)
        return TextLine(max(1, bisect_right(self.source_lines, line)))


#: Line map of a text whose lines are the lines of its file.
AS_STORED = LineMap()
_Value = TypeVar("_Value")


def _of_line(values: Sequence[_Value] | None, line: TextLine) -> _Value | None:
    """The value of a line, or of the last line for a line past the end."""
    return values[min(line, len(values)) - 1] if values else None
