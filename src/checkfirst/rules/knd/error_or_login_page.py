"""KND003: the server's answer was saved instead of the document."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst import lazy_re
from checkfirst.model.document import Document, Format, Role
from checkfirst.model.error_page_names import is_own_error_page, page_stem
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_page_part, is_specimen
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.languages import ENGLISH
from checkfirst.model.losses import LossKind
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.traces import Trace, TraceKind
from checkfirst.model.views import DocumentView
from checkfirst.rules.knd._kinds import MOST_QUOTES, NOT_PROSE, evidence_of

#: Probability of the kind from which a document is an error page where it has a phrase of one, and where it has none.
#: No measurement chose this number or those below; ``python -m benchmarks.lead`` measures the rule as a whole.
_ERROR_PAGE_FROM, _ERROR_PAGE_ALONE_FROM = 0.8, 0.95
#: Phrases of error pages that are proof in a short page, whatever lines they are in.
_PHRASES_FROM = 2
#: One phrase is proof when its line has at most so many words, is among the first lines, and the page has few words.
_STATEMENT_WORDS, _STATEMENT_LINES, _STATEMENT_PAGE_WORDS = 12, 6, 120
#: Words that an error page has at most: by its phrases, and by its kind.
_MOST_WORDS, _MOST_WORDS_BY_KIND = 350, 1_050
#: A longer document that is so likely technical or data is about errors, not an error.
_TECHNICAL_FROM, _TECHNICAL_WORDS = 0.7, 150
#: Headings below the title, and words, from which a short text has sections and is about errors; not measured.
_SECTIONS_FROM, _SECTIONED_WORDS = 2, 70
#: Confidence in an answer that is told by its form; not measured.
_BY_FORM = 0.95
#: Confidence in an answer that is told by its words, none of which only a server writes; not measured.
_BY_WORDS = 0.9
#: The highest confidence in one that is told by its kind; not measured.
_BY_KIND = 0.85
#: Most words of a page that a script is to fill; not measured.
_SHELL_WORDS = 25
#: A part of a page, and folders of pages about errors.
_PART = lazy_re.compile(r"_\w")
_OF_ERRORS = lazy_re.compile(
    r"errors?|error[-_ ]codes?|troubleshooting|faqs?|fehler|erreurs|errores|errori|erros", re.IGNORECASE
)
#: Why a page has few words: a script or a site fills it.
_FILLED_LATER = (LossKind.PAGE_TEMPLATE, LossKind.DRAWN, LossKind.VIEWER)
#: Suffixes of templates, which a program fills; an address has none of them.
_TEMPLATES = frozenset(
    (
        ".erb",
        ".ejs",
        ".eex",
        ".heex",
        ".haml",
        ".slim",
        ".hbs",
        ".handlebars",
        ".mustache",
        ".twig",
        ".jinja",
        ".jinja2",
        ".j2",
        ".njk",
        ".liquid",
        ".pug",
        ".tmpl",
        ".gohtml",
        ".ftl",
        ".cshtml",
        ".razor",
        ".vue",
        ".svelte",
        ".astro",
    )
)
#: Such names of pages, which other documents have too.
_OWN_PAGE_NAME = lazy_re.compile(r"^(?:offline|maintenance|placeholder|coming[-_ ]soon)$", re.IGNORECASE)


@rule(
    code="KND003",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: "its words are those of such a page, and no phrase at its top and no form of it says so",
        Severity.NOTE: "its name is that of a site's own error page, such as `404.html`, or its folder that of test data, of samples or of pages about errors, or a script or a site fills it",
    },
    since="0.1.0",
    needs=(Needs.TEXT,),
    whole=True,
)
def error_or_login_page(view: DocumentView) -> Iterator[Hit]:
    """What was saved is the server's answer instead of the document: not found, log in, prove you are human.

    Such a fetch can "succeed" for weeks, because the file exists and holds text.

    Fetch the document again, logged in where it needs that, and look at what came.
    """
    measures = view.measures
    answer = measures.traced(TraceKind.MACHINE_ANSWER)
    path = PurePosixPath(view.document.path)
    if (view.document.format in NOT_PROSE and not answer) or is_page_part(view.document.path) or _PART.match(path.name):
        return
    likely = measures.traced(TraceKind.LIKELY_ANSWER)
    phrases = answer or _phrases(measures)
    confidence, severity = (_BY_FORM, None) if answer else _judged(measures, phrases)
    if likely and not answer and (confidence is None or severity is not None):
        phrases, confidence, severity = likely, _BY_WORDS, Severity.WARNING
    evidence = tuple(trace.quote for trace in phrases[:MOST_QUOTES]) or evidence_of(measures)
    if confidence is not None and evidence:
        if _is_own_page(view.document):
            message, severity = "a page that the site keeps for itself, as its name says", Severity.NOTE
        elif (
            path.suffix.lower() in _TEMPLATES
            or _is_shell(view.document, measures)
            or measures.lost(*_FILLED_LATER)
            or (not phrases and view.document.format is Format.HTML and not view.document.title)
        ):
            message, severity = (
                "words of an error or login page, in a page that a script or a site fills",
                Severity.NOTE,
            )
        else:
            message = "an error, login, consent or waiting page instead of the document"
            minor = is_specimen(view.document.path) or any(map(_OF_ERRORS.match, path.parts[:-1]))
            severity = Severity.NOTE if minor else severity
        yield Hit(message=message, evidence=evidence, confidence=confidence, severity=severity)


def _is_own_page(document: Document) -> bool:
    """Whether a document has the name of a page that a site keeps for its own errors."""
    is_page = document.format is Format.HTML or bool(document.metadata)
    named = is_page and _OWN_PAGE_NAME.search(page_stem(document.path)) is not None
    return named or is_own_error_page(document.path)


def _is_shell(document: Document, measures: DocumentMeasures) -> bool:
    """Whether it is the page that a site's own script fills: it says that it is loading, as the index of its folder."""
    is_index = document.format is Format.HTML and PurePosixPath(document.path).stem.lower() == "index"
    return is_index and measures.statistics.words <= _SHELL_WORDS


def _phrases(measures: DocumentMeasures) -> tuple[Trace, ...]:
    """The phrases of error pages outside tables and code, which list such phrases as data."""
    lists = [s.span for s in measures.segments if s.role in {Role.TABLE, Role.CODE}]
    return tuple(
        trace
        for trace in measures.traced(TraceKind.ERROR_PHRASE)
        if not any(span.start_line <= trace.quote.span.start_line <= span.end_line for span in lists)
    )


def _judged(measures: DocumentMeasures, phrases: tuple[Trace, ...]) -> tuple[float | None, Severity | None]:
    """The probability that this is an error page, ``None`` below what a finding needs; and the severity."""
    words = measures.statistics.words
    technical = measures.kind.probability(Group.TECHNICAL, Group.DATA) >= _TECHNICAL_FROM and words > _TECHNICAL_WORDS
    headings = sum(s.role is Role.HEADING for s in measures.segments)
    technical = technical or (headings >= _SECTIONS_FROM and words > _SECTIONED_WORDS)
    several = len(phrases) >= _PHRASES_FROM
    if (several or _is_statement(phrases, words)) and words <= _MOST_WORDS and not technical:
        return (0.97 if several else 0.93), None
    likely = measures.kind.probability(Kind.ERROR_PAGE)
    alone = likely >= _ERROR_PAGE_ALONE_FROM and measures.language == ENGLISH
    short = words <= _MOST_WORDS_BY_KIND and (headings < _SECTIONS_FROM or words <= _SECTIONED_WORDS)
    if likely >= _ERROR_PAGE_FROM and short and (phrases or alone):
        # Short answers to questions about errors have the words of an error page, and say what to do.
        return min(round(likely, 2), _BY_KIND), Severity.WARNING
    return None, None


def _is_statement(phrases: tuple[Trace, ...], words: int) -> bool:
    """Whether a short line near the top of a short page is the phrase: a long sentence with it is about an error."""
    if not phrases:
        return False
    quote = phrases[0].quote
    return (
        len(quote.text.split()) <= _STATEMENT_WORDS
        and quote.span.start_line <= _STATEMENT_LINES
        and words <= _STATEMENT_PAGE_WORDS
    )
