"""SAF005: a password, a key or a token stands in the document."""

from collections.abc import Iterator

from checkfirst.model.dangers import DangerKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.saf._dangers import gravest, one_hit


@rule(
    code="SAF005",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "the token fails the checksum that its provider gives it, so that it was made up; it is a web token, which expires; or the file is a sample or test data"
    },
    since="0.2.0",
    needs=(Needs.DANGERS,),
)
def secret(view: DocumentView) -> Iterator[Hit]:
    """The document holds a secret: a token of a provider, a private key, an address with a password.

    Whoever gets the document, a model among them, can use it, and a copy of it stays wherever it was sent.

    Revoke it first, then take it out of the document and out of its history.
    """
    found = view.measures.dangerous(DangerKind.SECRET)
    if found:
        first = gravest(found)
        yield one_hit(found, f"holds a secret: {first.how} {first.text}", 0.95)
