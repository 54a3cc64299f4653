"""DUP003: the document is an older version of another one."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import DuplicateKind
from checkfirst.model.views import SetView
from checkfirst.rules.dup._copies import copy_hit


@rule(
    code="DUP003",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.DUPLICATES,),
)
def older_version(view: SetView) -> Iterator[Hit]:
    """The document is an older version of another one in the set.

    Whoever reads both builds a mixture of the two; whoever finds only this one builds the outdated version.

    Take the older one out, or move it to a folder that says it is kept for the record.
    """
    for copy in view.measures.duplicates:
        if copy.likeness is DuplicateKind.VERSIONS:
            message = f"an older version of {copy.other}: {copy.similarity:.0%} of the text is the same"
            yield copy_hit(view, copy, message, 0.95)
