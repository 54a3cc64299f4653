"""What was read and measured of one document: for ``checkfirst show`` and ``checkfirst clean --comments``."""

import json

from checkfirst.model.document import Document, Segment
from checkfirst.model.kind_measures import Judgement
from checkfirst.model.kinds import Answer
from checkfirst.model.location import LineMap, Place, TextSpan
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.placing import placed_parts, placed_thread
from checkfirst.model.quotes import Quote
from checkfirst.model.threads import Thread
from checkfirst.reporting.json_v1 import thread_json
from checkfirst.reporting.phrases import counted, kind_phrase, lines_of
from checkfirst.safe_text import printable, shortened

#: Characters of a line that are shown, kinds, and passages of hidden text; not measured.
_SHOWN_CHARACTERS, _MOST_KINDS, _MOST_HIDDEN = 70, 5, 20


def render_show(document: Document, measures: DocumentMeasures) -> str:
    """Kind and other answers with the lines that show them, then every segment, and the thread."""
    text = document.text.split("\n")
    line_map = document.line_map
    thread = placed_thread(measures.thread, line_map)
    lines = [
        *_summary(document, measures, thread),
        *_quotes(line_map, measures.kind.evidence),
        *(
            f"  part: {part.group} ({part.confidence:.0%}), {lines_of(part.span)}"
            for part in placed_parts(measures.kind.parts, line_map)
        ),
        *_judgement(line_map, "describes a system", measures.describes_system),
        *_judgement(line_map, "scraped", measures.scraped),
        *(f"  lost in reading: {loss.count} {loss.kind}" for loss in document.losses),
        *(
            f"  hidden ({hidden.how}), {lines_of(line_map.place(hidden.span))}: {shortened(hidden.text, _SHOWN_CHARACTERS)}"
            for hidden in document.hidden[:_MOST_HIDDEN]
        ),
        "",
        "segments",
        *(_segment(line_map, segment, text) for segment in measures.segments),
        *_thread(thread),
    ]
    return "\n".join(lines) + "\n"


def _summary(document: Document, measures: DocumentMeasures, thread: Thread[Place] | None) -> list[str]:
    """Three lines: what the document is, its type and size, and its likeliest kinds."""
    encoding = document.encoding or ("text taken out of it" if document.text else "no text")
    size = f"{counted(measures.statistics.lines, 'line')}, {counted(measures.statistics.words, 'word')}"
    language = measures.language or "unknown"
    return [
        f"{printable(document.path)}: {kind_phrase(measures, thread) or 'no words'}",
        f"  {document.source.media_type}, {encoding}, {size}, language {language}",
        "  kinds: " + ", ".join(f"{kind} {p:.0%}" for kind, p in measures.kind.kinds[:_MOST_KINDS]),
    ]


def _thread(thread: Thread[Place] | None) -> list[str]:
    """A heading and a line for each comment; nothing where there is no thread."""
    if thread is None:
        return []
    lines = ["", f"thread, {lines_of(thread.span)}, {thread.confidence:.0%} sure"]
    for comment in thread.comments:
        reply = f", replies to {comment.reply_to}" if comment.reply_to else ""
        author = printable(comment.author or "(author lost)")
        lines.append(f"  {comment.number:>3}  {author}{reply}, {lines_of(comment.span)}")
    return lines


def _judgement(lines: LineMap, question: str, judgement: Judgement) -> list[str]:
    answer = "can't tell" if judgement.answer is Answer.UNKNOWN else judgement.answer.value
    return [f"  {question}: {answer} ({judgement.score:.0%})", *_quotes(lines, judgement.evidence)]


def _quotes(lines: LineMap, quotes: tuple[Quote, ...]) -> list[str]:
    return [f"    {lines.place(q.span).start_line:>5} │ {q.text}" for q in quotes]


def _segment(lines: LineMap, segment: Segment[TextSpan], text: list[str]) -> str:
    place = lines.place(segment.span)
    level = f" {segment.level}" if segment.level else ""
    opening = next((t for t in text[segment.span.start_line - 1 : segment.span.end_line] if t.strip()), "")
    return f"  {place.start_line:>5}-{place.end_line:<5}  {segment.role.value + level:<18} {shortened(opening, _SHOWN_CHARACTERS)}".rstrip()


def render_thread(document: Document, measures: DocumentMeasures) -> str:
    """The thread as JSON, with the text of each comment."""
    text = document.text.split("\n")
    members = thread_json(placed_thread(measures.thread, document.line_map))
    if measures.thread is None or members is None:
        return json.dumps({"comments": []}, indent=1) + "\n"
    comments = []
    for c in measures.thread.comments:
        header = range(c.header.start_line, c.header.end_line + 1) if c.header else range(0)
        place = document.line_map.place(c.span)
        body = [text[n - 1] for n in range(c.span.start_line, c.span.end_line + 1) if n not in header]
        comments.append(
            {
                "number": c.number,
                "author": c.author,
                "reply_to": c.reply_to,
                "start_line": place.start_line,
                "end_line": place.end_line,
                "text": "\n".join(body).strip(),
            }
        )
    return json.dumps({**members, "comments": comments}, ensure_ascii=True, indent=1) + "\n"
