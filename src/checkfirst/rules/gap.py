"""GAP: what a set or a specification lacks."""

from collections.abc import Iterator

from checkfirst.model.document import Span
from checkfirst.model.finding import Severity
from checkfirst.model.measures import Quote
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView

_SENDS = "# Ledger\n\nThe order of work is described in PLAN.md. Entries are kept for seven years.\n"
_TOO = "# Clock\n\nFor the milestones see `PLAN.md`. Every node reads the time from the clock service.\n"
_PLAN = "# Plan\n\nFirst the clock, then the ledger.\n"


@rule(
    code="GAP003",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"ledger.md": _SENDS, "clock.md": _TOO},),
    silent=({"ledger.md": _SENDS, "clock.md": _TOO, "PLAN.md": _PLAN}, {"ledger.md": _SENDS}),
)
def absent_document(view: SetView) -> Iterator[Hit]:
    """Several documents send their reader to a document by name, and the set does not have it.

    What it says is taken for known, and nobody who works from this set can know it.

    Add the document, or say in its place what it would say.
    """
    for absent in view.measures.absent:
        path, first = absent.references[0]
        others = len(absent.references) - 1
        more = f" and {others} other{'s' if others > 1 else ''}"
        quote = Quote(span=Span(start_line=first.line, end_line=first.line), text=first.quote)
        message = f"{absent.name} is referred to here{more}, and the set does not have it"
        yield Hit(message=message, evidence=(quote,), confidence=0.95, path=path)


RULES = (absent_document,)
