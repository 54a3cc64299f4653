"""KND003: the server's answer was saved instead of the document."""

from collections.abc import Iterator

from checkfirst.model.document import Role
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.measures import TraceKind
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.knd._kinds import UNWRITTEN, evidence_of

#: Probability of being such a page from which it is one.
_ERROR_PAGE_FROM = 0.8
#: Words of a line by which an error page says what it is.
_SAYS_IT = 12
#: A page that says no more words than this can be all error message.
_SHORT_PAGE = 350


@rule(
    code="KND003",
    sees=DocumentView,
    severity=Severity.ERROR,
    since="0.1.0",
    whole=True,
)
def error_or_login_page(view: DocumentView) -> Iterator[Hit]:
    """What was saved is the server's answer instead of the document: not found, log in, prove you are human.

    Fetches like this "succeed" for weeks, for the file is there and has text in it.

    Fetch the document again, logged in where it needs that, and look at what came.
    """
    measures = view.measures
    if view.document.format in UNWRITTEN:
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
    evidence = tuple(trace.quote for trace in phrases[:3]) or evidence_of(measures)
    if evidence:
        yield Hit(message="an error, login or waiting page, not the document", evidence=evidence, confidence=confidence)
