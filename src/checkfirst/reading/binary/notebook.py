"""Jupyter notebooks (ipynb): Markdown cells, and code cells with their text output."""

import json
from typing import Any

from checkfirst.model.document import Role
from checkfirst.model.losses import LossKind
from checkfirst.reading.binary.text_builder import TextBuilder
from checkfirst.reading.parsed import Damaged, Structure
from checkfirst.reading.text.decode import decode
from checkfirst.reading.text.markdown import read_markdown


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
    out.add_decoding_losses(decoded.losses)
    return out.build()


def _add_cell(out: TextBuilder, cell: dict[str, Any]) -> None:
    source = _joined(cell.get("source", cell.get("input", "")))
    if cell.get("cell_type") == "code":
        out.add(source, Role.CODE)
        for output in cell.get("outputs") or []:
            _output(out, output)
    else:
        page = read_markdown(source)
        out.title = out.title or page.title
        out.add_structure(page)
    out.blank_line()


def _joined(value: object) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _output(out: TextBuilder, output: object) -> None:
    if not isinstance(output, dict):
        return
    data = output.get("data")
    text = _joined(output.get("text") or (data.get("text/plain") if isinstance(data, dict) else ""))
    if text.strip():
        out.add(text.rstrip("\n"), Role.CODE)
    if isinstance(data, dict) and any(str(kind).startswith("image/") for kind in data):
        out.add_loss(LossKind.PICTURE)
