"""GAP: what a set or a specification lacks."""

from collections.abc import Iterator

from checkfirst.measuring.content.references import title_words
from checkfirst.model.finding import Severity
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView

_SENDS = "# Ledger\n\nThe order of work is described in PLAN.md. Entries are kept for seven years.\n"
_TOO = "# Clock\n\nFor the milestones see `PLAN.md`. Every node reads the time from the clock service.\n"
_TITLED = "# Notes\n\nEntries are sent as defined in the wire-format spec. Nothing else is sent.\n"
_PLAN = "# Plan\n\nFirst the clock, then the ledger.\n"


@rule(
    code="GAP003",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=(
        {"ledger.md": _SENDS, "clock.md": _TOO},
        {"ledger.md": _TITLED, "clock.md": _TITLED.replace("Entries", "Times")},
    ),
    silent=(
        {"ledger.md": _SENDS, "clock.md": _TOO, "PLAN.md": _PLAN},
        {"ledger.md": _SENDS},
        {"ledger.md": _TITLED, "clock.md": _TITLED, "wire.md": "# Wire format\n\nOne message a line.\n"},
    ),
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
        titled = bool(title_words(absent.name))
        name = f"the {absent.name}" if titled else absent.name
        message = f"{name} is referred to here{more}, and the set does not have it"
        # A title may be written in many ways, and the document stand here under another.
        severity = Severity.NOTE if titled else None
        yield Hit(
            message=message, evidence=(first.quote,), confidence=0.8 if titled else 0.95, path=path, severity=severity
        )


RULES = (absent_document,)
