"""FIL012: the file is of a type that is not read."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.formats import Trait
from checkfirst.model.losses import LossKind
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView


@rule(
    code="FIL012",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.1.0",
    whole=True,
)
def format_not_read(view: DocumentView) -> Iterator[Hit]:
    """The file is of a type that this version of checkfirst can't read.

    Only its type was determined: nothing is known of its text.

    Open it yourself, or export it as Markdown, HTML or plain text beside it.
    """
    for loss in view.measures.lost(LossKind.FORMAT_NOT_READ):
        spec = view.document.spec
        message = f"{spec.title}: not read, so nothing is said about its content"
        if Trait.ARCHIVE in spec.traits:
            message += f"; named with {spec.suffixes[0]} at its end, its files are checked one by one"
        yield Hit(
            message=message,
            evidence=(loss.quote,),
            confidence=0.99,
            data=facts(loss=loss.kind.value, media_type=view.document.source.media_type),
        )
