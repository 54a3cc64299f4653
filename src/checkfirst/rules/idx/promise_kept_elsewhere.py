"""IDX005: the entry of the index fits another file than the one it leads to."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView
from checkfirst.rules.idx._promises import promise_hit, weak_promises


@rule(
    code="IDX005",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.ERROR: "the entry has several words, and its file has none of them",
        Severity.NOTE: "the entry has one word for its subject and no description, and nothing sets its file apart",
    },
    since="0.1.0",
    needs=(Needs.PROMISES, Needs.FITS),
)
def promise_kept_elsewhere(view: SetView) -> Iterator[Hit]:
    """The entry of the index fits another file of the set, and not the one that it leads to.

    Most often two entries were mixed up, or a file was renamed and the index was not.

    Let the entry lead to the file that fits it.
    """
    weak = weak_promises(view.measures)
    for promise in view.measures.broken_promises:
        if promise.fitting is not None:
            yield promise_hit(promise, f"; {promise.fitting} looks like it", weak)
