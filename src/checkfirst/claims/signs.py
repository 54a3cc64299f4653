"""What a finding of each rule says about its document, and on what it rests."""

from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from checkfirst.model.claim import ClaimStatus
from checkfirst.model.finding import Finding
from checkfirst.model.quick_enum import QuickEnum


class Source(QuickEnum):
    """What a finding rests on. Findings of one source are one sign; those of two sources are independent ones."""

    BYTES = "bytes"
    """The file's bytes and their type."""
    FORM = "form"
    """How little of it there is, what it leaves blank, how it ends."""
    KIND = "kind"
    """The kind by its words and layout."""
    PAGE = "page"
    """What surrounds the text of a web page."""
    THREAD = "thread"
    ANSWER = "answer"
    """The phrases of a server's or a chat model's answer."""
    LINKS = "links"
    """How much of it are links."""
    PROMISE = "promise"
    """The words of its entry in an index."""
    FIT = "fit"
    """The other documents of the set."""
    LANGUAGE = "language"
    STATUS = "status"
    """What it says of its own standing."""
    LIKENESS = "likeness"
    """Its likeness to another document."""


class Sign(Struct, frozen=True, kw_only=True):
    """What a finding of one rule speaks for."""

    status: ClaimStatus
    source: Source
    alone: bool = True
    """Whether it can carry a claim; if not, it only supports one that another sign carries."""
    notes: bool = False
    """Whether a note counts, too, as a weak sign. Other notes say that the document is meant to be so."""
    text: str = ""
    """What it says, with the fields of the finding's data in braces; empty where the document's kind tells it."""


def _sign(status: ClaimStatus, source: Source, text: str = "", *, alone: bool = True, notes: bool = False) -> Sign:
    return Sign(status=status, source=source, alone=alone, notes=notes, text=text)


_S, _O = ClaimStatus, Source
#: By code. Rules about links, indexes and gaps are not here: a document with a dead link is still the document.
SIGNS: Final = {
    "FIL001": _sign(_S.WRONG, _O.BYTES, "is {title}, not {named_title} as its name says"),
    "FIL002": _sign(_S.DAMAGED, _O.BYTES, "holds bytes that are no text"),
    "FIL003": _sign(_S.DAMAGED, _O.BYTES, "holds characters that were decoded with the wrong encoding"),
    "FIL004": _sign(_S.INCOMPLETE, _O.FORM, "holds no text"),
    "FIL005": _sign(_S.INCOMPLETE, _O.FORM, "breaks off", notes=True),
    "FIL006": _sign(_S.DAMAGED, _O.BYTES, "cannot be read: it is damaged or locked"),
    "FIL008": _sign(_S.INCOMPLETE, _O.BYTES, "is a pointer to a document that was not fetched"),
    "FIL009": _sign(_S.DAMAGED, _O.BYTES, "holds pages without text"),
    "FIL010": _sign(_S.DAMAGED, _O.FORM, "holds the markers of an unfinished merge"),
    "FIL013": _sign(_S.DAMAGED, _O.FORM, "holds damaged text"),
    "FIL015": _sign(_S.DAMAGED, _O.BYTES, "is UTF-16 without a mark that says so"),
    "FIL016": _sign(_S.INCOMPLETE, _O.FORM, "is a stub", notes=True),
    "KND001": _sign(_S.WRONG, _O.KIND),
    "KND002": _sign(_S.WRONG, _O.KIND, notes=True),
    "KND003": _sign(_S.WRONG, _O.ANSWER, "is an error, login or waiting page"),
    "KND004": _sign(_S.WRONG, _O.LINKS, "is only a listing of other pages"),
    "KND005": _sign(_S.WRONG, _O.ANSWER, "is a chat model's answer to its user"),
    "KND006": _sign(_S.INCOMPLETE, _O.FORM, "is a template that is not filled in"),
    "WEB001": _sign(_S.WRONG, _O.PAGE),
    "WEB002": _sign(_S.WRONG, _O.THREAD),
    "WEB004": _sign(_S.WRONG, _O.PAGE, alone=False),
    "WEB005": _sign(_S.WRONG, _O.PAGE, alone=False),
    "WEB006": _sign(_S.WRONG, _O.PAGE),
    "FIT001": _sign(_S.WRONG, _O.FIT, "is like none of the other documents", notes=True),
    "FIT002": _sign(_S.WRONG, _O.FIT, alone=False, notes=True),
    "FIT003": _sign(_S.WRONG, _O.LANGUAGE, "is in another language ({language}) than the others ({others})"),
    "IDX004": _sign(_S.WRONG, _O.PROMISE, "is about something else", notes=True),
    "IDX005": _sign(_S.WRONG, _O.PROMISE, "is about something else", notes=True),
    "IDX010": _sign(_S.SUPERSEDED, _O.STATUS, "{says}"),
    "DUP001": _sign(_S.COPY, _O.LIKENESS, "is a copy of {other}"),
    "DUP002": _sign(_S.COPY, _O.LIKENESS, "is nearly the same as {other}"),
    "DUP003": _sign(_S.SUPERSEDED, _O.LIKENESS, "is an older version of {other}"),
    "DUP005": _sign(_S.COPY, _O.LIKENESS, "is contained in {other}"),
    # One cause with the copy that it is.
    "SAF009": _sign(_S.COPY, _O.LIKENESS, "wraps {other} and changes it"),
}
#: Rules whose findings stand at the entry of the index and are about the file that it lists.
AT_ENTRY: Final = frozenset({"IDX004", "IDX005"})
#: What the findings of such a rule call that file, and the version that it states.
_TARGET: Final = "target_path"
_VERSION: Final = "found_version"
#: Whether the entry alone is wrong, for the file's name and text agree.
_ENTRY_ALONE: Final = "entry_alone"


class Signed(NamedTuple):
    """A finding with what it speaks for."""

    sign: Sign
    finding: Finding

    @property
    def sort_key(self) -> tuple[bool, bool, int, float, str]:
        """The one that says most about what the document is comes first."""
        from_outside = self.sign.source in {Source.PROMISE, Source.FIT}
        return (
            not self.sign.alone,
            from_outside,
            self.finding.severity.rank,
            -self.finding.confidence,
            self.finding.code,
        )


def document_of(finding: Finding) -> str | None:
    """Path of the document that a finding is about, where it is a sign; for one at an entry, the file listed there."""
    if finding.code not in SIGNS:
        return None
    if finding.code in AT_ENTRY:
        data = dict(finding.data)
        target = None if data.get(_ENTRY_ALONE) else data.get(_TARGET)
        return target if isinstance(target, str) else None
    return finding.path


def sign_of(finding: Finding) -> Sign:
    """The sign that a finding is; an entry that names another version than its file says that the file is outdated."""
    sign = SIGNS[finding.code]
    if _VERSION in dict(finding.data):
        return replace(sign, status=ClaimStatus.SUPERSEDED, text="is of another version than its entry says")
    return sign
