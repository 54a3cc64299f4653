"""SAF003: characters that show nothing hide words, or change what a line shows."""

from collections.abc import Iterator

from checkfirst.model.dangers import DangerKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.saf._dangers import gravest, one_hit


@rule(
    code="SAF003",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "a program may have left them behind: fillers, soft hyphens, isolates; or the file is a sample or test data"
    },
    since="0.2.0",
    needs=(Needs.DANGERS,),
)
def invisible_characters(view: DocumentView) -> Iterator[Hit]:
    """Characters that show nothing hide words in a line, or make it show other words than it has.

    A person sees nothing there; a model or a program reads the words, and may do what they say.

    Remove the characters, and ask where the file comes from.
    """
    found = view.measures.dangerous(DangerKind.INVISIBLE)
    if found:
        first = gravest(found)
        turned = "direction" in first.how
        what = "a line is shown in another order than it is stored" if turned else "a line has characters nobody sees"
        yield one_hit(found, f"{what} ({first.how}): “{first.text}”", 0.97)
