"""Whether a set holds a document that a system can be built from."""

from typing import Final

from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.languages import LEARNED_LANGUAGES
from checkfirst.model.set_measures import DocumentSummary

#: A document is nothing to build from when its probability of describing a system is below the first number and that of
#: a kind to build from below the second. Chosen on half of the families with ``python -m benchmarks.lead``: of the other
#: half, a file alone in its folder is reported in 96 of 100 wrong cases and in 1 of 100 right ones.
_SYSTEM_BELOW: Final = 0.4
_BUILDABLE_BELOW: Final = 0.5
#: A document of fewer words is too short to be judged; not measured.
_FEWEST_WORDS: Final = 30
#: Words of a short and of a very short text, whose kind is often a guess, and the probability of a kind to build from above
#: which such a text is not judged, unless its form tells what it is. Of the 146 real specifications of 60 to 250 words that
#: were read, each alone, nine were called nothing to build from, seven of them with more than .28. With it, ``python -m
#: benchmarks.lead`` names .935 of its wrong files, without it .948.
_SHORT, _SHORT_ABOVE = 250, 0.28
_VERY_SHORT, _VERY_SHORT_ABOVE = 100, 0.04
#: Kinds and groups of documents that a system can be built from.
_BUILDABLE: Final = (Group.TECHNICAL, Group.RESEARCH, Kind.PLAN)


def nothing_to_build(documents: tuple[DocumentSummary, ...]) -> float | None:
    """The probability that no document that was read is of a kind to build from; ``None`` where one may be.

    Files that can't be read don't count: else any of them, even an empty one, would hide that nothing else is there.
    """
    with_words = [document for document in documents if document.words > 0]
    if not with_words or any(map(_may_be_built_from, with_words)):
        return None
    return round(1 - max(map(_buildable, with_words)), 4)


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
        or _is_guess(document)
    )


def _is_guess(document: DocumentSummary) -> bool:
    """Whether a text is so short that its kind is a guess, and no form says what it is."""
    if document.kind.form or document.is_scraped or document.comments:
        return False
    above = _VERY_SHORT_ABOVE if document.words < _VERY_SHORT else _SHORT_ABOVE
    return document.words < _SHORT and _buildable(document) > above


def _buildable(document: DocumentSummary) -> float:
    """The probability that the document is of a kind to build from."""
    return document.kind.probability(*_BUILDABLE)
