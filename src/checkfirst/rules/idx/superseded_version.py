"""IDX010: the document says that it is superseded, or its title names another version than its text."""

import re
from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_kept_for_record
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView
from checkfirst.safe_text import printable

#: A document that lies elsewhere now is not said to be wrong.
_MOVED = re.compile(r"\bmoved to\b", re.IGNORECASE)


@rule(
    code="IDX010",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "only its title and its text differ in the version, or its folder is for what no longer holds"
    },
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def superseded_version(view: DocumentView) -> Iterator[Hit]:
    """The document says that it is superseded or withdrawn, or its title names another version than its text.

    Work that starts from it follows a version that was given up.

    Put the document that replaced it in its place, or keep it apart, in a folder for the record.
    """
    for trace in view.measures.traced(TraceKind.SUPERSEDED):
        message = "says of itself that it " + ("was moved" if _MOVED.search(trace.quote.text) else "no longer holds")
        yield Hit(
            message=message,
            evidence=(trace.quote,),
            confidence=0.95,
            span=trace.quote.span,
            severity=Severity.NOTE if is_kept_for_record(view.document.path) else None,
            data=facts(says=message),
        )
    for trace in view.measures.traced(TraceKind.OTHER_VERSION):
        message = f"its title, {printable(view.document.title or '')!r}, names another version than its text"
        yield Hit(
            message=message,
            evidence=(trace.quote,),
            confidence=0.9,
            severity=Severity.NOTE,
            data=facts(title=view.document.title),
        )
