"""IDX008: a link leads out of the folder that is checked."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.links import BrokenLink, LinkFault
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView
from checkfirst.rules.idx._links import link_hits
from checkfirst.safe_text import printable


@rule(
    code="IDX008",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    needs=(Needs.LINKS,),
)
def outside_the_set(view: SetView) -> Iterator[Hit]:
    """A link leads out of the folder that is checked.

    Whoever gets only this set can't follow it, and nothing here says whether the file is there.

    Check the folder above, put the document into the set, or give its address.
    """

    def describe(fault: BrokenLink) -> str:
        return f"links to {printable(fault.target)}, outside the set"

    yield from link_hits(view, LinkFault.OUTSIDE, describe, "links lead out of the set")
