"""KND006: a template whose blanks were never filled in."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.finding import Severity
from checkfirst.model.measures import TraceKind
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView


@rule(
    code="KND006",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def unfilled_template(view: DocumentView) -> Iterator[Hit]:
    """A template whose blanks were never filled in.

    It has the headings of a specification and the content of none.

    Fill it in, or take it out of the set; keep templates in a folder named `templates`.
    """
    name = view.document.path.lower()
    if "template" in name or "example" in PurePosixPath(name).stem:
        return
    blanks = view.measures.traced(TraceKind.TEMPLATE)
    filled = max(1, view.measures.statistics.lines - view.measures.statistics.blank_lines)
    share = len(blanks) / filled
    if len(blanks) >= 3 and share >= 0.08:
        sure = len(blanks) >= 5 and share >= 0.15
        yield Hit(
            message=f"a template never filled in: {len(blanks)} blanks are left",
            evidence=tuple(trace.quote for trace in blanks[:3]),
            confidence=0.97 if sure else 0.9,
            severity=None if sure else Severity.WARNING,
            data=facts(count=len(blanks)),
        )
