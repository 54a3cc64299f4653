"""FIL016: the file is there, and its text is not."""

from collections.abc import Iterator

from checkfirst.model.content import StubReason
from checkfirst.model.entries import StubDocument
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView

#: Confidence in a stub whose text somebody counts on, and in others; not measured.
_SURE, _LISTED = 0.95, 0.85
_MESSAGES = {
    StubReason.PATH: "holds the path of another file and nothing else, as a symbolic link that was saved as text does",
    StubReason.NO_TEXT: "a title without any text below it",
    StubReason.UNWRITTEN: "a stub: it says only that its text is still to be written",
    StubReason.NO_SENTENCE: "a few words and no sentence",
    StubReason.ANSWER: "the answer of an interface that refused, and no document",
}

#: Reasons for which it is no page still to be written.
_NEVER_WRITTEN = {StubReason.PATH, StubReason.ANSWER}


@rule(
    code="FIL016",
    sees=SetView,
    severity=Severity.NOTE,
    also={
        Severity.WARNING: "an index lists it, or it is the only document of a set to build from",
    },
    since="0.2.0",
    needs=(Needs.TEXT,),
)
def stub(view: SetView) -> Iterator[Hit]:
    """The file is a stub: a title, "coming soon", the path of another file, or a few words in place of a document.

    It is listed and counted like any document, so nobody notices that what it should say is nowhere.

    Write the document, fetch it again, or take the file out of the index.
    """
    for document in view.measures.stubs:
        entry = document.entry
        promise = f"; {entry.index} lists it as {entry.title!r}" if entry else ""
        yield Hit(
            message=_MESSAGES[document.stub.reason] + promise,
            evidence=(document.stub.quote,),
            confidence=_SURE if _is_missed(document) else _LISTED,
            path=document.path,
            severity=_severity(document, view.purpose),
            related=(entry.index,) if entry else (),
            data=facts(reason=document.stub.reason.value, entry_title=entry.title if entry else None),
        )


def _severity(document: StubDocument, purpose: Purpose) -> Severity | None:
    if document.entry is None:
        return Severity.WARNING if document.alone and purpose is Purpose.BUILD else None
    return Severity.WARNING


def _is_missed(document: StubDocument) -> bool:
    """Whether somebody counts on its text: an entry says what is in it, and it says nothing of that, or it is alone; or
    whether it never was a text.

    Pages that are still to be written stand in many a sound index.
    """
    entry = document.entry
    if document.stub.reason in _NEVER_WRITTEN:
        return True
    return document.alone if entry is None else bool(entry.description) and not document.related
