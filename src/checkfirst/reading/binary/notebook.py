"""Jupyter notebooks (ipynb): Markdown cells, and code cells with their text output; other output is hidden text."""

import json
from typing import Any, Final

from checkfirst.model.document import Role
from checkfirst.model.losses import Concealment, LossKind
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.parsed import Damaged, Structure
from checkfirst.reading.text.decode import decode
from checkfirst.reading.text.html import read_html
from checkfirst.reading.text.markdown import read_markdown

#: Tags by which books made of notebooks leave out the output of a cell.
_FOLDING: Final = frozenset(
    {"hide-output", "remove-output", "hide-cell", "remove-cell", "hide_output", "remove_output"}
)
#: Values among the fields of a cell that are looked at.
_FIELDS: Final = 200
#: Characters below which a value is a number or a word and orders nothing.
_SHORTEST: Final = 12
#: Characters of an output that are read: tables and drawings may have millions.
_LONGEST: Final = 50_000
_MARKED_UP: Final = {"text/html": read_html, "text/markdown": read_markdown}


def read_notebook(data: bytes) -> Structure:
    """The text of a notebook; each cell is a page. Raises ``Damaged`` for a file that is not a notebook."""
    decoded = decode(data)
    try:
        book = json.loads(decoded.text)
        cells = book["cells"] if "cells" in book else [c for sheet in book["worksheets"] for c in sheet["cells"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Damaged("no notebook: its JSON has no cells") from None
    if not isinstance(cells, list):
        raise Damaged("no notebook: its cells are no list")
    out = TextBuilder()
    with out.up_to_limit():
        for number, cell in enumerate(cells, start=1):
            if isinstance(cell, dict):
                out.page = number
                _add_cell(out, cell)
                _add_fields(out, cell.get("metadata"))
        _add_fields(out, book.get("metadata"))
    out.add_decoding_losses(decoded.losses)
    return out.build()


def _add_cell(out: TextBuilder, cell: dict[str, Any]) -> None:
    source = _joined(cell.get("source", cell.get("input", "")))
    if cell.get("cell_type") == "code":
        out.add(source, Role.CODE)
        folded = _is_folded(cell.get("metadata"))
        outputs = cell.get("outputs")
        for output in outputs if isinstance(outputs, list) else []:
            _output(out, output, Concealment.HIDDEN_CELL if folded else Concealment.OUTPUT)
    else:
        page = read_markdown(source)
        out.title = out.title or page.title
        out.add_structure(page)
    out.blank_line()


def _joined(value: object) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _is_folded(fields: object) -> bool:
    """Whether the output of a cell is folded away, by the fields of the cell."""
    if not isinstance(fields, dict):
        return False
    jupyter, tags = fields.get("jupyter"), fields.get("tags")
    by_tag = isinstance(tags, list) and not _FOLDING.isdisjoint(map(str, tags))
    return (
        by_tag or fields.get("collapsed") is True or (isinstance(jupyter, dict) and bool(jupyter.get("outputs_hidden")))
    )


def _add_fields(out: TextBuilder, fields: object) -> None:
    """The sentences among the fields of a cell or the notebook as hidden text."""
    waiting, left = [fields], _FIELDS
    while waiting and left:
        value, left = waiting.pop(), left - 1
        if isinstance(value, dict | list):
            waiting += list(value.values() if isinstance(value, dict) else value)[:left]
        elif isinstance(value, str) and len(value) >= _SHORTEST:
            out.add_hidden(Concealment.ATTRIBUTE, value)


def _output(out: TextBuilder, output: object, how: Concealment) -> None:
    if not isinstance(output, dict):
        return
    data = output.get("data")
    kinds: dict[str, Any] = data if isinstance(data, dict) else {}
    text = _joined(output.get("text") or kinds.get("text/plain") or "")
    if text.strip():
        out.add(text.rstrip("\n"), Role.CODE)
        out.add_hidden(how, text if len(text) >= _SHORTEST else "")
    for kind, read in _MARKED_UP.items():
        if said := _joined(kinds.get(kind) or "")[:_LONGEST]:
            page = read(said)
            out.add_hidden(how, page.text)
            for hidden in page.hidden:
                out.add_hidden(hidden.how, hidden.text)
    if any(str(kind).startswith("image/") for kind in kinds):
        out.add_loss(LossKind.PICTURE)
