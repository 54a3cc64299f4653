"""Spreadsheets (XLSX): a line for each row with content; hidden sheets, rows and columns are hidden text."""

import re
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from checkfirst.model.document import Role
from checkfirst.model.losses import Concealment, LossKind
from checkfirst.reading.binary.docx import core_properties
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.binary.zip_package import Package, attribute, local
from checkfirst.reading.parsed import LimitExceeded, Structure

#: Rows of one sheet, and cells of one workbook, that are read. Not measured.
_ROWS: Final = 200_000
_CELLS: Final = 2_000_000
#: Columns up to which empty cells are kept. Not measured.
_WIDEST: Final = 200
#: Hidden rows and cells of a sheet that are kept. Not measured.
_HIDDEN: Final = 200
#: Digits of the largest row number that is believed; Excel has 1,048,576 rows.
_DIGITS: Final = 8
#: Values of a true attribute (XML Schema, boolean).
_TRUE: Final = {"1", "true"}
#: The column of a cell reference, its letters at most (Excel has columns up to XFD), and the letters of the alphabet.
_COLUMN = re.compile(r"[A-Z]+")
_COLUMN_LETTERS, _ALPHABET = 3, 26


def read_xlsx(data: bytes) -> Structure:
    """The text of a workbook; each sheet is a page with its name as heading. Formulas are read as their stored values.

    Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``.
    """
    package = Package(data)
    out = TextBuilder()
    shared = _shared_strings(package)
    relations = package.relations("xl/workbook.xml")
    cells = 0
    sheets = [e for e in package.xml("xl/workbook.xml").iter() if local(e) == "sheet"]
    for number, sheet in enumerate(sheets, start=1):
        part = next((relations[v] for v in sheet.attrib.values() if v in relations), "")
        name = f"sheet {attribute(sheet, 'name')!r}"
        if part not in package:
            out.add_loss(LossKind.MISSING_SHEET, name=name)
            continue
        out.page = number
        root = package.xml(part)
        missing = shared.missing
        rows, hidden = _rows(root, shared)
        if shared.missing > missing:
            out.add_loss(LossKind.MISSING_CELL_TEXT, shared.missing - missing, name=name)
        if attribute(sheet, "state") in {"hidden", "veryHidden"}:
            out.add_loss(LossKind.HIDDEN_SHEET)
            out.add_hidden(Concealment.HIDDEN_SHEET, "\n".join(" | ".join(row) for _, row in rows[:_HIDDEN]))
            continue
        out.add(attribute(sheet, "name"), Role.HEADING, 1, number=1)
        out.blank_line()
        for row_number, row in rows:
            cells += len(row)
            if cells > _CELLS:
                raise LimitExceeded(f"more than {_CELLS:,} cells")
            out.add("| " + " | ".join(row) + " |", Role.TABLE, number=row_number, cell=cell_range(row, row_number))
        out.blank_line()
        out.add_hidden(Concealment.HIDDEN_CELLS, "\n".join(hidden[:_HIDDEN]))
    _add_comments(out, package)
    return out.build(core_properties(package))


def _add_comments(out: TextBuilder, package: Package) -> None:
    for name in package.names("xl/comments", ".xml"):
        for comment in package.xml(name).iter():
            if local(comment) == "comment":
                text = "".join(e.text or "" for e in comment.iter() if local(e) == "t")
                out.add_hidden(Concealment.COMMENT, f"{attribute(comment, 'ref')}: {text}" if text.strip() else "")


@dataclass(slots=True)
class _SharedStrings:
    """The texts of a workbook, which cells name by number."""

    texts: list[str]
    missing: int = 0
    """How many cells so far named a text that is not there."""

    def text(self, number: str) -> str:
        """The text that a cell names; empty where there is none."""
        if number.isdigit() and int(number) < len(self.texts):
            return self.texts[int(number)]
        self.missing += bool(number.strip())
        return ""


def _shared_strings(package: Package) -> _SharedStrings:
    if "xl/sharedStrings.xml" not in package:
        return _SharedStrings([])
    items = package.xml("xl/sharedStrings.xml")
    return _SharedStrings(["".join(e.text or "" for e in item.iter() if local(e) == "t") for item in items])


def _rows(root: Element, shared: _SharedStrings) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """The visible rows with content, each with its number in the sheet, and the texts of hidden rows and columns."""
    visible: list[tuple[int, list[str]]] = []
    hidden: list[str] = []
    columns = _hidden_columns(root)
    number = 0
    for row in root.iter():
        if local(row) != "row":
            continue
        stored = attribute(row, "r")
        number = int(stored) if stored.isdigit() and len(stored) <= _DIGITS else number + 1
        values = _cells(row, shared)
        if attribute(row, "hidden") in _TRUE:
            hidden.append(" | ".join(values))
            continue
        if columns:
            hidden += [value for n, value in enumerate(values, start=1) if n in columns and value]
            values = ["" if n in columns else value for n, value in enumerate(values, start=1)]
        if any(values):
            visible.append((number, [" ".join(value.split()) for value in values]))
        if len(visible) > _ROWS:
            raise LimitExceeded(f"more than {_ROWS:,} rows in one sheet")
    return visible, hidden


def cell_range(row: list[str], number: int) -> str:
    """The range from the first to the last cell with content of a row: ``B7``, or ``A7:D7``."""
    filled = [n for n, value in enumerate(row, start=1) if value]
    first, last = (f"{_letters(n)}{number}" for n in (filled[0], filled[-1]))
    return first if first == last else f"{first}:{last}"


def _letters(column: int) -> str:
    """The letters of a column, from 1: ``A`` to ``Z``, ``AA`` and so on."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters


def _hidden_columns(root: Element) -> set[int]:
    """The numbers of hidden columns, from 1, up to ``_WIDEST``."""
    found: set[int] = set()
    for element in root.iter():
        if local(element) == "col" and attribute(element, "hidden") in _TRUE:
            first, last = attribute(element, "min"), attribute(element, "max")
            if first.isdigit() and last.isdigit():
                found |= set(range(int(first), min(int(last), _WIDEST) + 1))
    return found


def _cells(row: Element, shared: _SharedStrings) -> list[str]:
    """The values of a row by column, with empty ones between them and none at the end."""
    values: list[str] = []
    for cell in row:
        if local(cell) == "c":
            column = _column(attribute(cell, "r"))
            values += [""] * (min(column, _WIDEST) - 1 - len(values))
            values.append(_value(cell, shared))
    while values and not values[-1]:
        values.pop()
    return values


def _column(reference: str) -> int:
    """The number of a cell's column, from 1; 0 for a cell without a reference."""
    letters = _COLUMN.match(reference)
    number = 0
    for letter in letters[0][:_COLUMN_LETTERS] if letters else "":
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number


def _value(cell: Element, shared: _SharedStrings) -> str:
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return "".join(e.text or "" for e in cell.iter() if local(e) == "t")
    value = next((e.text or "" for e in cell if local(e) == "v"), "")
    if kind == "s":
        return shared.text(value)
    return {"1": "TRUE", "0": "FALSE"}.get(value, value) if kind == "b" else value
