"""IDX007: a link names a place in a document that the document does not have."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.links import BrokenLink, LinkFault
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView
from checkfirst.rules.idx._links import link_hits
from checkfirst.safe_text import printable


@rule(
    code="IDX007",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "it is a wiki link, whose page may be written later, an address that is written wrong, in a form to be filled in, in a folder for what no longer holds or for test data, on a page that its site leaves out, or of a form of which most in the set fail, so that the site may resolve it, or if several pages in HTML lack the place alike, which a script of their site makes"
    },
    since="0.1.0",
    needs=(Needs.LINKS,),
)
def missing_anchor(view: SetView) -> Iterator[Hit]:
    """A link names a place in a document (`#heading`) that the document does not have.

    The reader lands at the top of the page and has to search; often the section was renamed or removed.

    Correct the name after `#`, which the site makes from the heading.
    """

    def describe(fault: BrokenLink) -> str:
        path, _, name = fault.target.partition("#")
        if fault.target_path == fault.path:
            return f"links to {printable(f'{path}#{name}')}, but it has no such place"
        return f"links to #{printable(name)}, but {fault.target_path} has no such place"

    yield from link_hits(view, LinkFault.ANCHOR, describe, "links name places that are not there")
