"""Shared by the rules on copies."""

from checkfirst.model.location import text_span
from checkfirst.model.measures import Quote
from checkfirst.model.rule import Hit, facts
from checkfirst.model.set_measures import DuplicatePair
from checkfirst.model.views import SetView


def copy_hit(view: SetView, copy: DuplicatePair, message: str, confidence: float) -> Hit:
    """A hit on the copy, which names the other document and quotes the lines that differ, or else its first line."""
    first = next((d.first_line for d in view.measures.documents if d.path == copy.path), None)
    quotes = copy.lines or (first or Quote(span=text_span(0), text=copy.path),)
    if copy.differing:
        message += f"; {copy.differing} of its lines {'differs' if copy.differing == 1 else 'differ'}"
    return Hit(
        message=message,
        evidence=quotes,
        confidence=confidence,
        path=copy.path,
        related=(copy.other,),
        data=facts(
            other=copy.other, likeness=copy.likeness.value, similarity=copy.similarity, differing=copy.differing
        ),
    )
