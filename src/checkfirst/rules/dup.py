"""DUP: the same document twice, or an older version beside the newer one."""

import hashlib
from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.location import text_span
from checkfirst.model.measures import Quote
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import Copy, Likeness
from checkfirst.model.views import SetView
from checkfirst.rules.samples import SPECIFICATION

_EDITED = SPECIFICATION.replace("seven years", "ten years").replace("Ledger storage", "Ledger store")
_APPROVED = (
    f"document {hashlib.sha256(SPECIFICATION.encode()).hexdigest()} ledger.md 2026-01-01 ada read at the meeting\n"
)
_OTHER = (
    "# Clock\n\nEvery node reads the time from the clock service. A node whose clock is late stops accepting writes.\n"
)
_SAME = {Likeness.IDENTICAL: "the same file as", Likeness.SAME_TEXT: "the same text, word for word, as"}


def _hit(view: SetView, copy: Copy, message: str, confidence: float) -> Hit:
    first = next((d.first_line for d in view.measures.documents if d.path == copy.path), None)
    quotes = copy.lines or (first or Quote(span=text_span(0), text=copy.path),)
    if copy.differing:
        message += f"; {copy.differing} of its lines {'differs' if copy.differing == 1 else 'differ'}"
    return Hit(message=message, evidence=quotes, confidence=confidence, path=copy.path)


@rule(
    code="DUP001",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"ledger.md": SPECIFICATION, "copy of ledger.md": SPECIFICATION},),
    silent=({"ledger.md": SPECIFICATION, "clock.md": _OTHER},),
)
def identical(view: SetView) -> Iterator[Hit]:
    """Two files of the set are the same, byte for byte or word for word.

    One of them will be changed, and then nobody knows which one holds.

    Keep one, and link to it.
    """
    for copy in view.measures.copies:
        if copy.likeness in _SAME:
            yield _hit(view, copy, f"{_SAME[copy.likeness]} {copy.other}", 0.99)


@rule(
    code="DUP002",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"ledger.md": SPECIFICATION, "storage.md": _EDITED},),
    silent=({"ledger.md": SPECIFICATION, "clock.md": _OTHER}, {"ledger-v1.md": SPECIFICATION, "ledger-v2.md": _EDITED}),
)
def near_duplicate(view: SetView) -> Iterator[Hit]:
    """Most of the text stands in another document of the set, too.

    Where they differ, one of them is wrong, and the set doesn't say which.

    Compare the two, keep one, and take what the other has into it.
    """
    for copy in view.measures.copies:
        if copy.likeness is Likeness.NEAR:
            message = f"{copy.similarity:.0%} of its text and that of {copy.other} are the same"
            yield _hit(view, copy, message, 0.97)


@rule(
    code="DUP003",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"ledger-v1.md": SPECIFICATION, "ledger-v2.md": _EDITED},),
    silent=({"ledger.md": SPECIFICATION, "storage.md": _EDITED},),
)
def older_version(view: SetView) -> Iterator[Hit]:
    """An older version of a document stands beside the newer one.

    Whoever reads both builds a mixture of the two; whoever finds only this one builds last year's.

    Take the older one out, or move it to a folder that says it is kept for the record.
    """
    for copy in view.measures.copies:
        if copy.likeness is Likeness.VERSIONS:
            message = f"an older version of {copy.other}: {copy.similarity:.0%} of the text is the same"
            yield _hit(view, copy, message, 0.95)


@rule(
    code="DUP004",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"checkfirst.lock": _APPROVED, "ledger.md": _EDITED},),
    silent=({"checkfirst.lock": _APPROVED, "ledger.md": SPECIFICATION}, {"ledger.md": SPECIFICATION}),
)
def approved_document_changed(view: SetView) -> Iterator[Hit]:
    """Somebody approved this document, and it is not the same any more.

    What was read and agreed to is not what stands here now; work that started from it may not fit.

    Look at what changed, and approve it anew: `checkfirst accept --document FILE`.
    """
    by_id = {document.path: document for document in view.measures.documents}
    for path, when in view.measures.changed:
        first = by_id[path].first_line if path in by_id else None
        quote = first or Quote(span=text_span(0), text=path)
        yield Hit(message=f"changed since it was approved on {when}", evidence=(quote,), confidence=0.99, path=path)


RULES = (identical, near_duplicate, older_version, approved_document_changed)
