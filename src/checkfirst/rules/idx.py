"""IDX: what the set's index promises, and whether anything here is worth building from."""

from collections.abc import Iterator
from dataclasses import replace

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group, Kind, Purpose
from checkfirst.model.location import text_span
from checkfirst.model.measures import Quote, TraceKind
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import DocumentView, SetView
from checkfirst.rules.samples import GOOD_NOTE, OPINION, SPECIFICATION
from checkfirst.safe_text import printable

#: A set holds nothing to build from when each of its documents is less likely than this to describe a
#: system, and less likely than that to be of a kind to build from. Chosen on half of the families: on the other
#: half one file in a folder is then named in 96 of 100 wrong cases and accused in 1 of 100 right ones.
_SYSTEM_BELOW, _HOPELESS_BELOW = 0.4, 0.5
_INDEX = "# Documents\n\n- [Ledger](ledger.md): what is stored\n- [Protocol](protocol.md): how clients speak\n"
#: A text of fewer words is too short to say what it is not.
_FEWEST_WORDS = 30
_BUILDABLE = (Group.TECHNICAL, Group.RESEARCH, Kind.PLAN)


@rule(
    code="IDX001",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    fires=({"ledger.md": SPECIFICATION, "note.md": GOOD_NOTE},),
    silent=({"INDEX.md": _INDEX, "ledger.md": SPECIFICATION, "protocol.md": GOOD_NOTE},),
)
def no_index(view: SetView) -> Iterator[Hit]:
    """No file says what the documents of the set are and what each is for.

    Nobody can tell a missing document from one that was never meant to be there.

    Write an INDEX.md: a line for each document with its title and what it is.
    """
    documents = view.measures.documents
    if documents and not view.measures.indexes:
        first = documents[0]
        count = f"{len(documents)} documents" if len(documents) > 1 else "one document"
        quote = replace(first.first_line or Quote(span=text_span(0), text=first.path), path=first.path)
        yield Hit(message=f"no index: {count}, and no file that says what they are", evidence=(quote,), confidence=0.97)


@rule(
    code="IDX002",
    sees=SetView,
    severity=Severity.ERROR,
    since="0.1.0",
    links_alone=True,
    fires=({"INDEX.md": _INDEX, "ledger.md": SPECIFICATION},),
    silent=({"INDEX.md": _INDEX, "ledger.md": SPECIFICATION, "protocol.md": GOOD_NOTE},),
)
def entry_target_missing(view: SetView) -> Iterator[Hit]:
    """The index lists a file that is not there.

    Whoever plans by the index counts on a document that nobody has.

    Add the file, correct the entry, or take it out of the index.
    """
    for entry in view.measures.entries:
        if entry.exists or entry.path is None:
            continue
        near = f"; did you mean {entry.nearest}?" if entry.nearest else ""
        yield Hit(
            message=f"lists {entry.target}, which is not there{near}",
            evidence=(entry.quote,),
            confidence=0.97 if entry.firm else 0.9,
            path=entry.index,
            severity=None if entry.firm else Severity.WARNING,
        )


@rule(
    code="IDX003",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    fires=({"INDEX.md": _INDEX, "ledger.md": SPECIFICATION, "protocol.md": GOOD_NOTE, "limits.md": GOOD_NOTE},),
    silent=({"INDEX.md": _INDEX, "ledger.md": SPECIFICATION, "protocol.md": GOOD_NOTE},),
)
def unlisted_document(view: SetView) -> Iterator[Hit]:
    """A document stands in the set and no index lists it.

    Readers who go by the index never see it; or it does not belong here.

    List it, or take it out.
    """
    by_id = {document.path: document for document in view.measures.documents}
    for path in view.measures.unlisted:
        quote = by_id[path].first_line or Quote(span=text_span(0), text=path)
        yield Hit(message="no index lists it", evidence=(quote,), confidence=0.95, path=path)


@rule(
    code="IDX009",
    whole=True,
    sees=SetView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=({"ledger.txt": OPINION},),
    silent=({"ledger.md": SPECIFICATION}, {"ledger.md": SPECIFICATION, "column.txt": OPINION}),
)
def nothing_to_build_from(view: SetView) -> Iterator[Hit]:
    """No document of the set describes a system: nothing says who does what, on what input, with what output.

    Work that starts from such a set is guesswork from its first line.

    Add the specification that was meant; for a set that is only read, say `--purpose retrieve`.
    """
    documents = [d for d in view.measures.documents if d.words > 0]
    if view.purpose is not Purpose.BUILD or not documents or view.measures.unread:
        return
    if all(_hopeless(d) for d in documents):
        nearest = max(documents, key=lambda d: (d.describes_system.score, d.path))
        evidence = nearest.describes_system.evidence or tuple(q for q in (nearest.first_line,) if q)
        if evidence:
            message = "nothing in this set describes a system"
            worst = max(_hope(d) for d in documents)
            quotes = tuple(replace(quote, path=nearest.path) for quote in evidence[:2])
            yield Hit(message=message, evidence=quotes, confidence=round(1 - worst, 2))


def _hopeless(document: DocumentSummary) -> bool:
    system = document.describes_system
    if document.words < _FEWEST_WORDS:
        return False
    return system.answer is not Answer.YES and system.score < _SYSTEM_BELOW and _hope(document) < _HOPELESS_BELOW


def _hope(document: DocumentSummary) -> float:
    """How likely a document is one to build from, by its kind."""
    return document.kind.probability(*_BUILDABLE)


_OLD = (
    "# ADR 4: One ledger a node\n\n## Status\n\nSuperseded by [ADR 9](0009-shared-ledger.md)\n\n## Context\n\nOnce.\n"
)
_MIXED = "# Refund API v3\n\nVersion 2.4\n\nThe client sends one refund for each order.\n"
_CHOICE = "# ADR 4: One ledger a node\n\nStatus: <draft | accepted | superseded by ...>\n\n## Context\n\nNow.\n"


@rule(
    code="IDX010",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"adr-4.md": _OLD}, {"refunds.md": _MIXED}),
    silent=({"adr-4.md": _CHOICE}, {"ledger.md": SPECIFICATION}, {"refunds.md": _MIXED.replace("2.4", "3.0")}),
)
def superseded_version(view: DocumentView) -> Iterator[Hit]:
    """The document says of itself that it no longer holds: superseded, replaced, obsolete, withdrawn; or its title names
    another version than its text.

    What is built from it is built to what was given up.

    Put the document that replaced it in its place, or keep it apart, in a folder for the record.
    """
    for trace in view.measures.traced(TraceKind.SUPERSEDED):
        message = "says of itself that it no longer holds"
        yield Hit(message=message, evidence=(trace.quote,), confidence=0.95, span=trace.quote.span)
    for trace in view.measures.traced(TraceKind.OTHER_VERSION):
        message = f"its title, {printable(view.document.title or '')!r}, names another version than its text"
        yield Hit(message=message, evidence=(trace.quote,), confidence=0.9, severity=Severity.NOTE)


DOCUMENT_RULES = (superseded_version,)
RULES = (
    no_index,
    entry_target_missing,
    unlisted_document,
    nothing_to_build_from,
)
