"""Two kinds of place that can't be mixed up: lines of a decoded text, and places in the file as people see it.

Readers, measures and rules speak of lines of ``Document.text`` (``TextSpan``). Findings and reports speak of the file:
its own lines, pages and cells (``Place``). Only the rules engine and the report builder turn one into the other, with
the document's ``LineMap``.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType, TypeVar

#: A line of ``Document.text``, from 1.
TextLine = NewType("TextLine", int)
#: A line of the file as it is stored, from 1.
SourceLine = NewType("SourceLine", int)


class Unit(StrEnum):
    """What the pages of a format are called."""

    PAGE = "page"
    SLIDE = "slide"
    SHEET = "sheet"
    CHAPTER = "chapter"
    MESSAGE = "message"
    CELL = "cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpan:
    """A run of lines of a document's text, the end included."""

    start_line: TextLine
    end_line: TextLine
    source_line: SourceLine | None = None
    """The file's own line, where the reader knows it more exactly than the line map does."""

    @property
    def indices(self) -> range:
        """Positions of its lines in ``text.split("\\n")``, from 0."""
        return range(self.start_line - 1, self.end_line)


def text_span(first: int, last: int | None = None) -> TextSpan:
    """The span of the lines at the positions ``first`` to ``last`` (from 0, the last included) of a text."""
    return TextSpan(start_line=TextLine(first + 1), end_line=TextLine((first if last is None else last) + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A run of lines of a file, the end included; on a page or in cells where the format has them."""

    start_line: SourceLine
    end_line: SourceLine
    page: int | None = None
    """Page, slide, sheet, chapter or message, from 1."""
    cell: str | None = None
    """In a sheet, the cells of the first line: ``B7``, or ``A7:D7``."""
    unit: Unit | None = None
    """What ``page`` counts."""


#: Where a thing stands: a ``TextSpan`` while it is measured, a ``Place`` once it is reported.
At = TypeVar("At", TextSpan, Place)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMap:
    """Where the lines of a text stand in their file. Without numbers, text lines are source lines."""

    source_lines: tuple[int, ...] | None = None
    """For each line of the text the line of the file where it begins."""
    end_lines: tuple[int, ...] | None = None
    """For each line of the text the line of the file where it ends; ``None`` where it ends on the line it begins on."""
    pages: tuple[int, ...] | None = None
    """For each line of the text its page, 0 for none."""
    cells: tuple[str, ...] | None = None
    """For each line of the text the cells that it was made of, empty for none."""
    unit: Unit | None = None

    @property
    def is_identity(self) -> bool:
        """Whether text lines are the file's own lines."""
        return self.source_lines is None

    def place(self, span: TextSpan) -> Place:
        """Where a span of the text stands in the file."""
        start = span.source_line or self.source_line(span.start_line)
        last = _of_line(self.end_lines, span.end_line) or self.source_line(span.end_line)
        end = start if span.source_line else SourceLine(last)
        page = _of_line(self.pages, span.start_line) or None
        return Place(
            start_line=start,
            end_line=max(start, end),
            page=page,
            cell=_of_line(self.cells, span.start_line) or None,
            unit=self.unit if page else None,
        )

    def source_line(self, line: TextLine) -> SourceLine:
        """The file's line for a line of the text."""
        return SourceLine(_of_line(self.source_lines, line) or line)

    def text_line(self, line: SourceLine) -> TextLine:
        """The last line of the text that begins at or above a line of the file; lines of a text begin in file order."""
        if self.source_lines is None:
            return TextLine(line)
        return TextLine(max(1, bisect_right(self.source_lines, line)))


#: For texts whose lines are the file's own.
AS_STORED = LineMap()
_Value = TypeVar("_Value", int, str)


def _of_line(values: Sequence[_Value] | None, line: TextLine) -> _Value | None:
    """The value of a line; past the end, that of the last line."""
    return values[min(line, len(values)) - 1] if values else None
