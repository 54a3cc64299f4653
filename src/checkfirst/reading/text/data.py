"""Data (JSON, YAML, TOML, XML, CSV, configurations): its title and what it declares of itself, and its comments."""

import csv
import json
import re
from collections import Counter
from itertools import islice
from typing import Final

from checkfirst.model.document import Role
from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, Hidden, Loss, LossKind
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap
from checkfirst.reading.text.markup_comments import comments_of

#: Keys at the top by which data says what it is.
_SAID: Final = ("title", "name", "id", "version", "date", "description", "summary", "openapi", "swagger", "$schema")
_TITLES: Final = ("title", "name", "summary")
_TOP_KEY = re.compile(r"^([\w$-]{1,40})\s*[:=]\s*(\S.*)$")
_INFO = re.compile(r"^(?:info|project|package|\[(?:info|project|package|tool\.poetry)\]):?\s*$")
_INNER_KEY = re.compile(r"^\s*([\w$-]{1,40})\s*[:=]\s*(\S.*)$")
_XML_TITLE = re.compile(r"<((?:\w+:)?title)\b[^<>]{0,200}>([^<>]{1,300})</\1>")
#: Characters of JSON that are parsed for what they declare.
_MOST: Final = 2_000_000
#: Comments that are kept.
_COMMENTS: Final = 500
#: Characters of a declared value that are kept, and of XML in which its title is looked for.
_LONGEST_VALUE, _XML_HEAD = 300, 20_000
#: Lines in which YAML, TOML and configurations declare what they are.
_KEYED_LINES: Final = 2_000
#: Rows of a table that are counted.
_ROWS: Final = 20_000


def _declared(pairs: list[tuple[str, object]]) -> tuple[tuple[str, str], ...]:
    plain = [
        (key, " ".join(str(value).split())[:_LONGEST_VALUE])
        for key, value in pairs
        if isinstance(value, str | int | float)
    ]
    return tuple((key, value) for key, value in plain if key in _SAID and value)


def _title(declared: tuple[tuple[str, str], ...]) -> str | None:
    found = dict(reversed(declared))
    return next((found[key] for key in _TITLES if key in found), None)


def read_json(text: str) -> Structure:
    """A JSON text; one that breaks off in the middle has lost its end."""
    pairs: list[tuple[str, object]] = []
    losses: tuple[Loss, ...] = ()
    if len(text) <= _MOST:
        try:
            held, _ = json.JSONDecoder().raw_decode(text.lstrip("\ufeff \n\t"))
        except RecursionError:
            held = None
        except json.JSONDecodeError as error:
            held = None
            at_end = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated string")
            if at_end and text.strip() and text.strip()[0] in "{[":
                losses = (Loss(kind=LossKind.DATA_CUT, count=1, span=text_span(text.rstrip().count("\n"))),)
        if isinstance(held, dict):
            inner = held.get("info")
            pairs = [*held.items(), *(inner.items() if isinstance(inner, dict) else ())]
    declared = _declared(pairs)
    return Structure(text=text, title=_title(declared), metadata=declared, losses=losses)


def read_keyed(text: str) -> Structure:
    """YAML, TOML and configurations: keys at the top and below ``info`` or ``project``; comments are prose."""
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
    declared = _declared(pairs)
    return Structure(text=text, title=_title(declared), metadata=declared, segments=role_map.segments())


def read_xml(text: str) -> Structure:
    """XML: its title, and its comments, which no reader of what is made of it sees."""
    title = _XML_TITLE.search(text[:_XML_HEAD])
    hidden = tuple(
        Hidden(how=Concealment.COMMENT, text=said.strip(), span=text_span(line - 1))
        for said, line in islice(comments_of(text), _COMMENTS)
        if said.strip()
    )
    return Structure(text=text, title=" ".join(title[2].split()) if title else None, hidden=hidden)


def read_csv(text: str) -> Structure:
    """A table. Rows of another width than most are counted."""
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
