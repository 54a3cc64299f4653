"""SAF007: a program is part of the document."""

from collections.abc import Iterator

from checkfirst.model.dangers import DangerKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.saf._dangers import gravest, one_hit


@rule(
    code="SAF007",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "it is a control, a file attached to a PDF, a script of an SVG picture or one that formats the fields of a form; or the file is a sample or test data"
    },
    since="0.2.0",
    preview=True,
    needs=(Needs.DANGERS,),
)
def active_content(view: DocumentView) -> Iterator[Hit]:
    """The document holds a program: macros of an Office file, a script in a PDF or an SVG picture, attached files.

    It may act once the document is opened, and nothing of it is in the text that a reader or a model sees.

    Ask for the document without it, or save it in a format without macros.
    """
    found = view.measures.dangerous(DangerKind.ACTIVE)
    if found:
        first = gravest(found)
        names = f" ({first.text})" if first.text else ""
        yield one_hit(found, f"holds {first.how}{names}", 0.95)
