"""IDX009: no document of the set describes a system."""

from collections.abc import Iterator
from dataclasses import replace

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group, Kind, Purpose
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView

#: A set holds nothing to build from when each of its documents is less likely than this to describe a
#: system, and less likely than that to be of a kind to build from. Chosen on half of the families: on the other
#: half one file in a folder is then named in 96 of 100 wrong cases and accused in 1 of 100 right ones.
_SYSTEM_BELOW, _HOPELESS_BELOW = 0.4, 0.5
#: A text of fewer words is too short to say what it is not.
_FEWEST_WORDS = 30
_BUILDABLE = (Group.TECHNICAL, Group.RESEARCH, Kind.PLAN)


@rule(
    code="IDX009",
    sees=SetView,
    severity=Severity.ERROR,
    since="0.1.0",
    whole=True,
)
def nothing_to_build_from(view: SetView) -> Iterator[Hit]:
    """No document of the set describes a system: nothing says who does what, on what input, with what output.

    Work that starts from such a set is guesswork from its first line.

    Add the specification that was meant; for a set that is only read, say `--purpose retrieve`.
    """
    documents = [d for d in view.measures.documents if d.words > 0]
    if view.purpose is not Purpose.BUILD or not documents or view.measures.unread:
        return
    if all(_hopeless(d) for d in documents):
        nearest = max(documents, key=lambda d: (d.describes_system.score, d.path))
        evidence = nearest.describes_system.evidence or tuple(q for q in (nearest.first_line,) if q)
        if evidence:
            message = "nothing in this set describes a system"
            worst = max(_hope(d) for d in documents)
            quotes = tuple(replace(quote, path=nearest.path) for quote in evidence[:2])
            yield Hit(
                message=message,
                evidence=quotes,
                confidence=round(1 - worst, 2),
                related=(nearest.path,),
                data=facts(documents=len(documents)),
            )


def _hopeless(document: DocumentSummary) -> bool:
    system = document.describes_system
    if document.words < _FEWEST_WORDS:
        return False
    return system.answer is not Answer.YES and system.score < _SYSTEM_BELOW and _hope(document) < _HOPELESS_BELOW


def _hope(document: DocumentSummary) -> float:
    """How likely a document is one to build from, by its kind."""
    return document.kind.probability(*_BUILDABLE)
