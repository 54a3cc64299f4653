"""DUP004: an approved document has changed."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView


@rule(
    code="DUP004",
    sees=SetView,
    severity=Severity.ERROR,
    since="0.1.0",
)
def approved_document_changed(view: SetView) -> Iterator[Hit]:
    """Somebody approved this document, and it has changed since.

    The text is no longer the one that was agreed to; work that started from that may not fit this one.

    Look at what changed, and approve it anew: `checkfirst accept --document FILE`.
    """
    by_path = view.measures.by_path
    for path, when in view.measures.changed:
        first = by_path[path].first_line if path in by_path else None
        quote = first or Quote(span=text_span(0), text=path)
        yield Hit(
            message=f"changed since it was approved on {when}",
            evidence=(quote,),
            confidence=0.99,
            path=path,
            data=facts(approved=when),
        )
