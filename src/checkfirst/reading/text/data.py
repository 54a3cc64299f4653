"""Data (JSON, YAML, TOML, XML, CSV, configurations): its title, its metadata and its comments."""

import csv
import json
from collections import Counter
from itertools import islice
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, Hidden, Loss, LossKind
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.markup_comments import comments_of

#: Top-level keys that are kept as metadata.
_METADATA: Final = ("title", "name", "id", "version", "date", "description", "summary", "openapi", "swagger", "$schema")
#: Keys for the title, the first one that is there.
_TITLES: Final = ("title", "name", "summary")
_TOP_KEY = lazy_re.compile(r"^([\w$-]{1,40})\s*[:=]\s*(\S.*)$")
_INFO = lazy_re.compile(r"^(?:info|project|package|\[(?:info|project|package|tool\.poetry)\]):?\s*$")
_INNER_KEY = lazy_re.compile(r"^\s*([\w$-]{1,40})\s*[:=]\s*(\S.*)$")
_XML_TITLE = lazy_re.compile(r"<((?:\w+:)?title)\b[^<>]{0,200}>([^<>]{1,300})</\1>")
#: Characters of the longest JSON text that is parsed. Not measured.
_MOST: Final = 2_000_000
#: Comments that are kept. Not measured.
_COMMENTS: Final = 500
#: Characters of a value that are kept, and of XML in which its title is searched. Not measured.
_LONGEST_VALUE, _XML_HEAD = 300, 20_000
#: Lines of YAML, TOML and configurations in which metadata is searched. Not measured.
_KEYED_LINES: Final = 2_000
#: Rows of a table whose cells are counted. Not measured.
_ROWS: Final = 20_000


def _metadata(pairs: list[tuple[str, object]]) -> tuple[tuple[str, str], ...]:
    plain = [
        (key, " ".join(str(value).split())[:_LONGEST_VALUE])
        for key, value in pairs
        if isinstance(value, str | int | float)
    ]
    return tuple((key, value) for key, value in plain if key in _METADATA and value)


def _title(metadata: tuple[tuple[str, str], ...]) -> str | None:
    found = dict(reversed(metadata))
    return next((found[key] for key in _TITLES if key in found), None)


def read_json(text: str) -> Structure:
    """A JSON text with its metadata; a truncated one has a loss."""
    pairs: list[tuple[str, object]] = []
    losses: tuple[Loss, ...] = ()
    if len(text) <= _MOST:
        try:
            value, _ = json.JSONDecoder().raw_decode(text.lstrip("\ufeff \n\t"))
        except RecursionError:
            value = None
        except json.JSONDecodeError as error:
            value = None
            at_end = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated string")
            # Behind a comma too many the last bracket is closed all the same.
            closed = error.msg.startswith("Illegal trailing comma") or text[error.pos : error.pos + 1] in {"}", "]"}
            if at_end and not closed and text.strip() and text.strip()[0] in "{[":
                losses = (Loss(kind=LossKind.DATA_CUT, count=1, span=text_span(text.rstrip().count("\n"))),)
        if isinstance(value, dict):
            inner = value.get("info")
            pairs = [*value.items(), *(inner.items() if isinstance(inner, dict) else ())]
    metadata = _metadata(pairs)
    return Structure(text=text, title=_title(metadata), metadata=metadata, losses=losses)


def read_keyed(text: str) -> Structure:
    """YAML, TOML and configurations, with the keys at the top level and in ``info`` or ``project``; comments are prose."""
    lines = text.split("\n")
    role_map = RoleMap(len(lines))
    pairs: list[tuple[str, object]] = []
    inside = False
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("#", ";")):
            role_map.assign(Role.PROSE, number, number + 1)
            continue
        if line.strip():
            role_map.assign(Role.CODE, number, number + 1)
        if number > _KEYED_LINES:
            continue
        if line.strip() and (line[0] not in " \t"):
            inside = bool(_INFO.match(line)) or (inside and bool(_TOP_KEY.match(line)) and not line.startswith("["))
        match = _TOP_KEY.match(line) or (_INNER_KEY.match(line) if inside else None)
        if match:
            pairs.append((match[1], match[2].split(" #")[0].strip().strip("\"'")))
    metadata = _metadata(pairs)
    return Structure(text=text, title=_title(metadata), metadata=metadata, segments=role_map.segments())


def read_xml(text: str) -> Structure:
    """XML with its title; comments are hidden text."""
    title = _XML_TITLE.search(text[:_XML_HEAD])
    hidden = tuple(
        Hidden(how=Concealment.COMMENT, text=comment.strip(), span=text_span(line - 1))
        for comment, line in islice(comments_of(text), _COMMENTS)
        if comment.strip()
    )
    return Structure(text=text, title=" ".join(title[2].split()) if title else None, hidden=hidden)


def read_csv(text: str) -> Structure:
    """A table. Rows whose number of cells is not the most frequent one are counted as a loss."""
    lines = text.split("\n")
    role_map = RoleMap(len(lines))
    for number, line in enumerate(lines):
        if line.strip():
            role_map.assign(Role.TABLE, number, number + 1)
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(",;\t|", key=first.count)
    try:
        rows = csv.reader(lines, delimiter=delimiter)
        widths = [len(row) for row, _ in zip(rows, range(_ROWS), strict=False) if row]
    except csv.Error:
        widths = []
    usual = Counter(widths).most_common(1)
    odd = sum(width != usual[0][0] for width in widths) if usual else 0
    losses = (Loss(kind=LossKind.UNEVEN_ROW, count=odd),) if odd else ()
    return Structure(text=text, segments=role_map.segments(), losses=losses)
