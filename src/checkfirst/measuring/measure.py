"""Everything measured about one document, in the one order in which it can be."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.kind import kind_probabilities, kind_scores, measure_kind
from checkfirst.measuring.language import detect_language
from checkfirst.measuring.lines import Lines, Matrix, measure_lines
from checkfirst.measuring.listing import measure_listing
from checkfirst.measuring.marks import find_marks
from checkfirst.measuring.mojibake import find_mojibake
from checkfirst.measuring.quoting import quote
from checkfirst.measuring.reading_lines import own_lines
from checkfirst.measuring.roles import line_probabilities
from checkfirst.measuring.scraped import measure_scraped
from checkfirst.measuring.segments import assign_roles
from checkfirst.measuring.shape import document_shape
from checkfirst.measuring.statistics import measure_text
from checkfirst.measuring.structure import by_structure
from checkfirst.measuring.system import measure_system, system_score
from checkfirst.measuring.thread import find_thread
from checkfirst.measuring.weights import Weights
from checkfirst.measuring.wording import blocks_of, wording
from checkfirst.measuring.words import Words, number_words
from checkfirst.model.document import Document, Format, Role, Segment
from checkfirst.model.measures import DocumentMeasures, Judgement, Quote, Thread

_NOT_MAIN = {
    Role.NAVIGATION,
    Role.PAGE_CHROME,
    Role.TAGS,
    Role.ADVERTISEMENT,
    Role.COMMENT,
    Role.COMMENT_HEADER,
    Role.METADATA,
    Role.REPUBLICATION_NOTE,
}
_CHROME = {Role.NAVIGATION, Role.PAGE_CHROME, Role.ADVERTISEMENT}
_THREADLESS = {Format.CODE, Format.DATA}


@dataclass(frozen=True, slots=True)
class Ground:
    """What every reading of a document stands on, computed once."""

    words: Words
    lines: Lines
    classes: Matrix
    thread: Thread | None
    scraped: Judgement
    kept: NDArray[np.bool_]
    places: dict[str, NDArray[np.int32]]
    shape: Matrix


def ground(document: Document, weights: Weights) -> Ground:
    """Words, lines, line classes, the thread, and the document's words and shape without it."""
    words = number_words(document.text, weights.vocabulary)
    lines = measure_lines(document.text, words, weights.triggers)
    classes = line_probabilities(lines, words, weights)
    thread = None if document.format in _THREADLESS else find_thread(lines, classes, weights)
    scraped = measure_scraped(lines, classes, thread, weights)
    kept = own_lines(lines, classes, thread, scraped.answer)
    places, shape = _as_if_alone(document, lines, words, kept, weights)
    return Ground(
        words=words,
        lines=lines,
        classes=classes,
        thread=thread,
        scraped=scraped,
        kept=kept,
        places=places,
        shape=shape,
    )


def _as_if_alone(
    document: Document, lines: Lines, words: Words, kept: NDArray[np.bool_], weights: Weights
) -> tuple[dict[str, NDArray[np.int32]], Matrix]:
    """Wording and shape of the lines that are kept, measured as if nothing had stood around them."""
    if not kept.all():
        text = "\n".join(line for line, keep in zip(lines.texts, kept.tolist(), strict=True) if keep)
        document = replace(document, text=text, segments=())
        words = number_words(text, weights.vocabulary)
        lines = measure_lines(text, words, weights.triggers)
    return wording(document, lines, words), document_shape(document, lines, words, weights.lexicons)


def measure(document: Document, weights: Weights) -> DocumentMeasures:
    """All measures of one document."""
    on = ground(document, weights)
    segments = assign_roles(document, on.lines, on.classes, on.thread, on.scraped.answer)
    blocks = blocks_of(on.places, weights)
    probabilities = kind_probabilities(kind_scores(blocks, on.shape, weights), weights)
    kind = measure_kind(probabilities, weights, on.lines, on.words, on.kept)
    texts = on.lines.texts
    above = int(on.lines.word_counts[: on.thread.span.start_line - 1].sum()) if on.thread else 0
    return DocumentMeasures(
        statistics=measure_text(document.text, on.lines, on.words),
        language=detect_language(document.text),
        segments=segments,
        thread=on.thread,
        thread_quotes=_thread_quotes(on),
        scraped=on.scraped,
        kind=by_structure(document, on.lines, kind, on.thread, above),
        describes_system=measure_system(system_score(blocks, on.shape, weights), weights, on.lines, on.words, on.kept),
        marks=(*find_marks(document, on.lines, segments), *find_mojibake(texts, document.text)),
        listing=measure_listing(document, on.lines),
        first_line=next((quote(texts, n) for n, blank in enumerate(on.lines.blank.tolist()) if not blank), None),
        main_words=_words_under(segments, on.lines, lambda role: role not in _NOT_MAIN),
        chrome_lines=sum(s.span.end_line - s.span.start_line + 1 for s in segments if s.role in _CHROME),
    )


def _thread_quotes(on: Ground) -> tuple[Quote, ...]:
    if on.thread is None:
        return ()
    opened = [(c.header or c.span).start_line - 1 for c in on.thread.comments[:3]]
    return tuple(quote(on.lines.texts, n) for n in opened)


def _words_under(segments: tuple[Segment, ...], lines: Lines, wanted: Callable[[Role], bool]) -> int:
    counts = np.concatenate(([0], np.cumsum(lines.word_counts)))
    return int(sum(counts[s.span.end_line] - counts[s.span.start_line - 1] for s in segments if wanted(s.role)))
