"""FIT: does the document belong with the others?"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer
from checkfirst.model.location import text_span
from checkfirst.model.measures import Quote
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import DocumentSummary, Fit
from checkfirst.model.views import SetView
from checkfirst.rules.sample_series import FOREIGN, GARDEN, LEDGER_SERIES

#: Texts in the set's language for one that is in another; and words for the language to be known.
_ONE_IN, _FEWEST_WORDS = 5, 100
#: Probability of being a stranger from which it is an error: no clean set of those that the benchmark draws has one.
ERROR_FROM = 0.95
#: And from which it is a warning; below, a note: in a small set it is worth a look, and no more.
_WARNING_FROM = 0.8


_MISSION = "# Ledger storage\n\nHow the ledger service stores its entries, and how clients read them.\n\n" + "\n".join(
    f"- [{name}]({name})" for name in LEDGER_SERIES
)


@rule(
    code="FIT001",
    whole=True,
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({**LEDGER_SERIES, "roses.md": GARDEN},),
    silent=(LEDGER_SERIES,),
)
def odd_one_out(view: SetView) -> Iterator[Hit]:
    """The document is like none of the others, which are like one another: in subject, in wording, in form.

    Most often it was saved into the wrong folder, or fetched from the wrong address.

    Look at it; take it out, or put it where it belongs.
    """
    by_id = {document.path: document for document in view.measures.documents}
    for path, fit in view.measures.fits.items():
        if fit.answer is Answer.NO:
            yield _odd(by_id[path], fit, len(view.measures.fits))


def _odd(document: DocumentSummary, fit: Fit, count: int) -> Hit:
    words = f"; only here: {', '.join(fit.own_words)}" if fit.own_words else ""
    return Hit(
        message=f"like none of the other {count - 1} documents (nearest: {fit.nearest}){words}",
        evidence=_first_lines(document),
        confidence=round(1 - fit.score, 2),
        path=document.path,
        severity=_severity(1 - fit.score),
    )


def _severity(chance: float) -> Severity:
    if chance >= ERROR_FROM:
        return Severity.ERROR
    return Severity.WARNING if chance >= _WARNING_FROM else Severity.NOTE


def _first_lines(document: DocumentSummary) -> tuple[Quote, ...]:
    first = document.first_line or Quote(span=text_span(0), text=document.path)
    return (first, *(q for q in document.kind.evidence[:2] if q.span != first.span))


@rule(
    code="FIT002",
    whole=True,
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    fires=({"INDEX.md": _MISSION, **LEDGER_SERIES, "roses.md": GARDEN},),
    silent=({"INDEX.md": _MISSION, **LEDGER_SERIES},),
)
def off_subject(view: SetView) -> Iterator[Hit]:
    """The document shares no word with what the set is said to be about, by its index or by `about` in the configuration.

    It may be about something else, or call the thing by another name.

    Look at it; if it belongs, let `about` say so.
    """
    mission = view.measures.mission
    if mission is None:
        return
    by_id = {document.path: document for document in view.measures.documents}
    for path in mission.missing:
        fit = view.measures.fits.get(path)
        if fit is not None and fit.answer is not Answer.YES:
            where = mission.source or "the configuration"
            yield Hit(
                message=f"nothing of what {where} says the set is about: {', '.join(mission.words[:5])}",
                evidence=_first_lines(by_id[path]),
                confidence=round(max(0.6, 1 - fit.score), 2),
                path=path,
            )


@rule(
    code="FIT003",
    whole=True,
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({**LEDGER_SERIES, "mitschrift.md": FOREIGN},),
    silent=({**LEDGER_SERIES, "de/mitschrift.md": FOREIGN}, LEDGER_SERIES),
)
def other_language(view: SetView) -> Iterator[Hit]:
    """The document is in another language than the others of the set.

    Readers and models that expect one language skip it, or take it for something else.

    Translate it, or keep it in a folder or under a name that gives its language, such as `de/` or `guide.de.md`.
    """
    language = view.measures.language
    texts = [d for d in view.measures.documents if d.written and d.language]
    counts = Counter(d.language for d in texts)
    for document in texts:
        own = document.language
        rare = counts[own] * _ONE_IN <= counts[language]
        if own is None or own == language or not rare or document.words < _FEWEST_WORDS or _says(document.path, own):
            continue
        # The wording decides too: a list of names may look like any language.
        if (language == "en") == bool(document.kind.kinds):
            continue
        yield Hit(
            message=f"in another language ({own}) than the other texts ({language})",
            evidence=_first_lines(document),
            confidence=0.95,
            path=document.path,
        )


def _says(path: str, language: str) -> bool:
    """Whether a folder or a part of the name is the language's code, alone or with a country's."""
    parts = [piece for part in PurePosixPath(path.lower()).parts for piece in part.replace("_", ".").split(".")]
    return any(
        piece == language or piece.startswith(f"{language}-") or piece.endswith(f"-{language}") for piece in parts
    )


RULES = (odd_one_out, off_subject, other_language)
