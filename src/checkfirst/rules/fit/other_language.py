"""FIT003: the document is in another language than the others."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_test_data
from checkfirst.model.form_names import has_word_of_form, is_in_form
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.needs import Needs
from checkfirst.model.project_files import PROJECT_FILES
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView
from checkfirst.rules.fit._first_lines import first_lines

#: A language is foreign to the set when the set's own has at least so many times its texts; not measured.
_TIMES = 4
#: Documents of one other language above which they are told together, and lines that are quoted then; not measured.
_MOST_SEPARATE, _MOST_QUOTES = 5, 3
#: Words from which a text's language is certain enough; not measured.
_FEWEST_WORDS = 60
#: Languages that their script tells alone, whatever the number of words.
_TOLD_BY_SCRIPT = {"zh", "ja", "ko", "he", "th"}
#: Share of the texts whose language is known from which a language is the set's. Not measured.
_MAIN_SHARE = 0.7
#: Share of the texts with some words from which their language is that of the set: of others it may be unknown. Not measured.
_KNOWN_FROM = 0.4
#: Names of languages in English and in themselves, as folders and files are called.
_NAMES = {
    "de": ("german", "deutsch"),
    "fr": ("french", "francais", "français"),
    "es": ("spanish", "espanol", "español"),
    "it": ("italian", "italiano"),
    "pt": ("portuguese", "portugues", "português"),
    "nl": ("dutch", "nederlands"),
    "pl": ("polish", "polski"),
    "ru": ("russian", "русский"),
    "uk": ("ukrainian",),
    "ja": ("japanese",),
    "zh": ("chinese",),
    "ko": ("korean",),
    "tr": ("turkish",),
    "sv": ("swedish",),
    "da": ("danish",),
    "no": ("norwegian",),
    "fi": ("finnish",),
    "cs": ("czech",),
    "hu": ("hungarian",),
    "ro": ("romanian",),
    "el": ("greek",),
    "bg": ("bulgarian",),
    "ca": ("catalan",),
    "vi": ("vietnamese",),
    "id": ("indonesian",),
    "en": ("english",),
    "he": ("hebrew",),
    "th": ("thai",),
}
#: Codes of countries by which translations are called: ``README_CN.md``.
_COUNTRIES = {
    "cn": "zh",
    "tw": "zh",
    "hk": "zh",
    "vn": "vi",
    "jp": "ja",
    "kr": "ko",
    "br": "pt",
    "ua": "uk",
    "cz": "cs",
}
_COUNTRIES |= {"dk": "da", "se": "sv", "gr": "el", "il": "he"}
_LICENCES = {"license", "licence", "copying", "notice"}
#: Words of a text in the letters of many languages from which it is a warning; not measured.
_WARNING_WORDS = 70
#: What is mostly kept as it was found, whatever language it is in; and code with remarks.
_TABLES = (".xlsx", ".xls", ".ods", ".csv", ".tsv")
_SOURCES = (".pdf", ".epub", ".djvu", ".ps", ".ipynb")
#: Files of programs, which have a few lines of comments.
_OF_PROGRAMS = lazy_re.compile(
    r"(?:make|docker|rake|gem|jenkins|vagrant|proc|just|brew|pip)file|.*\.(?:sty|cls|bst)", re.IGNORECASE
)


@rule(
    code="FIT003",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "it is short, if it is most likely data, such as a program's log, if it is a file of the project, such as its README, if its folder is that of test data, or if "
        "it is a notebook or was not written here, such as a PDF"
    },
    since="0.1.0",
    needs=(Needs.LANGUAGE,),
    whole=True,
)
def other_language(view: SetView) -> Iterator[Hit]:
    """The document is in another language than the others of the set.

    Readers and models that expect one language skip it, or take it for something else.

    Translate it, or keep it in a folder or under a name that gives its language, such as `de/` or `guide.de.md`.
    """
    language = view.measures.language
    texts = [d for d in view.measures.documents if d.is_prose and d.language]
    counts = Counter(d.language for d in texts)
    written = sum(d.is_prose and d.words >= _FEWEST_WORDS for d in view.measures.documents)
    if counts[language] < _MAIN_SHARE * len(texts) or counts[language] < _KNOWN_FROM * written:
        # A set in several languages has none that others are foreign to.
        return
    several: dict[str, list[Hit]] = {}
    for document in texts:
        own = document.language
        rare = counts[own] * _TIMES <= counts[language]
        if own is None or own == language or not rare or _names(document.path, own):
            continue
        if document.words < _FEWEST_WORDS and own not in _TOLD_BY_SCRIPT:
            continue
        if _OF_PROGRAMS.fullmatch(PurePosixPath(document.path).name):
            continue
        if document.kind.kind is Kind.LEGAL or PurePosixPath(document.path).stem.lower() in _LICENCES:
            # Licences are kept in the language in which they hold.
            continue
        name = PurePosixPath(document.path).name
        short = document.words < _WARNING_WORDS and own not in _TOLD_BY_SCRIPT
        minor = short or PROJECT_FILES.match(name) or name.lower().endswith(_SOURCES) or is_test_data(document.path)
        # A program writes its log in its own language.
        minor = minor or document.kind.likeliest_group is Group.DATA
        minor = minor or is_in_form(document.path) or has_word_of_form(name) or name.lower().endswith(_TABLES)
        hit = Hit(
            message=f"in another language ({own}) than the other texts ({language})",
            evidence=first_lines(document),
            confidence=0.95,
            path=document.path,
            severity=Severity.NOTE if minor else None,
            data=facts(language=own, others=language),
        )
        if counts[own] > _MOST_SEPARATE:
            several.setdefault(own, []).append(hit)
        else:
            yield hit
    yield from (_in_one(hits, own, language) for own, hits in several.items())


def _in_one(hits: list[Hit], own: str, language: str | None) -> Hit:
    """One note for a set that has many documents in another language: it may be translated in part."""
    paths = tuple(hit.path for hit in hits if hit.path)
    return Hit(
        message=f"{len(hits)} documents are in another language ({own}) than most ({language})",
        evidence=tuple(replace(hit.evidence[0], path=hit.path) for hit in hits[:_MOST_QUOTES]),
        confidence=0.95,
        severity=Severity.NOTE,
        related=paths,
        data=facts(language=own, others=language, count=len(hits)),
    )


def _names(path: str, language: str) -> bool:
    """Whether a folder or a part of the file's name is the language's code, alone or with a country's."""
    parts = [piece for part in PurePosixPath(path.lower()).parts for piece in part.replace("_", ".").split(".")]
    names = _NAMES.get(language, ())
    return any(
        piece in names
        or any(word in names for word in piece.split("-"))
        or piece == language
        or _COUNTRIES.get(piece) == language
        or piece.startswith(f"{language}-")
        or piece.endswith(f"-{language}")
        for piece in parts
    )
