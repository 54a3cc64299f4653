"""The thread of a page whose markup names its comments: it needs no guess."""

from typing import Final

from checkfirst.measuring.comments.authors import reply_to
from checkfirst.measuring.comments.marks import Mark, Part, mark_of
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.threads import Comment, Thread

#: Most lines of a comment's header, fewest comments of a thread, and how sure it is. Not measured.
_HEADER: Final = 4
_FEWEST: Final = 2
_SURE: Final = 0.97
#: Times as many comments that are far more. Not measured.
_FAR_FEWER: Final = 1.5


def marked_thread(document: Document, lines: Lines) -> Thread[TextSpan] | None:
    """The thread of the comments that the markup names, or ``None`` for fewer than two."""
    spans = [span for span in document.comments if any(not lines.blank[n] for n in span.indices)]
    if len(spans) < _FEWEST:
        return None
    authors: dict[str, int] = {}
    comments = [_comment(number, span, lines, authors) for number, span in enumerate(spans, start=1)]
    whole = text_span(spans[0].start_line - 1, spans[-1].end_line - 1)
    return Thread(span=whole, comments=tuple(comments), confidence=_SURE)


def fuller(marked: Thread[TextSpan] | None, found: Thread[TextSpan] | None) -> Thread[TextSpan] | None:
    """The thread of the markup, unless it has far fewer comments than one that was surely found in the text."""
    if marked is None or found is None or not found.is_sure:
        return marked or found
    return marked if len(found.comments) <= _FAR_FEWER * len(marked.comments) else found


def _comment(number: int, span: TextSpan, lines: Lines, authors: dict[str, int]) -> Comment[TextSpan]:
    """One comment; its header are the first lines that are no text."""
    filled = [n for n in span.indices if not lines.blank[n]]
    marks: list[Mark] = []
    for n in filled[:_HEADER]:
        mark = mark_of(lines.texts[n])
        if mark.part is Part.TEXT or (marks and mark.part is Part.NAME and any(m.name for m in marks)):
            break
        marks.append(mark)
    name = next((mark.name for mark in marks if mark.name), None)
    comment = Comment(
        number=number,
        author=name,
        reply_to=reply_to([lines.texts[n] for n in filled[len(marks) :]], authors),
        span=span,
        header=text_span(filled[0], filled[len(marks) - 1]) if marks else None,
    )
    if name:
        authors[name.lower()] = number
    return comment
