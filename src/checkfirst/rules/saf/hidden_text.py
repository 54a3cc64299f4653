"""SAF002: words stand where no reader sees them."""

from collections.abc import Iterator

from checkfirst.model.dangers import DangerKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.saf._dangers import gravest, one_hit


@rule(
    code="SAF002",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "the words order nothing and a program may have hidden them, as in an office file; or the file is a sample or test data"
    },
    since="0.2.0",
    needs=(Needs.DANGERS,),
)
def hidden_text(view: DocumentView) -> Iterator[Hit]:
    """Words stand where no reader sees them, and speak to a model, or in a place that nothing else needs.

    A person approves what the page shows; a model reads the rest, too, and may do what it says.

    Remove the words, and ask where the file comes from.
    """
    found = view.measures.dangerous(DangerKind.HIDDEN_TEXT)
    if found:
        first = gravest(found)
        orders = f" and tell a model {first.orders}" if first.orders else ""
        yield one_hit(found, f"words that no reader sees ({first.how}){orders}: “{first.text}”", 0.95)
