"""OpenDocument texts, slide shows and spreadsheets (ODT, ODP, ODS)."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from checkfirst.model.document import Link, Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, LossKind
from checkfirst.reading.binary.active_parts import add_active_parts
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.binary.xlsx import cell_range
from checkfirst.reading.binary.xml_stream import Streamed, attribute, local
from checkfirst.reading.binary.zip_package import Package
from checkfirst.reading.parsed import Encrypted, Structure

_SKIPPED: Final = {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "notes"}
#: Repetitions of a cell that are kept: sheets are padded to their edge with repeated cells. Not measured.
_REPEATS: Final = 100
#: Blanks in a row that are kept. Not measured.
_BLANKS: Final = 100
#: Digits of the largest number of repeated rows that is believed. Not measured.
_DIGITS: Final = 7
#: Levels of nested elements that are read. Not measured.
_DEEPEST: Final = 60
#: The metadata that is kept.
_META: Final = {"title", "creator", "date", "subject", "description", "language"}


def read_opendocument(data: bytes) -> Structure:
    """The content in order; annotations and deletions are hidden text. Slides and sheets are pages.

    Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``.
    """
    package = Package(data)
    if "META-INF/manifest.xml" in package and any(
        local(e) == "encryption-data" for e in package.xml("META-INF/manifest.xml").iter()
    ):
        raise Encrypted("the document is locked with a password")
    out = TextBuilder()
    with out.up_to_limit():
        _walk(out, package.stream("content.xml"), 0, listed=False)
    metadata: tuple[tuple[str, str], ...] = ()
    if "meta.xml" in package:
        found = ((local(e), (e.text or "").strip()) for e in package.xml("meta.xml").iter())
        metadata = tuple((name, value) for name, value in found if name in _META and value)
    out.add_cut(package.cut)
    add_active_parts(out, package.names())
    return out.build(metadata)


def _walk(out: TextBuilder, element: Streamed, depth: int, *, listed: bool) -> None:
    name = element.name
    if name in _SKIPPED:
        _apart(out, element.whole(), name)
    elif depth > _DEEPEST:
        if "".join(element.whole().itertext()).strip():
            out.add_loss(LossKind.NESTED_TOO_DEEP)
    elif name == "h":
        out.blank_line()
        level = element.attribute("outline-level")
        if text := " ".join(_text(out, element.whole()).split()):
            out.add(text, Role.HEADING, int(level) if level.isdigit() else 1)
        out.blank_line()
    elif name == "p":
        _paragraph(out, element.whole(), listed=listed)
    elif name == "table":
        _table(out, element)
    else:
        if name == "page":
            out.page += 1
        elif name == "spreadsheet":
            _sheets(out, element)
            return
        for child in element:
            _walk(out, child, depth + 1, listed=listed or name == "list")
        if name == "list":
            out.blank_line()


def _sheets(out: TextBuilder, element: Streamed) -> None:
    for table in element:
        if table.name == "table":
            out.page += 1
            out.add(table.attribute("name"), Role.HEADING, 1, number=1)
            _table(out, table, numbered=True)


def _paragraph(out: TextBuilder, element: Element, *, listed: bool) -> None:
    text = _text(out, element).strip()
    if not text:
        out.blank_line()
    elif listed:
        out.add(f"- {text}", Role.LIST)
    else:
        out.blank_line()
        out.add(text, Role.PROSE)


def _table(out: TextBuilder, element: Streamed, *, numbered: bool = False) -> None:
    """Add a table; ``numbered`` in sheets, whose rows and cells have names."""
    out.blank_line()
    number = 0
    for row in _rows(element):
        repeated = attribute(row, "number-rows-repeated")
        number += 1
        if cells := _cells(out, row):
            out.add_row(cells, number if numbered else 0, cell_range(cells, number) if numbered else "")
        number += int(repeated) - 1 if repeated.isdigit() and len(repeated) <= _DIGITS else 0
    out.blank_line()


def _rows(table: Streamed) -> Iterator[Element]:
    """The rows of a table, and behind each those of the tables in its cells."""
    for row in table.below({"table-row"}):
        yield from (e for e in row.whole().iter() if local(e) == "table-row")


def _cells(out: TextBuilder, row: Element) -> list[str]:
    """The texts of a row's cells, without empty ones at its end."""
    cells: list[str] = []
    for cell in row:
        if local(cell) == "table-cell":
            text = " ".join(_text(out, cell).split())
            repeated = attribute(cell, "number-columns-repeated")
            times = int(repeated) if text and repeated.isdigit() else 1
            cells += [text] * min(times, _REPEATS)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(out: TextBuilder, element: Element) -> str:
    """The text with its blanks, tabs and line breaks, and notes in brackets; annotations become hidden text."""
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name in {"annotation", "annotation-end", "tracked-changes"}:
            _apart(out, child, name)
        elif name == "s":
            count = attribute(child, "c")
            parts.append(" " * (min(int(count), _BLANKS) if count.isdigit() else 1))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name == "note":
            parts.append(f" [{' '.join(''.join(child.itertext()).split())}]")
        else:
            inner = _text(out, child)
            if name == "a":
                out.add_link(Link(target=attribute(child, "href"), text=inner, span=text_span(len(out.lines))))
            parts.append(inner + (" " if name in {"p", "list-item"} else ""))
        parts.append(child.tail or "")
    return "".join(parts)


def _apart(out: TextBuilder, element: Element, name: str) -> None:
    """Add an annotation or deletion as hidden text."""
    text = " ".join("".join(element.itertext()).split())
    if name == "annotation":
        out.add_hidden(Concealment.COMMENT, text)
    elif name == "tracked-changes" and text:
        out.add_loss(LossKind.TRACKED_DELETION)
        out.add_hidden(Concealment.DELETED, text)
