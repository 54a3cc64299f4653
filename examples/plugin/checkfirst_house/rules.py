"""HOU001: nobody owns the document."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.formats import Trait
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.safe_text import shortened


@rule(code="HOU001", sees=DocumentView, severity=Severity.NOTE, since="0.1.0")
def no_owner(view: DocumentView) -> Iterator[Hit]:
    """The document names no owner.

    In this house a document without an owner is not kept up to date.

    Add a line "Owner: NAME" near the top.
    """
    lines = view.document.text.split("\n")
    if Trait.PROSE not in view.document.traits or any(line.lower().startswith("owner:") for line in lines[:20]):
        return
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is not None:
        quote = Quote(span=text_span(first), text=shortened(lines[first]), opens=True)
        yield Hit(message="names no owner", evidence=(quote,), confidence=0.9)
