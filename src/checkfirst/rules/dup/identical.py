"""DUP001: two files of the set are the same."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import DuplicateKind
from checkfirst.model.views import SetView
from checkfirst.rules.dup._copies import copy_hit

_SAME = {DuplicateKind.IDENTICAL: "the same file as", DuplicateKind.SAME_TEXT: "the same text, word for word, as"}


@rule(
    code="DUP001",
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    needs=(Needs.DUPLICATES,),
)
def identical(view: SetView) -> Iterator[Hit]:
    """Two files of the set are the same, byte for byte or word for word.

    One of them will be changed, and then nobody knows which one holds.

    Keep one, and link to it.
    """
    for copy in view.measures.duplicates:
        if copy.likeness in _SAME:
            yield copy_hit(view, copy, f"{_SAME[copy.likeness]} {copy.other}", 0.99)
