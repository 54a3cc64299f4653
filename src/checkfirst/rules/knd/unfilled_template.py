"""KND006: the document is a template whose blanks were never filled in."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.finding import Severity
from checkfirst.model.measures import TraceKind
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

#: Number of blanks, and their share of the lines with content, from which a document is a template: as a warning, and as
#: an error. Not measured.
_WARNING_BLANKS, _WARNING_SHARE = 3, 0.08
_ERROR_BLANKS, _ERROR_SHARE = 5, 0.15
#: Lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="KND006",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def unfilled_template(view: DocumentView) -> Iterator[Hit]:
    """The document is a template whose blanks were never filled in.

    It has the headings of a specification, but no content below them.

    Fill it in, or take it out of the set; keep templates in a folder named `templates`.
    """
    name = view.document.path.lower()
    if "template" in name or "example" in PurePosixPath(name).stem:
        return
    blanks = view.measures.traced(TraceKind.TEMPLATE)
    filled = max(1, view.measures.statistics.lines - view.measures.statistics.blank_lines)
    share = len(blanks) / filled
    if len(blanks) >= _WARNING_BLANKS and share >= _WARNING_SHARE:
        sure = len(blanks) >= _ERROR_BLANKS and share >= _ERROR_SHARE
        yield Hit(
            message=f"a template never filled in: {len(blanks)} blanks are left",
            evidence=tuple(trace.quote for trace in blanks[:_MOST_QUOTES]),
            confidence=0.97 if sure else 0.9,
            severity=None if sure else Severity.WARNING,
            data=facts(count=len(blanks)),
        )
