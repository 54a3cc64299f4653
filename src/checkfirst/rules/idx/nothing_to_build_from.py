"""IDX009: no document of the set describes a system."""

from collections.abc import Iterator
from dataclasses import replace

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group, Kind, Purpose
from checkfirst.model.languages import LEARNED_LANGUAGES
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView

#: A document is nothing to build from when its probability of describing a system is below the first number and that of
#: a kind to build from below the second. Chosen on half of the families with ``python -m benchmarks.lead``: of the other
#: half, a file alone in its folder is reported in 96 of 100 wrong cases and in 1 of 100 right ones.
_SYSTEM_BELOW, _BUILDABLE_BELOW = 0.4, 0.5
#: A document of fewer words is too short to be judged; not measured.
_FEWEST_WORDS = 30
#: Lines that are quoted.
_MOST_QUOTES = 2
#: Kinds and groups of documents that a system can be built from.
_BUILDABLE = (Group.TECHNICAL, Group.RESEARCH, Kind.PLAN)


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
    documents = [d for d in view.measures.documents if d.words > 0]
    if view.purpose is not Purpose.BUILD or not documents or view.measures.unread:
        return
    if not any(_may_be_built_from(d) for d in documents):
        nearest = max(documents, key=lambda d: (d.describes_system.score, d.path))
        evidence = nearest.describes_system.evidence or tuple(q for q in (nearest.first_line,) if q)
        if evidence:
            message = "nothing in this set describes a system"
            likeliest = max(map(_buildable, documents))
            quotes = tuple(replace(quote, path=nearest.path) for quote in evidence[:_MOST_QUOTES])
            yield Hit(
                message=message,
                evidence=quotes,
                confidence=round(1 - likeliest, 2),
                related=(nearest.path,),
                data=facts(documents=len(documents)),
            )


def _may_be_built_from(document: DocumentSummary) -> bool:
    """Whether the document may describe a system, or can't be judged: it is too short, or in another language."""
    system = document.describes_system
    return (
        document.words < _FEWEST_WORDS
        or document.states_requirements
        or document.language not in LEARNED_LANGUAGES
        or system.answer is Answer.YES
        or system.score >= _SYSTEM_BELOW
        or _buildable(document) >= _BUILDABLE_BELOW
    )


def _buildable(document: DocumentSummary) -> float:
    """The probability that the document is of a kind to build from."""
    return document.kind.probability(*_BUILDABLE)
