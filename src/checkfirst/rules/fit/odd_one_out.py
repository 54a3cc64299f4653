"""FIT001: the document is like none of the others."""

from collections import Counter
from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.fit import Fit
from checkfirst.model.folder_names import is_test_data
from checkfirst.model.kinds import Answer, Group
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView
from checkfirst.rules.fit._first_lines import first_lines

#: Probability of being an outlier from which it is a warning; below, it is a note. Not measured. It is no error however
#: likely: a sound set may hold one document of its own sort.
_WARNING_FROM = 0.8
#: Words below which a text is too short for more than a note; not measured.
_WARNING_WORDS = 100
#: Probability of a group from which a document is of it, and share of a set's documents from which a group is usual there.
#: Of 15 documents of sound sets that are only unlike the others, and of no other group, none was wrong.
_STRANGE_FROM, _USUAL_FROM = 0.5, 0.1


@rule(
    code="FIT001",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: f"the probability that it is an outlier is below {_WARNING_FROM}, if it has fewer than {_WARNING_WORDS} words, if "
        "it is of no sort that the others are not of, if an index lists it under its own title, or if its folder is that of test data"
    },
    since="0.1.0",
    needs=(Needs.FITS,),
    whole=True,
)
def odd_one_out(view: SetView) -> Iterator[Hit]:
    """The document is like none of the others, which are like one another in subject, vocabulary and form.

    Most often it was saved into the wrong folder, or fetched from the wrong address.

    Look at it; take it out, or put it where it belongs.
    """
    entries = {(entry.listed, entry.title.casefold()) for entry in view.measures.entries}
    by_path = {document.path: document for document in view.measures.documents}
    usual = _usual_groups(view.measures.documents)
    for path, fit in view.measures.fits.items():
        if fit.answer is Answer.NO:
            meant = is_test_data(path) or (path, (by_path[path].title or "").casefold()) in entries
            meant = meant or not _is_strange(by_path[path], usual)
            yield _odd(by_path[path], fit, len(view.measures.fits), meant=meant)


def _odd(document: DocumentSummary, fit: Fit, count: int, *, meant: bool) -> Hit:
    words = f"; only here: {', '.join(fit.distinctive_words)}" if fit.distinctive_words else ""
    return Hit(
        message=f"like none of the other {count - 1} documents (nearest: {fit.nearest}){words}",
        evidence=first_lines(document),
        confidence=round(1 - fit.score, 2),
        path=document.path,
        severity=Severity.NOTE if meant else _severity(1 - fit.score, document.words),
        related=(fit.nearest,),
        data=facts(
            nearest=fit.nearest, likeness=fit.likeness, others=count - 1, distinctive_words=fit.distinctive_words
        ),
    )


def _usual_groups(documents: tuple[DocumentSummary, ...]) -> frozenset[Group]:
    """The groups of kinds that a share of the documents are of."""
    groups = Counter(document.kind.group for document in documents)
    return frozenset(group for group, count in groups.items() if count >= _USUAL_FROM * len(documents))


def _is_strange(document: DocumentSummary, usual: frozenset[Group]) -> bool:
    """Whether more than its words sets it apart: a sound set may have one survey, contract or script."""
    own = next((group for group, chance in document.kind.groups if chance >= _STRANGE_FROM), None)
    return document.is_scraped or document.comments > 0 or (own is not None and own not in usual)


def _severity(chance: float, words: int) -> Severity:
    return Severity.WARNING if chance >= _WARNING_FROM and words >= _WARNING_WORDS else Severity.NOTE
