"""IDX003: no index lists the document."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.location import text_span
from checkfirst.model.needs import Needs
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView


@rule(
    code="IDX003",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    needs=(Needs.UNLISTED,),
)
def unlisted_document(view: SetView) -> Iterator[Hit]:
    """A document is in the set, but no index lists it.

    Readers who go by the index never see it; or it does not belong in the set.

    List it, or take it out.
    """
    by_path = view.measures.by_path
    for path in view.measures.unlisted:
        quote = by_path[path].first_line or Quote(span=text_span(0), text=path)
        yield Hit(message="no index lists it", evidence=(quote,), confidence=0.95, path=path)
