"""FIL014: the front matter can't be read."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView
from checkfirst.safe_text import printable


@rule(
    code="FIL014",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.2.0",
    needs=(Needs.TEXT,),
)
def front_matter_broken(view: DocumentView) -> Iterator[Hit]:
    """The front matter can't be read: it is never closed, or it is no YAML or TOML.

    Site generators and loaders stop at the page, or take its fields for text.

    Close it, or put quotation marks around the value at which its parser stops.
    """
    fault = view.measures.front_matter_fault
    if fault:
        reason = printable(fault.reason)
        yield Hit(
            message=f"its front matter can't be read: {reason}",
            evidence=(fault.quote,),
            confidence=0.97,
            data=facts(reason=reason),
        )
