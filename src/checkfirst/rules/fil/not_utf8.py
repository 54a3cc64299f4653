"""FIL015: the file is in another encoding than UTF-8."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.formats import Trait
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

#: Names of encodings whose bytes are UTF-8.
_UTF8 = {"utf-8", "utf8", "ascii", "us-ascii", "utf-8-sig"}
#: UTF-16 whose bytes don't say so: with a byte-order mark it is called "utf-16".
_UNMARKED = {"utf-16-le", "utf-16-be"}


@rule(
    code="FIL015",
    sees=DocumentView,
    severity=Severity.NOTE,
    also={Severity.WARNING: "it is prose in UTF-16 without a byte-order mark"},
    since="0.2.0",
)
def not_utf8(view: DocumentView) -> Iterator[Hit]:
    """The file is not UTF-8, which most programs that load documents expect.

    They stop with an error, or show other letters than were written. UTF-16 without a byte-order mark is read as UTF-8
    without an error, with a NUL beside every letter: no search finds a word, and a model gets noise.

    Save it as UTF-8, or tell whoever loads it which encoding it has.
    """
    encoding = view.document.encoding
    if encoding and encoding.lower() not in _UTF8:
        unmarked = encoding.lower() in _UNMARKED and Trait.PROSE in view.document.traits
        message = "the encoding is UTF-16 without a byte-order mark: read as UTF-8, it has a NUL beside every letter"
        yield Hit(
            message=message if unmarked else f"not UTF-8: read as {encoding}",
            evidence=(view.start,),
            confidence=0.95 if unmarked else 0.9,
            severity=Severity.WARNING if unmarked else None,
            data=facts(encoding=encoding),
        )
