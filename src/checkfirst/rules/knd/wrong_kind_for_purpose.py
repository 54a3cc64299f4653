"""KND002: nothing can be built from a document of this kind."""

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.fit import Fit
from checkfirst.model.folder_names import is_for_news, is_page_part, is_sample, is_test_data
from checkfirst.model.index_names import FOLDER_PAGES, INDEX_NAMES
from checkfirst.model.kind_measures import KindMeasure, PageForm
from checkfirst.model.kinds import GROUP_NAMES, Answer, Group, Kind, Purpose, plain_name, with_article
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import DocumentSummary, SetMeasures
from checkfirst.model.views import SetView
from checkfirst.rules.knd._kinds import MOST_QUOTES

#: Groups that nothing can be built from. Policies and records are not among them: good sets hold them beside specifications.
_NOT_FOR_BUILDING = (Group.ARTICLE, Group.DISCUSSION, Group.COMMERCE, Group.LITERATURE)
#: Summed probability of those groups from which the document is an error, and from which a warning; chosen on
#: development families with ``python -m benchmarks.lead``.
_ERROR_FROM, _WARNING_FROM = 0.9, 0.75
#: The same for a warning on a saved web page, which is seldom a specification; not measured.
_SCRAPED_WARNING_FROM = 0.6
#: Kinds of articles that nobody has to narrate.
_IMPERSONAL = (Kind.ANNOUNCEMENT, Kind.NEWS_ARTICLE)
#: Words of a text below which its kind is a guess; not measured.
_FEWEST_WORDS = 30
#: Groups that a system can be built from, the probability from which a document is of them, and the share of such
#: documents, one in so many, below which a set is of another sort, such as a handbook; a smaller set shows no sort. Not
#: measured.
_BUILDABLE = (Group.TECHNICAL, Group.RESEARCH)
_BUILDABLE_FROM, _FEW_BUILDABLE, _FEWEST = 0.5, 5, 10
#: Such documents of a set of another sort up to which each is told. Not measured.
_MOST_SEPARATE = 5
#: Forms that are threads themselves.
_OF_ANSWERS = (PageForm.MAIL_THREAD, PageForm.SOCIAL_THREAD)
#: Names of files that present their folder.
_PRESENTING = {*map(str.lower, FOLDER_PAGES), *INDEX_NAMES}
#: What a book has before and after its chapters.
_OF_BOOKS = lazy_re.compile(
    r"preface|foreword|dedication|acknowledge?ments?|about[-_ ]the[-_ ]authors?|colophon|epilogue|afterword|prologue|vorwort|nachwort|geleitwort|widmung|danksagung"
    r"|préface|avant[-_ ]propos|remerciements|prefacio|prólogo|agradecimientos|prefazione|ringraziamenti|prefácio|agradecimentos|voorwoord|dankwoord",
    re.IGNORECASE,
)
#: Documents of a set that nothing can be built from up to which each is an error whatever its kind; not measured.
_MOST_NAMED = 3


@rule(
    code="KND002",
    sees=SetView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: f"the probability of such a kind is below {_ERROR_FROM}, or if it may describe a system",
        Severity.NOTE: "it is no saved page or thread, and it is about what the others are about, or few of its sentences say I, he "
        "or she; or if its folder is that of test data, of samples or of news, if it presents its folder, or if few of the others describe a system",
    },
    since="0.1.0",
    needs=(Needs.TEXT, Needs.FITS),
    whole=True,
)
def wrong_kind_for_purpose(view: SetView) -> Iterator[Hit]:
    """The document is of a kind that nothing can be built from: an article, a thread, a shop page, a story.

    A team or a coding agent that starts from it builds what its writer happened to mention, or
    invents the rest. Beside specifications, minutes and policies are no such kinds; where nothing else is in the set,
    they are.

    Put the specification in its place, or take it out; for a set that is only read, say `--purpose retrieve`.
    """
    if view.purpose is not Purpose.BUILD:
        return
    alone = _alone(view.measures)
    buildable = sum(d.kind.probability(*_BUILDABLE) >= _BUILDABLE_FROM for d in view.measures.documents)
    others = max(_FEWEST, buildable * _FEW_BUILDABLE) < len(view.measures.documents)
    ordinary: list[Hit] = []
    pages: defaultdict[str, list[Hit]] = defaultdict(list)
    for document in view.measures.documents:
        if is_page_part(document.path):
            continue
        chance = alone or _chance(document)
        evidence = document.kind.evidence or tuple(q for q in (document.first_line,) if q)
        if document.is_prose and document.words >= _FEWEST_WORDS and chance is not None and evidence:
            in_place = alone is None and not _is_page(document) and (others or _has_its_place(document.path))
            hit = Hit(
                message=f"{_what(document)}: not a document to build from, it describes no system",
                evidence=evidence[:MOST_QUOTES],
                confidence=round(chance, 2),
                path=document.path,
                severity=Severity.NOTE
                if in_place
                else _severity(document, chance, view.measures.fits.get(document.path), alone=alone is not None),
                data=facts(kind=document.kind.kind.value, group=document.kind.group.value),
            )
            if in_place and others:
                ordinary.append(hit)
            elif others and hit.severity is Severity.WARNING:
                pages[posixpath.dirname(document.path)].append(hit)
            else:
                yield hit
    sizes = Counter(posixpath.dirname(document.path) for document in view.measures.documents)
    for folder, hits in pages.items():
        is_collection = len(hits) > max(_MOST_SEPARATE, sizes[folder] / 2)
        yield from [_in_one(hits, Severity.WARNING)] if is_collection else hits
    yield from ordinary if len(ordinary) <= _MOST_SEPARATE else [_in_one(ordinary, Severity.NOTE)]


def _in_one(hits: list[Hit], severity: Severity) -> Hit:
    """One hit for the documents of a set that is of another sort than specifications, or for a folder of saved pages."""
    paths = tuple(hit.path for hit in hits if hit.path)
    return Hit(
        message=f"{len(hits)} documents are of kinds that nothing can be built from: the set is not one of specifications",
        evidence=tuple(replace(hit.evidence[0], path=hit.path) for hit in hits[:MOST_QUOTES]),
        confidence=min(hit.confidence for hit in hits),
        severity=severity,
        related=paths,
        data=facts(count=len(hits), members=paths),
    )


def _alone(measures: SetMeasures) -> float | None:
    """The probability that nothing can be built from a set of few documents, each of which is then at fault."""
    few = sum(document.words > 0 for document in measures.documents) <= _MOST_NAMED
    return measures.nothing_to_build if few else None


def _chance(document: DocumentSummary) -> float | None:
    """The probability of a kind that nothing can be built from; ``None`` if it is below what a finding needs."""
    wrong = document.kind.probability(*_NOT_FOR_BUILDING)
    least = _SCRAPED_WARNING_FROM if document.is_scraped else _WARNING_FROM
    return None if document.specifies or wrong < least else wrong


def _severity(document: DocumentSummary, chance: float, fit: Fit | None, *, alone: bool) -> Severity | None:
    if is_test_data(document.path) or (is_sample(document.path) and not alone):
        return Severity.NOTE
    belongs = fit is not None and fit.answer is Answer.YES
    strange = fit is not None and fit.answer is Answer.NO
    # Help pages and proposals in plain words are like articles to the model. Nobody narrates in them, or they are about
    # what the others are about.
    if not _is_page(document) and (belongs or not (strange or _is_told(document))):
        return Severity.WARNING if alone else Severity.NOTE
    if alone:
        return None
    sure = chance >= _ERROR_FROM and document.describes_system.answer is Answer.NO
    return None if sure else Severity.WARNING


def _has_its_place(path: str) -> bool:
    """Whether a document presents its folder or its book, or the folder is for news or for samples."""
    name = PurePosixPath(path)
    return name.name.lower() in _PRESENTING or is_sample(path) or bool(_OF_BOOKS.search(name.stem)) or is_for_news(path)


def _is_page(document: DocumentSummary) -> bool:
    return document.is_scraped or document.comments > 0


def _is_told(document: DocumentSummary) -> bool:
    """Whether someone narrates, or the document is of a kind in which nobody has to."""
    return (
        document.is_narrated
        or document.kind.group not in {Group.ARTICLE, Group.LITERATURE, Group.UNKNOWN}
        or document.kind.kind in _IMPERSONAL
    )


def _what(document: DocumentSummary) -> str:
    """The document's kind or group in words, with the number of reader comments below it."""
    kind = document.kind
    known = kind.kind is not Kind.UNKNOWN
    what = with_article(kind.form or plain_name(kind.kind)) if kind.form or known else _group_name(kind)
    if document.comments and kind.group is not Group.DISCUSSION and kind.form not in _OF_ANSWERS:
        what += f" with a thread of {document.comments} reader comment{'s' if document.comments > 1 else ''}"
    return what


def _group_name(kind: KindMeasure) -> str:
    """The document's group, or the group that is most probable, in words."""
    if kind.group in GROUP_NAMES:
        return GROUP_NAMES[kind.group]
    likeliest = next((group for group, _ in kind.groups if group in GROUP_NAMES), None)
    return f"of doubtful kind, most like {GROUP_NAMES[likeliest]}" if likeliest else "of no kind that can be told"
