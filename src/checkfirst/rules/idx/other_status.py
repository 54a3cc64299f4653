"""IDX012: the index, or its successor, gives the document another status than the document gives itself."""

from collections.abc import Iterator

from msgspec.structs import replace

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView


@rule(
    code="IDX012",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.2.0",
    needs=(Needs.STATUS, Needs.LINKS),
)
def other_status(view: SetView) -> Iterator[Hit]:
    """An index, a register or its successor gives a document another status than the document gives itself.

    One of them was not kept up to date: work starts from a decision that was given up, or a decision that holds is passed
    over.

    Find out which status holds, and write it in both places.
    """
    for other in view.measures.other_standings:
        entry, stated = other.entry, other.stated
        says = f"replaces {entry.listed}" if other.replaced else f"lists {entry.listed} as {other.listed_as.value}"
        yield Hit(
            message=f"{says}, but it says of itself that it is {stated.standing.value}",
            evidence=(entry.quote, replace(stated.quote, path=entry.listed)),
            confidence=0.9,
            path=entry.index,
            related=(entry.listed,) if entry.listed else (),
            data=facts(target_path=entry.listed, listed_as=other.listed_as.value, status=stated.standing.value),
        )
