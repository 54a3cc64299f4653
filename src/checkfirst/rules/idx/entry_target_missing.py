"""IDX002: the index lists a file that is not there."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView


@rule(
    code="IDX002",
    sees=SetView,
    severity=Severity.ERROR,
    also={Severity.WARNING: "the index is a README, or not the principal one, and the configuration does not name it"},
    since="0.1.0",
)
def entry_target_missing(view: SetView) -> Iterator[Hit]:
    """The index lists a file that is not there.

    Whoever plans by the index relies on a document that nobody has.

    Add the file, correct the entry, or take it out of the index.
    """
    for entry in view.measures.entries:
        if entry.exists or entry.path is None:
            continue
        near = f"; did you mean {entry.nearest}?" if entry.nearest else ""
        yield Hit(
            message=f"lists {entry.target}, which is not there{near}",
            evidence=(entry.quote,),
            confidence=0.97 if entry.firm else 0.9,
            path=entry.index,
            severity=None if entry.firm else Severity.WARNING,
            related=(entry.path, *((entry.nearest,) if entry.nearest else ())),
            data=facts(target=entry.target, target_path=entry.path, nearest=entry.nearest),
        )
