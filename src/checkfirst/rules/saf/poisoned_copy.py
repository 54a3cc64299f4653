"""SAF009: a document wraps another one and changes what it says."""

from collections.abc import Iterator
from typing import Final

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView

#: Changes that the message names.
_NAMED: Final = 3


@rule(
    code="SAF009",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.2.0",
    preview=True,
    needs=(Needs.DUPLICATES, Needs.TEXT),
)
def poisoned_copy(view: SetView) -> Iterator[Hit]:
    """The document wraps the text of another one of the set, and changes numbers, negations, "and" and "or" in it.

    It looks like the document that it copies, and whoever builds from it builds something else. A text whose version or
    date changed as well is a revision, and is not told.

    Compare the two, and ask where the longer one comes from.
    """
    for copy in view.measures.altered_copies:
        shown = ", ".join(map(str, copy.changes[:_NAMED]))
        more = len(copy.changes) - _NAMED
        yield Hit(
            message=f"wraps the text of {copy.original} and changes it: {shown}{f' and {more} more' if more > 0 else ''}",
            evidence=copy.lines,
            confidence=0.9,
            path=copy.path,
            related=(copy.original,),
            data=facts(
                other=copy.original,
                changes=tuple(map(str, copy.changes)),
                kinds=tuple(sorted({c.kind.value for c in copy.changes})),
            ),
        )
