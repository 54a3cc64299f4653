"""IDX009: no document of the set describes a system."""

from collections.abc import Iterator

from msgspec.structs import replace

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView

#: Lines that are quoted.
_MOST_QUOTES = 2


@rule(
    code="IDX009",
    sees=SetView,
    severity=Severity.ERROR,
    since="0.1.0",
    needs=(Needs.TEXT,),
    whole=True,
)
def nothing_to_build_from(view: SetView) -> Iterator[Hit]:
    """No document of the set describes a system: nothing says who does what, on what input, with what output.

    Work that starts from such a set is guesswork from its first line.

    Add the specification that was meant; for a set that is only read, say `--purpose retrieve`.
    """
    chance = view.measures.nothing_to_build
    if view.purpose is not Purpose.BUILD or chance is None:
        return
    documents = [d for d in view.measures.documents if d.words > 0]
    nearest = max(documents, key=lambda d: (d.describes_system.score, d.path))
    evidence = nearest.describes_system.evidence or tuple(q for q in (nearest.first_line,) if q)
    if evidence:
        quotes = tuple(replace(quote, path=nearest.path) for quote in evidence[:_MOST_QUOTES])
        yield Hit(
            message=f"nothing {'that could be read ' if view.measures.unread else ''}in this set describes a system",
            evidence=quotes,
            confidence=round(chance, 2),
            related=(nearest.path,),
            data=facts(documents=len(documents)),
        )
