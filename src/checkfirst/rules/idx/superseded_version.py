"""IDX010: the document says that it is superseded, or its title names another version than its text."""

import posixpath
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from checkfirst.model.entries import Successor
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_kept_for_record
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.traces import Trace, TraceKind
from checkfirst.model.views import SetView
from checkfirst.safe_text import printable

_SAYS: Final = {
    TraceKind.SUPERSEDED: "says of itself that it no longer holds",
    TraceKind.MOVED: "says of itself that it was moved",
    TraceKind.DEPRECATED: "says that what it describes is deprecated",
}
#: Documents of a register that are quoted.
_MOST_QUOTES: Final = 3


@rule(
    code="IDX010",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "only its title and its text differ in the version, if its folder is for what no longer holds, if what it describes is"
        " deprecated, or"
        " if it is in a register, whose documents all say how they stand"
    },
    since="0.1.0",
    needs=(Needs.TEXT, Needs.LINKS),
)
def superseded_version(view: SetView) -> Iterator[Hit]:
    """The document says that it is superseded or withdrawn, or its title names another version than its text.

    Work that starts from it follows a version that was given up. A register keeps such documents on purpose; those of
    one folder are one finding.

    Put the document that replaced it in its place, or keep it apart, in a folder for the record.
    """
    registers: dict[str, list[DocumentSummary]] = {}
    for document in view.measures.documents:
        folder = posixpath.dirname(document.path)
        if document.ended and folder in view.measures.registers:
            registers.setdefault(folder, []).append(document)
        elif document.ended:
            yield _ended(document, document.ended, view.measures.successors.get(document.path))
        if document.other_version:
            yield Hit(
                message=f"its title, {printable(document.title or '')!r}, names another version than its text",
                evidence=(document.other_version,),
                confidence=0.9,
                path=document.path,
                severity=Severity.NOTE,
                data=facts(title=document.title),
            )
    yield from (_registered(folder, documents) for folder, documents in registers.items())


def _ended(document: DocumentSummary, trace: Trace, successor: Successor | None) -> Hit:
    message = f"{_SAYS[trace.kind]}{_replaced(successor, moved=trace.kind is TraceKind.MOVED)}"
    return Hit(
        message=message,
        evidence=(trace.quote,),
        confidence=0.95,
        span=trace.quote.span,
        path=document.path,
        severity=Severity.NOTE if is_kept_for_record(document.path) or trace.kind is TraceKind.DEPRECATED else None,
        related=(successor.file,) if successor and successor.file else (),
        data=facts(
            says=message,
            successor=successor.name if successor else None,
            successor_path=successor.file if successor else None,
        ),
    )


def _replaced(successor: Successor | None, *, moved: bool) -> str:
    """What replaced it or where it is now, and whether the set has that."""
    if successor is None:
        return ""
    if moved:
        return (
            f" to {successor.file}" if successor.file else f" to {printable(successor.name)}, which is not in this set"
        )
    return (
        f"; {successor.file} replaced it"
        if successor.file
        else f"; {printable(successor.name)}, which replaced it, is not in this set"
    )


def _registered(folder: str, documents: list[DocumentSummary]) -> Hit:
    where = f"in {folder}/" if folder else "of this set"
    quotes = [replace(d.ended.quote, path=d.path) for d in documents if d.ended]
    return Hit(
        message=f"{len(documents)} documents {where} say that they no longer hold; all there say how they stand",
        evidence=tuple(quotes[:_MOST_QUOTES]),
        confidence=0.95,
        severity=Severity.NOTE,
        related=tuple(d.path for d in documents),
        data=facts(documents=len(documents)),
    )
