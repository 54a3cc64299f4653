"""SAF008: a word has letters of another script that look like its own."""

from collections.abc import Iterator

from checkfirst.model.dangers import DangerKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.saf._dangers import gravest, one_hit


@rule(
    code="SAF008",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={Severity.NOTE: "fewer than three words have them, none in an address: it may be a slip of the keyboard"},
    since="0.2.0",
    needs=(Needs.DANGERS,),
)
def look_alike_letters(view: DocumentView) -> Iterator[Hit]:
    """A word has letters of another script that look like its own: a Cyrillic `о` in a Latin word.

    It reads like the word and is none: searches miss it, and an address leads elsewhere.

    Write the word anew, and ask where the file comes from.
    """
    found = view.measures.dangerous(DangerKind.LOOK_ALIKE)
    if found:
        first = gravest(found)
        yield one_hit(found, f"what looks like “{first.text}” has letters of another script ({first.how})", 0.95)
