"""IDX006: a link or picture leads to a file that is not there."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.links import BrokenLink, LinkFault
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView
from checkfirst.rules.idx._links import link_hits
from checkfirst.safe_text import printable


@rule(
    code="IDX006",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "it is a wiki link, whose page may be written later, an address that is written wrong, in a form to be filled in, in a folder for what no longer holds or for test data, on a page that its site leaves out, or of a form of which most in the set fail, so that the site may resolve it"
    },
    since="0.1.0",
    needs=(Needs.LINKS,),
)
def broken_link(view: SetView) -> Iterator[Hit]:
    """A link or picture leads to a file that is not there.

    Readers, and agents that follow references, miss content that the text relies on.

    Correct the link, add the file, or take the link out.
    """

    def describe(fault: BrokenLink) -> str:
        return f"{'shows' if fault.links[0].image else 'links to'} {printable(fault.target)}, which is not there"

    yield from link_hits(view, LinkFault.FILE, describe, "links lead to files that are not there")
