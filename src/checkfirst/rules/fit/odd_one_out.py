"""FIT001: the document is like none of the others."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.fit import Fit
from checkfirst.model.folder_names import is_page_part, is_specimen
from checkfirst.model.kinds import Answer
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView
from checkfirst.rules.fit._first_lines import first_lines
from checkfirst.rules.sorts import is_large, is_strange, usual_groups

#: Probability of being an outlier from which it is a warning; below, it is a note. Not measured. It is no error however
#: likely: a sound set may hold one document of its own sort.
_WARNING_FROM = 0.8
#: Share of the texts of a set that are compared below which an outlier among them is no more than a note; not measured.
_COMPARED_FROM = 0.25
#: Words below which a text is too short for more than a note; not measured.
_WARNING_WORDS = 100
#: Pages that sites and repositories have whatever they are about: licences and agreements by their names, what the law asks
#: for, and words that a spell checker is to know.
_EVERYWHERE: Final = lazy_re.compile(
    r"unlicen[cs]e|(?:epl|l?gpl|agpl|mpl|cddl|cc0|cc-by(?:-\w\w)*|apache|bsd|mit|isc|boost|zlib)(?:[-_ ]?(?:v?\d[\d.]*|licen[cs]e|clause))*"
    r"|(?:privacy|cookies?|refund|acceptable[-_ ]use)(?:[-_ ](?:policy|notice|statement))?|terms(?:[-_ ](?:of[-_ ](?:use|service)|and[-_ ]conditions))?"
    r"|(?:third|3rd)[-_ ]?part(?:y|ies)[-_ ]?(?:software[-_ ]?)?(?:notices?|licen[cs]es?|attributions?)?|notices?|copying|copyright|licen[cs]es?|credits|attributions?"
    r"|i?c?cla|dco|(?:individual|corporate)?[-_ ]?contributor[-_ ]licen[cs]e[-_ ]agreement|developer[-_ ]certificate(?:[-_ ]of[-_ ]origin)?"
    r"|\.?(?:spell(?:ing|check)?[-_ ]?)?(?:word[-_ ]?list|words|dictionary|wörterbuch|allow(?:ed)?[-_ ]words)|spelling"
    r"|acknowledge?ments?|authors|contributors|maintainers|(?:[\w-]{1,60}[-_ ])?code[-_ ]of[-_ ]conduct"
    r"|imprint|impressum|datenschutz(?:erklärung)?|mentions[-_ ]légales|aviso[-_ ]legal|disclaimer",
    re.IGNORECASE,
)
#: The ends of names of what is agreed upon, and folders that hold nothing else.
_AGREED: Final = lazy_re.compile(r"(?:^|[-_. ])(?:agreement|waiver|nda|i?c?cla|owfa)[-_. v\d]{0,8}$", re.IGNORECASE)
_AGREEMENTS: Final = frozenset(("agreements", "signed-agreements", "licenses", "licences", "legal", "clas"))
#: Characters of the shortest name that another one is made from. Not measured.
_NAME: Final = 8
_NOTEBOOK: Final = ".ipynb"
#: The licence of a font, a library or a picture under the name of that, by its first line.
_LICENCE_LINE: Final = lazy_re.compile(
    r"\W{0,4}(?:(?:copyright|©|\(c\))\b.{0,60}\d{4}|(?:the )?[\w. -]{0,40}\b(?:licen[cs]e|lizenz|licencia)\W*(?:v\S+|version .{0,40})?$)",
    re.IGNORECASE,
)
#: What spec-driven development keeps in the folder of a feature: documents of one subject and of different forms (Spec Kit,
#: OpenSpec, Kiro).
_OF_FEATURE: Final = frozenset(
    [
        "spec.md",
        "plan.md",
        "tasks.md",
        "research.md",
        "data-model.md",
        "quickstart.md",
        "design.md",
        "requirements.md",
        "proposal.md",
    ]
)


@rule(
    code="FIT001",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: f"the probability that it is an outlier is below {_WARNING_FROM}, if it has fewer than {_WARNING_WORDS} words, if "
        "few texts of the set are compared, if the set is large and it is of no sort that the others are not of, if an index lists it under its own title, if its folder is that of "
        "test data or of samples, if it is a notebook, if its name or first line is that of a licence or a legal notice, if it stands in a folder for tools, or if its name is made from that of a document beside it"
    },
    since="0.1.0",
    needs=(Needs.FITS, Needs.PROMISES),
    whole=True,
)
def odd_one_out(view: SetView) -> Iterator[Hit]:
    """The document is like none of the others, which are like one another in subject, vocabulary and form.

    Most often it was saved into the wrong folder, or fetched from the wrong address.

    Look at it; take it out, or put it where it belongs.
    """
    entries = {(entry.listed, entry.title.casefold()) for entry in view.measures.entries}
    by_path = view.measures.by_path
    usual, large = usual_groups(view.measures.documents), is_large(view.measures.documents)
    broken = {promise.entry.listed for promise in view.measures.broken_promises}
    names = frozenset(PurePosixPath(known).with_suffix("").as_posix() for known in by_path)
    prose = sum(document.is_prose for document in by_path.values())
    # Where most documents are such as every project has (README), what is left was not put together for one subject.
    few = len(view.measures.fits) < _COMPARED_FROM * prose
    for path, fit in view.measures.fits.items():
        if fit.answer is Answer.NO and not _is_of_feature(path, by_path) and not is_page_part(path):
            # A notebook among texts is there for its numbers.
            meant = (
                few
                or path.lower().endswith(_NOTEBOOK)
                or is_specimen(path)
                or _is_everywhere(by_path[path])
                or by_path[path].is_hidden
                or _is_attached(path, names)
            )
            meant = meant or (path, (by_path[path].title or "").casefold()) in entries
            meant = meant or (large and path not in broken and not is_strange(by_path[path], usual))
            yield _odd(by_path[path], fit, len(view.measures.fits), meant=meant)


def _is_of_feature(path: str, paths: Collection[str]) -> bool:
    """Whether a document and another one in its folder are the parts of a feature, each of another form."""
    folder, name = PurePosixPath(path).parent, PurePosixPath(path).name
    others = (f"{folder / other}" for other in _OF_FEATURE if other != name)
    return name in _OF_FEATURE and any(other in paths for other in others)


def _is_attached(path: str, names: Collection[str]) -> bool:
    """Whether a name begins with that of another document in its folder: the slides of a meeting beside its minutes."""
    own = PurePosixPath(path).with_suffix("").as_posix()
    ends = (n for n, sign in enumerate(own) if sign in "-_. " and n - own.rfind("/") > _NAME)
    return any(own[:end] in names for end in ends)


def _is_everywhere(document: DocumentSummary) -> bool:
    """Whether it is a licence, an agreement or a legal notice, by its name, its folder or its first line."""
    path = PurePosixPath(document.path)
    if _EVERYWHERE.fullmatch(path.stem) or _AGREED.search(path.stem):
        return True
    if not _AGREEMENTS.isdisjoint(map(str.lower, path.parts[:-1])):
        return True
    return document.first_line is not None and _LICENCE_LINE.match(document.first_line.text) is not None


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


def _severity(chance: float, words: int) -> Severity:
    return Severity.WARNING if chance >= _WARNING_FROM and words >= _WARNING_WORDS else Severity.NOTE
