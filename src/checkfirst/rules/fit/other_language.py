"""FIT003: the document is in another language than the others."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView
from checkfirst.rules.fit._first_lines import first_lines

#: A language is foreign to the set when the set's own has at least so many times its texts; not measured.
_TIMES = 5
#: Words from which a text's language is certain enough; not measured.
_FEWEST_WORDS = 100


@rule(
    code="FIT003",
    sees=SetView,
    severity=Severity.WARNING,
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
    for document in texts:
        own = document.language
        rare = counts[own] * _TIMES <= counts[language]
        if own is None or own == language or not rare or document.words < _FEWEST_WORDS or _names(document.path, own):
            continue
        # Kinds are known of English texts alone, so they are a second opinion: a list of names may look like any language.
        if (language == "en") == bool(document.kind.kinds):
            continue
        yield Hit(
            message=f"in another language ({own}) than the other texts ({language})",
            evidence=first_lines(document),
            confidence=0.95,
            path=document.path,
            data=facts(language=own, others=language),
        )


def _names(path: str, language: str) -> bool:
    """Whether a folder or a part of the file's name is the language's code, alone or with a country's."""
    parts = [piece for part in PurePosixPath(path.lower()).parts for piece in part.replace("_", ".").split(".")]
    return any(
        piece == language or piece.startswith(f"{language}-") or piece.endswith(f"-{language}") for piece in parts
    )
