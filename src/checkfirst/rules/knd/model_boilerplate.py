"""KND005: a chat model's remarks to its user were left in the document."""

import re
from collections.abc import Iterator

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.traces import TraceKind
from checkfirst.model.views import DocumentView

#: A phrase counts within so many lines of the start or the end of the text; not measured.
_EDGE_LINES = 4
#: What people say, too, at the end of a guide.
_POLITE = lazy_re.compile(r"\W{0,4}(?:i hope this|let me know if|feel free to)\b", re.IGNORECASE)
#: Lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="KND005",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def model_boilerplate(view: DocumentView) -> Iterator[Hit]:
    """A chat model's remarks to its user were left in the document: "Certainly! Here is …", "As an AI language model".

    Nobody read the text closely before it was saved, so nobody vouches for the rest of it.

    Read the whole document against its sources, and take the talk out.
    """
    count = view.measures.statistics.lines
    quotes = tuple(
        trace.quote
        for trace in view.measures.traced(TraceKind.MODEL_PHRASE)
        if trace.quote.span.start_line <= _EDGE_LINES or trace.quote.span.start_line >= count - _EDGE_LINES
    )
    # A person may say one of them, too.
    polite = all(_POLITE.match(quote.text) for quote in quotes)
    if quotes and not (polite and len(quotes) == 1):
        yield Hit(
            message="a chat model's talk to its user was left in", evidence=quotes[:_MOST_QUOTES], confidence=0.95
        )
