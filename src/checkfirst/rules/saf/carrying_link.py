"""SAF004: a link or a picture carries data away, or runs a script."""

from collections.abc import Iterator

from checkfirst.model.dangers import DangerKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.saf._dangers import gravest, one_hit


@rule(
    code="SAF004",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "it is a link and no picture, or a parameter only waits for a value; the document is a form that a program fills, or offers a script as a bookmark; the script is one call of a function of a page that was saved; or the file is no Markdown, a sample or test data"
    },
    since="0.2.0",
    preview=True,
    needs=(Needs.DANGERS,),
)
def carrying_link(view: DocumentView) -> Iterator[Hit]:
    """The address of a picture or a link has a place for data that its reader knows, or is a script.

    A model that fills the place in and shows the picture has sent the data: it is fetched without a question.

    Take the address out, and ask where the file comes from.
    """
    found = view.measures.dangerous(DangerKind.CARRYING_LINK)
    if found:
        first = gravest(found)
        yield one_hit(found, f"has {first.how}: “{first.text}”", 0.9)
