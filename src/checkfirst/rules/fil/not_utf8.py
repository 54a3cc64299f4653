"""FIL015: the file is in another encoding than UTF-8."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

#: Names of encodings whose bytes are UTF-8.
_UTF8 = {"utf-8", "utf8", "ascii", "us-ascii", "utf-8-sig"}


@rule(
    code="FIL015",
    sees=DocumentView,
    severity=Severity.NOTE,
    since="0.2.0",
)
def not_utf8(view: DocumentView) -> Iterator[Hit]:
    """The file is not UTF-8, which most programs that load documents expect.

    They stop with an error, or show other letters than were written.

    Save it as UTF-8, or tell whoever loads it which encoding it has.
    """
    encoding = view.document.encoding
    if encoding and encoding.lower() not in _UTF8:
        yield Hit(
            message=f"not UTF-8: read as {encoding}",
            evidence=(view.start,),
            confidence=0.9,
            data=facts(encoding=encoding),
        )
