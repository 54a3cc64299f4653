"""Sheets (XLSX): the cells that hold something, a line a row; hidden sheets kept apart."""

import re
from typing import Final
from xml.etree.ElementTree import Element

from checkfirst.model.document import Role
from checkfirst.model.losses import Concealment, LossKind
from checkfirst.reading.binary.docx import core_properties
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.binary.zip_package import Package, attribute, local
from checkfirst.reading.parsed import LimitExceeded, Structure

#: Rows and cells that are read of one workbook.
_ROWS: Final = 200_000
_CELLS: Final = 2_000_000
#: Columns up to which empty cells are kept.
_WIDEST: Final = 200
#: Hidden rows and cells that are kept.
_SHOWN: Final = 200
#: Digits of a row number; a longer one is no number of a row.
_DIGITS: Final = 8
_TRUE: Final = {"1", "true"}
_COLUMN = re.compile(r"[A-Z]+")


def read_xlsx(data: bytes) -> Structure:
    """One page a sheet, with its name as heading; formulas are shown by the value that was stored."""
    package = Package(data)
    out = TextBuilder()
    shared = _shared_strings(package)
    relations = package.relations("xl/workbook.xml")
    cells = 0
    sheets = [e for e in package.xml("xl/workbook.xml").iter() if local(e) == "sheet"]
    for number, sheet in enumerate(sheets, start=1):
        part = next((relations[v] for v in sheet.attrib.values() if v in relations), "")
        if part not in package:
            out.add_loss(LossKind.MISSING_SHEET)
            continue
        out.page = number
        root = package.xml(part)
        rows, unseen = _rows(root, shared)
        if attribute(sheet, "state") in {"hidden", "veryHidden"}:
            out.add_loss(LossKind.HIDDEN_SHEET)
            out.add_hidden(Concealment.HIDDEN_SHEET, "\n".join(" | ".join(row) for _, row in rows[:_SHOWN]))
            continue
        out.add(attribute(sheet, "name"), Role.HEADING, 1, number=1)
        out.blank_line()
        for place, row in rows:
            cells += len(row)
            if cells > _CELLS:
                raise LimitExceeded(f"more than {_CELLS:,} cells")
            out.add("| " + " | ".join(row) + " |", Role.TABLE, number=place, cell=cells_of(row, place))
        out.blank_line()
        out.add_hidden(Concealment.HIDDEN_CELLS, "\n".join(unseen[:_SHOWN]))
    for name in package.names("xl/comments", ".xml"):
        for comment in package.xml(name).iter():
            if local(comment) == "comment":
                said = "".join(e.text or "" for e in comment.iter() if local(e) == "t")
                out.add_hidden(Concealment.COMMENT, f"{attribute(comment, 'ref')}: {said}" if said.strip() else "")
    return out.build(core_properties(package))


def _shared_strings(package: Package) -> list[str]:
    if "xl/sharedStrings.xml" not in package:
        return []
    return [
        "".join(e.text or "" for e in item.iter() if local(e) == "t") for item in package.xml("xl/sharedStrings.xml")
    ]


def _rows(root: Element, shared: list[str]) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """Rows that hold something, with their numbers in the sheet; and what stands in hidden rows and columns."""
    found: list[tuple[int, list[str]]] = []
    unseen: list[str] = []
    columns = _hidden_columns(root)
    place = 0
    for row in root.iter():
        if local(row) != "row":
            continue
        said = attribute(row, "r")
        place = int(said) if said.isdigit() and len(said) <= _DIGITS else place + 1
        values = _cells(row, shared)
        if attribute(row, "hidden") in _TRUE:
            unseen.append(" | ".join(values))
            continue
        if columns:
            unseen += [value for n, value in enumerate(values, start=1) if n in columns and value]
            values = ["" if n in columns else value for n, value in enumerate(values, start=1)]
        if any(values):
            found.append((place, [" ".join(value.split()) for value in values]))
        if len(found) > _ROWS:
            raise LimitExceeded(f"more than {_ROWS:,} rows in one sheet")
    return found, unseen


def cells_of(row: list[str], place: int) -> str:
    """The first and the last cell of a row that hold something: ``B7``, or ``A7:D7``."""
    filled = [n for n, value in enumerate(row, start=1) if value]
    first, last = (f"{_letters(n)}{place}" for n in (filled[0], filled[-1]))
    return first if first == last else f"{first}:{last}"


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _hidden_columns(root: Element) -> set[int]:
    """The numbers of columns that are not shown, as far as rows are kept."""
    found: set[int] = set()
    for element in root.iter():
        if local(element) == "col" and attribute(element, "hidden") in _TRUE:
            first, last = attribute(element, "min"), attribute(element, "max")
            if first.isdigit() and last.isdigit():
                found |= set(range(int(first), min(int(last), _WIDEST) + 1))
    return found


def _cells(row: Element, shared: list[str]) -> list[str]:
    """The values of a row, each in its column; empty ones between them are kept."""
    values: list[str] = []
    for cell in row:
        if local(cell) == "c":
            column = _column(attribute(cell, "r"))
            values += [""] * (min(column, _WIDEST) - 1 - len(values))
            values.append(_value(cell, shared))
    while values and not values[-1]:
        values.pop()
    return values


def _column(place: str) -> int:
    """The number of a cell's column, from 1; 0 where the cell does not say."""
    letters = _COLUMN.match(place)
    number = 0
    for letter in letters[0][:3] if letters else "":
        number = number * 26 + ord(letter) - 64
    return number


def _value(cell: Element, shared: list[str]) -> str:
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return "".join(e.text or "" for e in cell.iter() if local(e) == "t")
    value = next((e.text or "" for e in cell if local(e) == "v"), "")
    if kind == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    return {"1": "TRUE", "0": "FALSE"}.get(value, value) if kind == "b" else value
