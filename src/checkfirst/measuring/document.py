"""All measures of one document. Each step uses the results of the steps before."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.comments.marked import fuller, marked_thread
from checkfirst.measuring.comments.phrases import ANNOUNCED
from checkfirst.measuring.comments.refuted import is_refuted
from checkfirst.measuring.comments.thread import find_thread
from checkfirst.measuring.content.damage import find_damage
from checkfirst.measuring.content.first_sentence import TOP_LINES, first_line, first_sentence
from checkfirst.measuring.content.front_matter import find_front_matter_fault
from checkfirst.measuring.content.link_lists import measure_link_list
from checkfirst.measuring.content.mojibake import find_mojibake
from checkfirst.measuring.content.open_questions import open_questions
from checkfirst.measuring.content.quoted_losses import quoted_losses
from checkfirst.measuring.content.requirements import measure_requirements
from checkfirst.measuring.content.status import states_status
from checkfirst.measuring.content.stub import measure_stub
from checkfirst.measuring.content.traces import find_traces
from checkfirst.measuring.content.unfilled import measure_unfilled
from checkfirst.measuring.content.vague import vague_requirements
from checkfirst.measuring.danger.find import find_dangers
from checkfirst.measuring.kind.kind import measure_kind
from checkfirst.measuring.kind.kind_by_form import kind_by_form
from checkfirst.measuring.kind.page_forms import FoundForm, find_form, traces_of_rows, with_found, with_sort
from checkfirst.measuring.kind.parts import with_parts
from checkfirst.measuring.kind.system import measure_system
from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.models.linear import Scores, score
from checkfirst.measuring.models.prefilter import may_be_page
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.page.consent import find_consent
from checkfirst.measuring.page.frame import Frame, find_frame, traces_around
from checkfirst.measuring.page.line_classes import all_main, line_probabilities
from checkfirst.measuring.page.line_roles import assign_roles
from checkfirst.measuring.page.main_text import main_text_lines
from checkfirst.measuring.page.scraped import measure_scraped
from checkfirst.measuring.page.wall import find_wall
from checkfirst.measuring.similarity.embedding import embed
from checkfirst.measuring.similarity.shingles import fingerprint
from checkfirst.measuring.text.language import SAMPLE, detect_language
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.prose import prose_of
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.statistics import measure_text
from checkfirst.measuring.text.text_features import TextFeatures, features_of_lines, text_features
from checkfirst.measuring.text.tokens import number_words
from checkfirst.model.content import LinkList, Requirements, Unfilled
from checkfirst.model.document import Document, Role, Segment
from checkfirst.model.formats import Trait
from checkfirst.model.index_names import LINES_READ
from checkfirst.model.kind_measures import Judgement, KindMeasure
from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.languages import LEARNED_LANGUAGES
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.measures import DocumentMeasures, Fingerprint, TextStatistics
from checkfirst.model.needs import Needs
from checkfirst.model.quotes import Quote
from checkfirst.model.threads import Thread
from checkfirst.model.traces import Trace, TraceKind
from checkfirst.reading.text.template_comments import comment_lines

_CHROME: Final = {Role.NAVIGATION, Role.PAGE_CHROME, Role.ADVERTISEMENT}
#: Number of first comments of a thread, and of first lines of a wall, that are quoted.
_QUOTED: Final = 3
#: Traces of other things that stand in a document's place; most blanks of a stub, for more of them are a template.
_IN_PLACE: Final = {TraceKind.MACHINE_ANSWER, TraceKind.LIKELY_ANSWER, TraceKind.ERROR_PHRASE, TraceKind.POINTER}
_FEW_BLANKS: Final = 2
#: Lines among which the first one with words is sought at first. Not measured.
_FIRST_LINES: Final = 200


class PageAnalysis(Struct, frozen=True):
    """A document's features, and its main text apart from comments and page chrome."""

    features: TextFeatures
    """Features of all lines."""
    classes: Matrix
    """A row per line, a column per ``LineClass``: its probability."""
    thread: Thread[TextSpan] | None
    scraped: Judgement
    main: TextFeatures
    """Features of the main text alone: without a thread below an article, and without the chrome of a saved page."""
    scores: Scores
    """Scores of the linear models for the main text."""


def analyze(document: Document, weights: Weights) -> PageAnalysis:
    """Features, line classes, thread and main text of a document.

    If the prefilter rules out a web page and no line gives a number of comments, all lines are main text, and the slower models are not run.
    """
    features = text_features(document, weights.vocabulary)
    # No page shows comments of templates.
    unseen = comment_lines(document.text)
    if unseen:
        cues = {n: found for n, found in features.lines.cues.items() if n not in unseen}
        features = replace(features, lines=replace(features.lines, cues=cues))
    lines = features.lines
    scores = score(features.blocks, features.layout, weights)
    marked = marked_thread(document, lines)
    may_be = bool(marked) or may_be_page(scores.prefilter, weights) or ANNOUNCED.search(document.text) is not None
    if Trait.TYPESET in document.traits or not may_be:
        return PageAnalysis(features, all_main(lines), None, Judgement(answer=Answer.NO, score=0.0), features, scores)
    classes = line_probabilities(lines, features.words, weights.line_classes)
    classes[list(unseen)] = np.eye(classes.shape[1], dtype=classes.dtype)[LineClass.MAIN]
    thread = find_thread(lines, classes, weights.thread) if Trait.PROSE in document.traits else None
    if thread and is_refuted(thread, document, lines):
        thread = None
    thread = fuller(marked, thread)
    scraped = measure_scraped(lines, classes, thread, weights.scraped)
    main = features_of_lines(
        document, features, main_text_lines(lines, classes, thread, scraped.answer), weights.vocabulary
    )
    if main is not features:
        scores = score(main.blocks, main.layout, weights)
    return PageAnalysis(features, classes, thread, scraped, main, scores)


def measure(document: Document, weights: Weights) -> DocumentMeasures:
    """All measures of one document."""
    page = analyze(document, weights)
    lines, words, main = page.features.lines, page.features.words, page.main
    frame, consent = find_frame(document, lines), find_consent(document, lines)
    named = (n for span in document.around for n in span.indices if n < len(lines.texts))
    known = {**dict.fromkeys(named, True), **(frame.known if frame else {}), **dict.fromkeys(consent, True)}
    # Of a page whose words say nothing, form is all there is.
    scraped = Answer.NO if frame and page.scraped.answer is Answer.UNKNOWN else page.scraped.answer
    segments = assign_roles(document, lines, page.classes, page.thread, scraped, known)
    language = detect_language(prose_of(document, SAMPLE))
    system = measure_system(main, page.scores, weights)
    form = find_form(document, lines)
    traces = (
        *find_traces(document, lines, segments, language),
        *find_mojibake(document, lines.texts),
        *_traces_of_page(document, lines, frame, consent, form),
    )
    unfilled = measure_unfilled(document, lines, segments)
    return DocumentMeasures(
        statistics=measure_text(lines, words),
        language=language,
        segments=segments,
        thread=page.thread,
        thread_quotes=_thread_quotes(lines, page.thread),
        scraped=page.scraped,
        kind=_kind(document, page, weights, language, form),
        describes_system=system,
        traces=traces,
        losses=quoted_losses(document, lines.texts),
        link_list=measure_link_list(document, lines),
        unfilled=unfilled,
        stub=None if _is_told_otherwise(traces, unfilled) else measure_stub(document, lines),
        states_status=Trait.PROSE in document.traits and states_status(document.text, lines),
        damage=find_damage(document, lines, weights.vocabulary),
        front_matter_fault=find_front_matter_fault(document, lines.texts),
        # A document that describes a system is something to build from, whatever its sentences are like.
        requirements=Requirements() if system.answer is Answer.YES else measure_requirements(document),
        first_line=first_line(lines.texts, document.segments),
        first_sentence=first_sentence(lines, segments),
        fingerprint=fingerprint(document, words),
        embedding=embed(main, page.scores, weights),
        chrome_lines=sum(s.span.end_line - s.span.start_line + 1 for s in segments if s.role in _CHROME),
    )


def _kind(
    document: Document, page: PageAnalysis, weights: Weights, language: str | None, form: FoundForm | None
) -> KindMeasure:
    """The kind of the main text, then what the form of the document and the rows of a page say of it."""
    lines, thread = page.features.lines, page.thread
    kind = measure_kind(document, page.main, page.scores, weights, language)
    if language in LEARNED_LANGUAGES:
        kind = with_parts(kind, document, page.main, page.scores, weights)
    words_above = int(lines.word_counts[: thread.span.start_line - 1].sum()) if thread else 0
    kind = kind_by_form(document, lines, kind, thread, words_above)
    return with_found(kind, form) if form else with_sort(kind, document, lines, thread, words_above)


def _traces_of_page(
    document: Document, lines: Lines, frame: Frame | None, consent: tuple[int, ...], form: FoundForm | None
) -> Iterator[Trace]:
    """What shows that a document is a page of a site: menus, dialogs, rows of its interface, a wall in front of the text."""
    yield from traces_around(lines, frame, consent)
    yield from traces_of_rows(lines, form)
    if Trait.PROSE in document.traits and Trait.TYPESET not in document.traits:
        for n in find_wall(document, lines, consent)[:_QUOTED]:
            yield Trace(kind=TraceKind.WALL, quote=quote(lines.texts, n))


def _is_told_otherwise(traces: tuple[Trace, ...], unfilled: Unfilled) -> bool:
    """Whether something else than a stub stands in the document's place: an answer, a pointer, a form of many blanks."""
    return unfilled.lines > _FEW_BLANKS or any(trace.kind in _IN_PLACE for trace in traces)


def measure_needed(document: Document, weights: Weights, needs: frozenset[Needs]) -> DocumentMeasures:
    """The measures of one document that are among the ``needs``; the others are as in ``unmeasured``."""
    measures = measure(document, weights) if Needs.TEXT in needs else unmeasured(document)
    if Needs.DANGERS in needs:
        measures = replace(measures, dangers=find_dangers(document))
    if Needs.GAPS in needs:
        found = (*measures.traces, *open_questions(document), *vague_requirements(document))
        measures = replace(measures, traces=tuple(sorted(found, key=lambda t: (t.quote.span.start_line, t.kind))))
    if Needs.TEXT in needs or Needs.WORDS not in needs:
        return measures
    words = number_words(document.text, weights.vocabulary.table, len(weights.vocabulary))
    return replace(
        measures,
        statistics=replace(measures.statistics, words=len(words.ids)),
        fingerprint=fingerprint(document, words),
    )


def unmeasured(document: Document) -> DocumentMeasures:
    """Measures of a document whose text no selected rule needs: every answer is ``unknown``, every measure empty.

    Losses, first line and number of lines need no models and are filled in.
    """
    count = document.text.count("\n") + 1
    texts = _texts_quoted(document, count)
    unknown = Judgement(answer=Answer.UNKNOWN, score=0.5)
    return DocumentMeasures(
        statistics=TextStatistics(lines=count, blank_lines=0, words=0),
        language=None,
        segments=(Segment(role=Role.PROSE, span=text_span(0, count - 1)),),
        thread=None,
        thread_quotes=(),
        scraped=unknown,
        kind=KindMeasure(kind=Kind.UNKNOWN, group=Group.UNKNOWN, confidence=0.0, kinds=(), groups=(), evidence=()),
        describes_system=unknown,
        traces=(),
        losses=quoted_losses(document, texts),
        link_list=LinkList(share=0.0, linked=0, other_words=0),
        unfilled=Unfilled(),
        stub=None,
        states_status=False,
        damage=None,
        front_matter_fault=None,
        requirements=Requirements(),
        first_line=first_line(texts, document.segments),
        first_sentence="",
        fingerprint=Fingerprint(sha256=document.source.sha256, words=0, shingles=b"", vocabulary=b"", counts=b""),
        embedding=b"",
        chrome_lines=0,
    )


def _texts_quoted(document: Document, count: int) -> list[str]:
    """The first lines of a document and the rest of it; all its ``count`` lines where more than the first may be quoted."""
    few = document.text.split("\n", _FIRST_LINES)
    is_enough = not document.losses and count <= LINES_READ and any(map(str.strip, few[: _FIRST_LINES - TOP_LINES]))
    return few if is_enough else document.text.split("\n")


def _thread_quotes(lines: Lines, thread: Thread[TextSpan] | None) -> tuple[Quote, ...]:
    if thread is None:
        return ()
    first_lines = [(c.header or c.span).start_line - 1 for c in thread.comments[:_QUOTED]]
    return tuple(quote(lines.texts, n) for n in first_lines)
