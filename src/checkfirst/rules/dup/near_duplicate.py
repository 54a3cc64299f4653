"""DUP002: most of the text is also in another document."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import DuplicateKind
from checkfirst.model.views import SetView
from checkfirst.rules.dup._copies import copy_hit


@rule(
    code="DUP002",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.DUPLICATES,),
)
def near_duplicate(view: SetView) -> Iterator[Hit]:
    """Most of the text is also in another document of the set.

    Where they differ, one of them is wrong, and the set doesn't say which.

    Compare the two, keep one, and take what the other has into it.
    """
    for copy in view.measures.duplicates:
        if copy.likeness is DuplicateKind.NEAR:
            message = f"{copy.similarity:.0%} of its text and that of {copy.other} are the same"
            yield copy_hit(view, copy, message, 0.97)
