"""The claim in words that follow the document's name."""

from collections import defaultdict
from typing import Final

from checkfirst.claims.signs import AT_ENTRY, Sign, Signed, Source
from checkfirst.model.claim import Claim, ClaimStatus, Promise
from checkfirst.model.finding import Finding
from checkfirst.model.kinds import GROUP_NAMES, Answer, Group, Kind, plain_name, with_article
from checkfirst.model.report import DocumentReport
from checkfirst.safe_text import printable, shortened

#: The fields of a finding with the name of a type, and with the title of the page that the file is.
_TITLE_OF_TYPE, _PAGE_TITLE = "title", "page_title"
#: The field of a finding at an entry with the entry's title.
_ENTRY_TITLE: Final = "entry_title"
#: Characters of an entry's title.
_TITLE: Final = 60


def as_promised(document: DocumentReport, promise: Promise | None) -> Claim:
    """The claim about a document that nothing speaks against."""
    kind = document.measures.kind
    untold = kind.kind in {Kind.UNKNOWN, Kind.ERROR_PAGE}
    what = "has nothing that speaks against it" if untold else f"is {with_article(plain_name(kind.kind))}"
    fits = "has nothing that speaks against its entry" if untold else "fits its entry"
    return Claim(
        status=ClaimStatus.AS_PROMISED,
        text=f"{fits}, {_entry(promise)}" if promise else what,
        confidence=kind.confidence,
        promise=promise,
    )


def worded(status: ClaimStatus, document: DocumentReport, supporting: list[Signed], promise: Promise | None) -> str:
    """What the document is, by the finding that says most, and what its entry promises instead."""
    sign, finding = supporting[0]
    # A file may have several entries: a finding at one of them speaks of that one.
    promise = entry_of(finding) or promise
    sources = {s.sign.source for s in supporting}
    text = _sentence(sign, finding) if sign.text else f"is {_kind(document)}"
    if status in {ClaimStatus.WRONG, ClaimStatus.UNSURE} and sources & {Source.PAGE, Source.THREAD}:
        text = f"is {_page(document)}"
    if status is ClaimStatus.UNSURE:
        return f"may be something else: {text.removeprefix('is ')}"
    if status is ClaimStatus.WRONG and promise and sign.source is not Source.LANGUAGE:
        return f"{text}, not {_entry(promise)}"
    if status is ClaimStatus.SUPERSEDED and promise and finding.path != document.path:
        return f"{text} ({_entry(promise)})"
    return text


def entry_of(finding: Finding) -> Promise | None:
    """The entry at which a finding about its file stands; ``None`` for a finding at the document itself."""
    title = dict(finding.data).get(_ENTRY_TITLE)
    if finding.code not in AT_ENTRY or not isinstance(title, str):
        return None
    first = finding.evidence[0]
    return Promise(path=first.path, place=first.place, title=title, quote=first.quote)


def _sentence(sign: Sign, finding: Finding) -> str:
    """The sign's text with the values of the finding."""
    values = {name: printable(str(value)) for name, value in finding.data}
    if page := values.get(_PAGE_TITLE):
        # The title of a page often says already what was fetched in the document's place.
        values[_TITLE_OF_TYPE] = f"{values.get(_TITLE_OF_TYPE, '')} titled “{page}”"
    return sign.text.format_map(defaultdict(lambda: "another type", values))


def _entry(promise: Promise) -> str:
    return f"“{shortened(printable(promise.title), _TITLE)}” of {printable(promise.path)}:{promise.place.start_line}"


def _kind(document: DocumentReport) -> str:
    """The document's kind, or its group where the kind is not known."""
    kind = document.measures.kind
    if kind.form or kind.kind is not Kind.UNKNOWN:
        return with_article(kind.form or plain_name(kind.kind))
    likeliest = next((group for group, _ in kind.groups if group in GROUP_NAMES), None)
    return GROUP_NAMES[likeliest] if likeliest else "a document of another kind"


def _page(document: DocumentReport) -> str:
    """A saved page, by its kind where that is known, with the number of comments on it."""
    kind, thread = document.measures.kind, document.thread
    known = kind.kind is not Kind.UNKNOWN and kind.group in {Group.ARTICLE, Group.DISCUSSION, Group.COMMERCE}
    noun = kind.form or (plain_name(kind.kind) if known else "web page")
    saved = document.measures.scraped.answer is Answer.YES
    what = f"a saved {noun}" if saved or not known else with_article(noun)
    if thread and kind.group is not Group.DISCUSSION:
        count = len(thread.comments)
        what += f" with {count} reader comment{'s' if count != 1 else ''}"
    return what
