"""KND: the document is of another kind than what the set is for."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.document import Format, Role
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group, Kind, Purpose, plain_name, with_article
from checkfirst.model.measures import DocumentMeasures, Quote, TraceKind
from checkfirst.model.rule import Hit, Mention, rule
from checkfirst.model.views import DocumentView, SetView
from checkfirst.rules.samples import (
    FILLED_TEMPLATE,
    GOOD_NOTE,
    LISTING,
    LOGIN_PAGE,
    MODEL_ANSWER,
    NOT_FOUND,
    OPEN_TEMPLATE,
    OPINION,
    SPECIFICATION,
    STATUS_TABLE,
)

#: Groups of which nothing can be built. Policies and records stand beside specifications in honest sets.
_NOT_FOR_BUILDING = (Group.ARTICLE, Group.DISCUSSION, Group.COMMERCE, Group.LITERATURE)
#: Summed probability of those groups from which it is an error, and from which a warning; chosen on
#: development families (`python -m benchmarks.lead`).
_ERROR_FROM, _WARNING_FROM = 0.9, 0.75
#: The same for a warning on a page that surely was scraped: what it was scraped from is no specification.
_SCRAPED_WARNING_FROM = 0.6
#: What to call a document whose group is sure and whose kind is not.
_GROUP_NAMES = {
    Group.ARTICLE: "an article",
    Group.DISCUSSION: "a discussion",
    Group.COMMERCE: "a shop page or notice",
    Group.LITERATURE: "a text from a book",
}
_LISTING_FROM = 0.8
_ERROR_PAGE_FROM = 0.8
#: A page that says no more than this can be all error message.
#: Words of a line by which an error page says what it is.
_SAYS_IT = 12
_SHORT_PAGE = 350
_INDEX_NAMES = {
    "index",
    "readme",
    "summary",
    "llms",
    "llms-full",
    "toc",
    "contents",
    "_sidebar",
    "sidebar",
    "links",
    "mkdocs",
}


def _what(measures: DocumentMeasures) -> str:
    """What the document is, in words, with its thread."""
    kind = measures.kind
    named = kind.kind is not Kind.UNKNOWN
    what = with_article(plain_name(kind.kind)) if named else _GROUP_NAMES.get(kind.group, "of no known kind")
    thread = measures.thread
    if thread and kind.group is not Group.DISCUSSION:
        comments = "comment" if len(thread.comments) == 1 else "comments"
        what += f" with a thread of {len(thread.comments)} reader {comments}"
    return what


def _evidence(measures: DocumentMeasures) -> tuple[Quote, ...]:
    quotes = measures.kind.evidence or tuple(q for q in (measures.first_line,) if q)
    return quotes[:3]


@rule(
    code="KND002",
    whole=True,
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=({"ledger.txt": OPINION},),
    silent=({"ledger.md": SPECIFICATION},),
)
def wrong_kind_for_purpose(view: DocumentView) -> Iterator[Hit]:
    """The document is of a kind that nothing can be built from: an article, a thread, a shop page, a story.

    A team or a coding agent that starts from it builds what its writer happened to mention, or
    invents the rest.

    Put the specification in its place, or take it out; for a set that is only read, say `--purpose retrieve`.
    """
    measures = view.measures
    if view.purpose is not Purpose.BUILD or view.document.format in {Format.CODE, Format.DATA, Format.BINARY}:
        return
    wrong = measures.kind.probability(*_NOT_FOR_BUILDING)
    evidence = _evidence(measures)
    least = _SCRAPED_WARNING_FROM if measures.scraped.answer is Answer.YES else _WARNING_FROM
    if measures.describes_system.answer is Answer.YES or wrong < least or not evidence:
        return
    sure = wrong >= _ERROR_FROM and measures.describes_system.answer is Answer.NO
    yield Hit(
        message=f"{_what(measures)}: not a document to build from, it describes no system",
        evidence=evidence,
        confidence=round(wrong, 2),
        severity=None if sure else Severity.WARNING,
    )


@rule(
    code="KND003",
    whole=True,
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=({"rfc7807.md": LOGIN_PAGE}, {"schema.txt": NOT_FOUND}),
    silent=(
        {"errors.md": SPECIFICATION},
        {"note.md": GOOD_NOTE},
        {"status.md": STATUS_TABLE},
        {"entries.md": "A request for an entry that the server has not stored yet gets an error with the code 404.\n"},
    ),
)
def error_or_login_page(view: DocumentView) -> Iterator[Hit]:
    """What was saved is the server's answer instead of the document: not found, log in, prove you are human.

    Fetches like this "succeed" for weeks, for the file is there and has text in it.

    Fetch the document again, logged in where it needs that, and look at what came.
    """
    measures = view.measures
    if view.document.format in {Format.CODE, Format.DATA, Format.BINARY}:
        return
    listed = [s.span for s in measures.segments if s.role in {Role.TABLE, Role.CODE}]
    phrases = tuple(
        trace
        for trace in measures.traced(TraceKind.ERROR_PHRASE)
        if not any(s.start_line <= trace.quote.span.start_line <= s.end_line for s in listed)
    )
    likely = measures.kind.probability(Kind.ERROR_PAGE)
    words = measures.statistics.words
    # An error page says it in a line of its own; a sentence that speaks of an error is about one.
    said = bool(phrases) and len(phrases[0].quote.text.split()) <= _SAYS_IT
    telling = len(phrases) >= 2 or (said and phrases[0].quote.span.start_line <= 6 and words <= 120)
    technical = measures.kind.probability(Group.TECHNICAL, Group.DATA) >= 0.7 and words > 150
    if phrases and telling and words <= _SHORT_PAGE and not technical:
        confidence = 0.97 if len(phrases) >= 2 else 0.93
    elif (
        likely >= _ERROR_PAGE_FROM
        and words <= 3 * _SHORT_PAGE
        and (phrases or (likely >= 0.95 and measures.language == "en"))
    ):
        confidence = round(likely, 2)
    else:
        return
    evidence = tuple(trace.quote for trace in phrases[:3]) or _evidence(measures)
    if evidence:
        yield Hit(message="an error, login or waiting page, not the document", evidence=evidence, confidence=confidence)


@rule(
    code="KND004",
    whole=True,
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"storage-design.md": LISTING},),
    silent=({"storage-design.md": SPECIFICATION}, {"SUMMARY.md": LISTING}),
)
def only_a_listing(view: DocumentView) -> Iterator[Hit]:
    """The document only lists other pages: titles and links, no content of its own.

    Often the folder page was saved instead of the page that it leads to.

    Follow the listing to the document that was meant, and save that.
    """
    measures = view.measures
    name = PurePosixPath(view.document.path)
    if name.stem.lower() in _INDEX_NAMES or view.document.format in {Format.CODE, Format.DATA, Format.BINARY}:
        return
    likely = measures.kind.probability(Kind.INDEX_LISTING)
    bare = measures.listing.share >= 0.8 and measures.listing.linked >= 6
    if (
        view.purpose is Purpose.BUILD
        and (likely >= _LISTING_FROM or bare)
        and measures.describes_system.answer is not Answer.YES
    ):
        evidence = measures.listing.quotes or _evidence(measures)
        if evidence:
            message = "only a listing of other pages, with no content of its own"
            yield Hit(message=message, evidence=evidence[:3], confidence=round(max(likely, 0.95 if bare else 0.0), 2))


@rule(
    code="KND005",
    sees=DocumentView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"design.md": MODEL_ANSWER},),
    silent=({"design.md": SPECIFICATION},),
)
def model_boilerplate(view: DocumentView) -> Iterator[Hit]:
    """A chat model's talk to its user was left in the document: "Certainly! Here is …", "As an AI language model".

    Nobody read the text closely before it was saved, so nobody vouches for the rest of it.

    Read the whole document against its sources, and take the talk out.
    """
    count = view.measures.statistics.lines
    quotes = tuple(
        trace.quote
        for trace in view.measures.traced(TraceKind.MODEL_PHRASE)
        if trace.quote.span.start_line <= 4 or trace.quote.span.start_line >= count - 4
    )
    if quotes:
        yield Hit(message="a chat model's talk to its user was left in", evidence=quotes[:3], confidence=0.95)


@rule(
    code="KND006",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    fires=({"requirements.md": OPEN_TEMPLATE},),
    silent=({"requirements.md": FILLED_TEMPLATE}, {"templates/requirements.md": OPEN_TEMPLATE}),
)
def unfilled_template(view: DocumentView) -> Iterator[Hit]:
    """A template whose blanks were never filled in.

    It has the headings of a specification and the content of none.

    Fill it in, or take it out of the set; keep templates in a folder named `templates`.
    """
    name = view.document.path.lower()
    if "template" in name or "example" in PurePosixPath(name).stem:
        return
    blanks = view.measures.traced(TraceKind.TEMPLATE)
    filled = max(1, view.measures.statistics.lines - view.measures.statistics.blank_lines)
    share = len(blanks) / filled
    if len(blanks) >= 3 and share >= 0.08:
        sure = len(blanks) >= 5 and share >= 0.15
        yield Hit(
            message=f"a template never filled in: {len(blanks)} blanks are left",
            evidence=tuple(trace.quote for trace in blanks[:3]),
            confidence=0.97 if sure else 0.9,
            severity=None if sure else Severity.WARNING,
        )


#: Groups that a document declared to be of a kind may be of, for the borders between them are soft.
_MAY_BE = {
    Kind.SPECIFICATION: (Group.TECHNICAL, Group.RESEARCH, Group.DATA, Group.POLICY),
    Kind.REFERENCE: (Group.TECHNICAL, Group.RESEARCH, Group.DATA),
    Kind.TUTORIAL: (Group.TECHNICAL, Group.RESEARCH, Group.ARTICLE, Group.LITERATURE),
    Kind.CHANGELOG: (Group.TECHNICAL, Group.ARTICLE, Group.RECORD, Group.DATA),
    Kind.MEETING_NOTES: (Group.RECORD, Group.DISCUSSION, Group.POLICY),
    Kind.TRANSCRIPT: (Group.RECORD, Group.DISCUSSION, Group.ARTICLE, Group.LITERATURE),
    Kind.ACADEMIC_PAPER: (Group.RESEARCH, Group.TECHNICAL, Group.LITERATURE),
    Kind.LEGAL: (Group.POLICY,),
}
#: Probability of those groups together below which the document is of none; and of its own group.
_NONE_BELOW, _OTHER_FROM = 0.05, 0.85
_SPECIFIED = "# Documents\n\n- [Ledger specification](ledger.md)\n"


@rule(
    code="KND001",
    whole=True,
    sees=SetView,
    severity=Severity.WARNING,
    since="0.1.0",
    fires=({"INDEX.md": _SPECIFIED, "ledger.md": OPINION},),
    silent=({"INDEX.md": _SPECIFIED, "ledger.md": SPECIFICATION}, {"INDEX.md": _SPECIFIED, "ledger.md": GOOD_NOTE}),
)
def not_the_declared_kind(view: SetView) -> Iterator[Hit]:
    """The index, or the file's own name, says that the document is of one kind, and it is of another.

    Readers trust the word: minutes listed as a specification are built from.

    Put the right document in its place, or say what this one is.
    """
    by_id = {document.path: document for document in view.measures.documents}
    for declared in view.measures.declared:
        kind = by_id[declared.path].kind
        sure = max((p for _, p in kind.groups), default=0.0)
        # Error pages and listings have rules of their own.
        if (
            kind.group in {Group.UNKNOWN, Group.SHELL}
            or sure < _OTHER_FROM
            or kind.probability(*_MAY_BE[declared.kind]) > _NONE_BELOW
        ):
            continue
        what = plain_name(kind.kind) if kind.kind is not Kind.UNKNOWN else _GROUP_NAMES.get(kind.group, kind.group)
        by = f"listed as {with_article(plain_name(declared.kind))}" if declared.entry else "by its name"
        entry = declared.entry
        evidence = kind.evidence or tuple(q for q in (by_id[declared.path].first_line,) if q)
        if evidence:
            said = what if what in _GROUP_NAMES.values() else with_article(what)
            wanted = with_article(plain_name(declared.kind))
            where = (" in ", Mention(span=entry.quote.span, path=entry.index)) if entry else (f" {wanted}",)
            yield Hit(
                message=(by, *where, f", but it is {said}"),
                related=(entry.index,) if entry else (),
                evidence=evidence[:3],
                confidence=round(sure, 2),
                path=declared.path,
            )


RULES = (
    wrong_kind_for_purpose,
    error_or_login_page,
    only_a_listing,
    model_boilerplate,
    unfilled_template,
)

SET_RULES = (not_the_declared_kind,)
