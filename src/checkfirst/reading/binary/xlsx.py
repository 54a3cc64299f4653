"""Spreadsheets (XLSX): a line for each row with content; hidden sheets, rows and columns are hidden text."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from checkfirst import lazy_re
from checkfirst.model.document import Role
from checkfirst.model.losses import Concealment, LossKind
from checkfirst.reading.binary.docx import built
from checkfirst.reading.binary.text_builder import Full, TextBuilder
from checkfirst.reading.binary.xlsx_unseen import unseen_formats
from checkfirst.reading.binary.xml_stream import Streamed, attribute, local
from checkfirst.reading.binary.zip_package import Package
from checkfirst.reading.bounds import UNPACKED_CHARACTERS
from checkfirst.reading.parsed import Structure

#: Columns up to which empty cells are kept. Not measured.
_WIDEST: Final = 200
#: Hidden rows and cells of a sheet that are kept. Not measured.
_HIDDEN: Final = 200
#: Digits of the largest row number that is believed; Excel has 1,048,576 rows.
_DIGITS: Final = 8
#: Values of a true attribute (XML Schema, boolean).
_TRUE: Final = {"1", "true"}
#: The column of a cell reference, its letters at most (Excel has columns up to XFD), and the letters of the alphabet.
_COLUMN = lazy_re.compile(r"[A-Z]+")
_COLUMN_LETTERS, _ALPHABET = 3, 26


def read_xlsx(data: bytes) -> Structure:
    """The text of a workbook; each sheet is a page with its name as heading. Formulas are read as their stored values.

    Raises ``Damaged``, ``Encrypted`` and ``LimitExceeded``.
    """
    package = Package(data)
    out = TextBuilder()
    main = package.main_part("xl/workbook.xml")
    relations = package.relations(main)
    with out.up_to_limit():
        shared, unseen = _shared_strings(package), unseen_formats(package)
        sheets = [e for e in package.xml(main).iter() if local(e) == "sheet"]
        for number, sheet in enumerate(sheets, start=1):
            part = next((relations[v] for v in sheet.attrib.values() if v in relations), "")
            name = f"sheet {attribute(sheet, 'name')!r}"
            if part not in package:
                out.add_loss(LossKind.MISSING_SHEET, name=name)
                continue
            out.page = number
            missing = shared.missing
            _add_sheet(out, sheet, _Rows(package.stream(part), shared, unseen))
            if shared.missing > missing:
                out.add_loss(LossKind.MISSING_CELL_TEXT, shared.missing - missing, name=name)
    with out.up_to_limit():
        _add_comments(out, package)
        for name in package.names("xl/drawings/drawing", ".xml"):
            for drawn in package.xml(name).iter():
                if local(drawn) == "cNvPr":
                    out.add_hidden(Concealment.ALTERNATIVE_TEXT, attribute(drawn, "descr"))
    return built(out, package)


def _add_sheet(out: TextBuilder, sheet: Element, rows: "_Rows") -> None:
    if attribute(sheet, "state") in {"hidden", "veryHidden"}:
        out.add_loss(LossKind.HIDDEN_SHEET)
        # All rows are read, to see whether the text of a cell is missing.
        first = [" | ".join(row) for n, (_, row) in enumerate(rows) if n < _HIDDEN]
        out.add_hidden(Concealment.HIDDEN_SHEET, "\n".join(first))
        return
    out.add(attribute(sheet, "name"), Role.HEADING, 1, number=1)
    out.blank_line()
    for number, row in rows:
        out.add_row(row, number, cell_range(row, number))
    out.blank_line()
    out.add_hidden(Concealment.HIDDEN_CELLS, "\n".join(rows.hidden))
    out.add_hidden(Concealment.CELL_FORMAT, "\n".join(rows.unseen))
    out.add_hidden(Concealment.ATTRIBUTE, "\n".join(rows.prompts))


def _add_comments(out: TextBuilder, package: Package) -> None:
    for name in package.names("xl/comments", ".xml"):
        for comment in package.stream(name).below({"comment"}):
            text = "".join(e.text or "" for e in comment.whole().iter() if local(e) == "t")
            out.add_hidden(Concealment.COMMENT, f"{comment.attribute('ref')}: {text}" if text.strip() else "")


class _SharedStrings:
    """The texts of a workbook, which cells name by number. They are kept in one piece, since there may be millions."""

    def __init__(self, texts: Iterable[str], *, complete: Callable[[], bool]) -> None:
        self.bytes, self.ends = bytearray(), array("L", [0])
        for text in texts:
            self.bytes += text.encode("utf-8", "surrogatepass")
            self.ends.append(len(self.bytes))
        self.missing = 0
        """How many cells so far named a text that is not there."""
        self.complete = complete()

    def text(self, number: str) -> str:
        """The text that a cell names; empty where there is none."""
        if number.isdigit() and len(number) <= _DIGITS and int(number) < len(self.ends) - 1:
            first, end = self.ends[int(number) : int(number) + 2]
            return self.bytes[first:end].decode("utf-8", "surrogatepass")
        # Where not all texts were read, it may stand among the others.
        self.missing += bool(number.strip()) and self.complete
        return ""


def _shared_strings(package: Package) -> _SharedStrings:
    name = "xl/sharedStrings.xml"
    items = package.stream(name) if name in package else ()
    texts = ("".join(e.text or "" for e in item.whole().iter() if local(e) == "t") for item in items)
    return _SharedStrings(texts, complete=lambda: not package.cut)


class _Rows:
    """The visible rows of a sheet, each with its number, and then in ``hidden`` the first texts of the others, in
    ``unseen`` those of cells in one of the formats that show nothing, and the ``prompts`` that are shown at a cell."""

    def __init__(self, sheet: Streamed, shared: _SharedStrings, unseen: frozenset[str]) -> None:
        self.sheet = sheet
        self.shared = shared
        self.formats = unseen
        self.hidden: list[str] = []
        self.unseen: list[str] = []
        self.prompts: list[str] = []

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        columns: set[int] = set()
        number = 0
        for part in self.sheet.below({"col", "row", "dataValidation"}):
            if part.name == "dataValidation":
                self.prompts += [part.attribute(name) for name in ("prompt", "error") if part.attribute(name)][
                    : _HIDDEN - len(self.prompts)
                ]
                continue
            if part.name == "col":
                columns |= _hidden_columns(part)
                continue
            stored = part.attribute("r")
            number = int(stored) if stored.isdigit() and len(stored) <= _DIGITS else number + 1
            if values := self._visible(part.whole(), columns):
                yield number, values

    def _visible(self, row: Element, columns: set[int]) -> list[str]:
        """The values of a row in visible columns; none of a hidden or empty row."""
        values = _cells(row, self.shared)
        if self.formats and len(self.unseen) < _HIDDEN:
            texts = (values[place] for place in _places(row, self.formats) if place < len(values))
            self.unseen += [text for text in texts if any(map(str.isalpha, text))][: _HIDDEN - len(self.unseen)]
        if attribute(row, "hidden") in _TRUE:
            self._hide([" | ".join(values)])
            return []
        if columns:
            self._hide([value for n, value in enumerate(values, start=1) if n in columns and value])
            values = ["" if n in columns else value for n, value in enumerate(values, start=1)]
        values = [" ".join(value.split()) for value in values]
        return values if any(values) else []

    def _hide(self, texts: list[str]) -> None:
        self.hidden += texts[: _HIDDEN - len(self.hidden)]


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


def _hidden_columns(element: Streamed) -> set[int]:
    """The numbers of the columns, from 1 and up to ``_WIDEST``, that an element describes, if it hides them."""
    first, last = element.attribute("min"), element.attribute("max")
    if element.attribute("hidden") not in _TRUE or not (first.isdigit() and last.isdigit()):
        return set()
    return set(range(int(first), min(int(last), _WIDEST) + 1))


def _cells(row: Element, shared: _SharedStrings) -> list[str]:
    """The values of a row by column, with empty ones between them and none at the end."""
    values: list[str] = []
    size = 0
    for cell in row:
        if local(cell) == "c":
            column = _column(attribute(cell, "r"))
            values += [""] * (min(column, _WIDEST) - 1 - len(values))
            values.append(_value(cell, shared))
            size += len(values[-1])
            if size > UNPACKED_CHARACTERS:
                # Cells may show one long text many times.
                raise Full
    while values and not values[-1]:
        values.pop()
    return values


def _places(row: Element, formats: frozenset[str]) -> Iterator[int]:
    """The columns, from 0, of the cells of a row that have one of the formats."""
    count = 0
    for cell in row:
        if local(cell) == "c":
            count = max(count, min(_column(attribute(cell, "r")), _WIDEST) - 1) + 1
            if attribute(cell, "s") in formats:
                yield count - 1


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
