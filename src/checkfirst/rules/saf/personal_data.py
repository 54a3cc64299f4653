"""SAF006: a number of a person stands in the document."""

from collections.abc import Iterator

from checkfirst.model.dangers import DangerKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.saf._dangers import gravest, one_hit


@rule(
    code="SAF006",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.2.0",
    preview=True,
    needs=(Needs.DANGERS,),
)
def personal_data(view: DocumentView) -> Iterator[Hit]:
    """The document holds the number of a payment card or a bank account, or a national number that it names.

    Whoever gets the document, a model among them, gets the number, and a copy of it stays wherever it was sent. Numbers
    count only if their checksum is right, and known test numbers do not count; names and addresses are not sought.

    Take the number out, or show the last digits alone.
    """
    found = view.measures.dangerous(DangerKind.PERSONAL)
    if found:
        first = gravest(found)
        yield one_hit(found, f"holds personal data: {first.how} {first.text}", 0.9)
