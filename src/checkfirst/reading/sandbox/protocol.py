"""Structures as plain values, to be sent from one process to another. Nothing that is received can run."""

from base64 import b64decode, b64encode
from typing import Any, Final

from checkfirst.model.document import Anchor, Definition, Hidden, Link, Loss, Role, Segment, Span
from checkfirst.reading.binary.archive import Members
from checkfirst.reading.parsed import Structure

#: What a worker is asked for in place of a reader's name to get an archive's members.
MEMBERS: Final = "members"
#: The same for a long text, of which the first line says how to read it.
STRUCTURE: Final = "structure"


def as_message(structure: Structure) -> dict[str, Any]:
    """A structure in lists and texts."""
    return {
        "text": structure.text,
        "title": structure.title,
        "segments": [[s.role.value, s.span.start_line, s.span.end_line, s.level] for s in structure.segments],
        "links": [[k.target, k.text, k.line, k.image] for k in structure.links],
        "anchors": [[a.text, a.line, a.explicit] for a in structure.anchors],
        "definitions": [[d.label, d.target, d.line, d.used] for d in structure.definitions],
        "hidden": [[h.how, h.text, h.line] for h in structure.hidden],
        "losses": [[loss.what, loss.count, loss.line] for loss in structure.losses],
        "metadata": [list(pair) for pair in structure.metadata],
        "pages": list(structure.pages) if structure.pages is not None else None,
        "cells": list(structure.cells) if structure.cells is not None else None,
        "line_numbers": list(structure.line_numbers) if structure.line_numbers is not None else None,
    }


def from_message(message: dict[str, Any]) -> Structure:
    """The structure again. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
    return Structure(
        text=str(message["text"]),
        title=message["title"],
        segments=tuple(
            Segment(role=Role(role), span=Span(start_line=int(start), end_line=int(end)), level=level)
            for role, start, end, level in message["segments"]
        ),
        links=tuple(Link(target=str(t), text=str(x), line=int(n), image=bool(i)) for t, x, n, i in message["links"]),
        anchors=tuple(Anchor(text=str(t), line=int(n), explicit=bool(e)) for t, n, e in message["anchors"]),
        definitions=tuple(
            Definition(label=str(label), target=str(target), line=int(line), used=bool(used))
            for label, target, line, used in message["definitions"]
        ),
        hidden=tuple(Hidden(how=str(how), text=str(text), line=int(line)) for how, text, line in message["hidden"]),
        losses=tuple(Loss(what=str(what), count=int(count), line=line) for what, count, line in message["losses"]),
        metadata=tuple((str(key), str(value)) for key, value in message["metadata"]),
        pages=_numbers(message["pages"]),
        cells=tuple(map(str, message["cells"])) if message["cells"] is not None else None,
        line_numbers=_numbers(message["line_numbers"]),
    )


def _numbers(found: list[Any] | None) -> tuple[int, ...] | None:
    return None if found is None else tuple(map(int, found))


def members_message(members: Members) -> dict[str, Any]:
    """An archive's members in lists and texts."""
    return {
        "files": [[name, b64encode(data).decode()] for name, data in members.files.items()],
        "refused": [list(pair) for pair in members.refused],
        "hidden": members.hidden,
    }


def members_from(message: dict[str, Any]) -> Members:
    """The members again. Raises ``KeyError``, ``TypeError`` or ``ValueError`` for anything else."""
    return Members(
        files={str(name): b64decode(data) for name, data in message["files"]},
        refused=[(str(name), str(why)) for name, why in message["refused"]],
        hidden=list(map(str, message["hidden"])),
    )
