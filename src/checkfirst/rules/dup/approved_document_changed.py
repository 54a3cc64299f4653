"""DUP004: an approved document is not the same any more."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.location import text_span
from checkfirst.model.measures import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView


@rule(
    code="DUP004",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
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
        yield Hit(
            message=f"changed since it was approved on {when}",
            evidence=(quote,),
            confidence=0.99,
            path=path,
            data=facts(approved=when),
        )
