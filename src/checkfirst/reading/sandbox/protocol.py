"""Structures and archive members as JSON values, sent from one process to another. Nothing received can run code."""

import json
from typing import Any, Final

from msgspec.structs import replace

from checkfirst.model.document import Anchor, Link, Role, Segment
from checkfirst.model.kind_measures import PageForm
from checkfirst.model.location import LineMap, SourceLine, TextSpan, as_source_lines, text_span
from checkfirst.model.losses import Concealment, Hidden, Loss, LossKind
from checkfirst.model.page_signs import PageSigns, Statement, Surrounding
from checkfirst.model.quotes import Quote
from checkfirst.reading.binary.archive import Members
from checkfirst.reading.parsed import Structure

#: The request for an archive's members; other requests are media types.
MEMBERS: Final = "members"
#: Bytes of memory of the reading process, and seconds of processor time for one file. Not measured.
MEMORY: Final = 1024 * 1024 * 1024
SECONDS: Final = 10
#: The answer of a process that needs more memory.
OUT_OF_MEMORY: Final = json.dumps(
    {"failed": LossKind.LIMIT_EXCEEDED.value, "why": f"needs more than {MEMORY // 1024**3} GB of memory"}
).encode()


def as_message(structure: Structure) -> dict[str, Any]:
    """A structure as a JSON object."""
    lines = structure.line_map
    return {
        "text": structure.text,
        "title": structure.title,
        "segments": [[s.role.value, s.span.start_line, s.span.end_line, s.level] for s in structure.segments],
        "links": [[k.target, k.text, _pair(k.span), k.image] for k in structure.links],
        "anchors": [[a.text, _pair(a.span), a.explicit] for a in structure.anchors],
        "hidden": [[h.how.value, h.text, _pair(h.span)] for h in structure.hidden],
        "losses": [[x.kind.value, x.count, x.span and _pair(x.span), x.names] for x in structure.losses],
        "metadata": [list(pair) for pair in structure.metadata],
        "comments": [_lines(span) for span in structure.comments],
        "around": [_lines(span) for span in structure.around],
        "page_signs": _as_signs(structure.page_signs),
        "pages": lines.pages,
        "cells": lines.cells,
        "source_lines": lines.source_lines,
        "end_lines": lines.end_lines,
    }


def from_message(message: dict[str, Any]) -> Structure:
    """The structure in a JSON object. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for an invalid one."""
    return Structure(
        text=str(message["text"]),
        title=message["title"],
        segments=tuple(
            Segment(role=Role(role), span=text_span(int(start) - 1, int(end) - 1), level=level)
            for role, start, end, level in message["segments"]
        ),
        links=tuple(Link(target=str(t), text=str(x), span=_span(n), image=bool(i)) for t, x, n, i in message["links"]),
        anchors=tuple(Anchor(text=str(t), span=_span(n), explicit=bool(e)) for t, n, e in message["anchors"]),
        hidden=tuple(
            Hidden(how=Concealment(how), text=str(text), span=_span(lines)) for how, text, lines in message["hidden"]
        ),
        losses=tuple(
            Loss(kind=LossKind(kind), count=int(count), span=lines and _span(lines), names=tuple(map(str, names)))
            for kind, count, lines, names in message["losses"]
        ),
        metadata=tuple((str(key), str(value)) for key, value in message["metadata"]),
        comments=tuple(map(_lines_span, message["comments"])),
        around=tuple(map(_lines_span, message["around"])),
        page_signs=_signs(message["page_signs"]),
        line_map=LineMap(
            source_lines=_source_lines(message["source_lines"]),
            end_lines=_source_lines(message["end_lines"]),
            pages=_numbers(message["pages"]),
            cells=tuple(map(str, message["cells"])) if message["cells"] is not None else None,
        ),
    )


def _pair(span: TextSpan) -> list[int]:
    """The line of the text, and the line of the file or 0."""
    return [span.start_line, span.source_line or 0]


def _span(pair: list[Any]) -> TextSpan:
    line, source_line = map(int, pair)
    return replace(text_span(line - 1), source_line=SourceLine(source_line) if source_line else None)


def _lines(span: TextSpan) -> list[int]:
    return [span.start_line, span.end_line]


def _lines_span(lines: list[Any]) -> TextSpan:
    first, last = map(int, lines)
    return text_span(first - 1, last - 1)


def _as_signs(signs: PageSigns | None) -> list[Any] | None:
    if signs is None:
        return None
    around = [[what.value, *_as_quote(quote)] for what, quote in signs.around]
    return [signs.form.value, signs.statement.value, _as_quote(signs.stated), around]


def _signs(values: list[Any] | None) -> PageSigns | None:
    if values is None:
        return None
    form, statement, stated, around = values
    return PageSigns(
        form=PageForm(form),
        statement=Statement(statement),
        stated=_quote(*stated),
        around=tuple((Surrounding(what), _quote(pair, text)) for what, pair, text in around),
    )


def _as_quote(quote: Quote) -> list[Any]:
    return [_pair(quote.span), quote.text]


def _quote(pair: list[Any], text: Any) -> Quote:
    return Quote(span=_span(pair), text=str(text))


def _numbers(values: list[Any] | None) -> tuple[int, ...] | None:
    return None if values is None else tuple(map(int, values))


def _source_lines(values: list[Any] | None) -> tuple[SourceLine, ...] | None:
    return None if values is None else as_source_lines(map(int, values))


def members_message(members: Members) -> dict[str, Any]:
    """The members of an archive as a JSON object; their bytes follow it, one after the other."""
    return {
        "files": [[name, len(data)] for name, data in members.files.items()],
        "refused": [list(pair) for pair in members.refused],
        "hidden": members.hidden,
    }


def members_from(message: dict[str, Any], content: bytes) -> Members:
    """The members in a JSON object and the bytes behind it. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for an
    invalid one."""
    files, start = {}, 0
    for name, size in message["files"]:
        files[str(name)] = content[start : start + int(size)]
        start += int(size)
    if start != len(content):
        raise ValueError("not as many bytes as announced")
    return Members(
        files=files,
        refused=[(str(name), str(why)) for name, why in message["refused"]],
        hidden=list(map(str, message["hidden"])),
    )
