"""How one document is read: for ``checkfirst show`` and ``checkfirst clean``."""

import json

from checkfirst.model.document import Document, Role, Segment
from checkfirst.model.formats import Trait
from checkfirst.model.kinds import Answer
from checkfirst.model.location import LineMap, TextSpan
from checkfirst.model.measures import DocumentMeasures, Judgement, Quote
from checkfirst.model.placing import placed_parts, placed_thread
from checkfirst.reporting.json_v1 import thread_json
from checkfirst.reporting.phrases import counted, kind_phrase, lines_of
from checkfirst.safe_text import printable, shortened

_NOT_MAIN = {
    Role.NAVIGATION,
    Role.PAGE_CHROME,
    Role.ADVERTISEMENT,
    Role.TAGS,
    Role.COMMENT,
    Role.COMMENT_HEADER,
    Role.METADATA,
}
_SHOWN_QUOTE = 70


def render_show(document: Document, measures: DocumentMeasures) -> str:
    """Kind and why, the other answers and why, every segment, and the thread."""
    text = document.text.split("\n")
    lines_at = document.line_map
    thread = placed_thread(measures.thread, lines_at)
    lines = [
        f"{printable(document.path)}: {kind_phrase(measures, thread) or 'no words'}",
        f"  {document.source.media_type}, {document.encoding or ('text taken out of it' if document.text else 'no text')}, "
        f"{counted(measures.statistics.lines, 'line')}, {counted(measures.statistics.words, 'word')}, "
        f"language {measures.language or 'unknown'}",
        "  kinds: " + ", ".join(f"{kind} {p:.0%}" for kind, p in measures.kind.kinds[:5]),
        *_quotes(lines_at, measures.kind.evidence),
        *(
            f"  part: {p.group} ({p.confidence:.0%}), {lines_of(p.span)}"
            for p in placed_parts(measures.kind.parts, lines_at)
        ),
        *_judgement(lines_at, "describes a system", measures.describes_system),
        *_judgement(lines_at, "scraped", measures.scraped),
        *(f"  lost in reading: {loss.count} {loss.kind}" for loss in document.losses),
        *(
            f"  hidden ({h.how}), {lines_of(lines_at.place(h.span))}: {shortened(h.text, _SHOWN_QUOTE)}"
            for h in document.hidden[:20]
        ),
        "",
        "segments",
        *(_segment(lines_at, segment, text) for segment in measures.segments),
    ]
    if thread:
        lines += ["", f"thread, {lines_of(thread.span)}, {thread.confidence:.0%} sure"]
        for c in thread.comments:
            to = f", replies to {c.reply_to}" if c.reply_to else ""
            lines.append(f"  {c.number:>3}  {printable(c.author or '(author lost)')}{to}, {lines_of(c.span)}")
    return "\n".join(lines) + "\n"


def _judgement(lines: LineMap, question: str, judgement: Judgement) -> list[str]:
    said = "can't tell" if judgement.answer is Answer.UNKNOWN else judgement.answer.value
    return [f"  {question}: {said} ({judgement.score:.0%})", *_quotes(lines, judgement.evidence)]


def _quotes(lines: LineMap, quotes: tuple[Quote, ...]) -> list[str]:
    return [f"    {lines.place(q.span).start_line:>5} │ {q.text}" for q in quotes]


def _segment(lines: LineMap, segment: Segment[TextSpan], text: list[str]) -> str:
    place = lines.place(segment.span)
    level = f" {segment.level}" if segment.level else ""
    opening = next((t for t in text[segment.span.start_line - 1 : segment.span.end_line] if t.strip()), "")
    return f"  {place.start_line:>5}-{place.end_line:<5}  {segment.role.value + level:<18} {shortened(opening, _SHOWN_QUOTE)}".rstrip()


def render_clean(document: Document, measures: DocumentMeasures) -> str:
    """The main text as Markdown: no page furniture, no comments."""
    text = document.text.split("\n")
    # Text that was taken out of a page or a file has roles and no marks; a Markdown file has its own.
    marked = bool(document.segments) and document.line_map.is_identity and Trait.EXTRACTED not in document.traits
    parts: list[str] = []
    for segment in measures.segments:
        if segment.role in _NOT_MAIN:
            continue
        body = text[segment.span.start_line - 1 : segment.span.end_line]
        parts.extend(body if marked else _as_markdown(segment, body))
        if not document.line_map.is_identity:
            parts.append("")
    return _tidied(parts)


def _as_markdown(segment: Segment[TextSpan], body: list[str]) -> list[str]:
    """Lines of plain or extracted text with the marks of their role, where they have none yet."""
    first = next((n for n, line in enumerate(body) if line.strip()), None)
    if first is None:
        return body
    match segment.role:
        case Role.TITLE | Role.HEADING:
            level = segment.level or (1 if segment.role is Role.TITLE else 2)
            marks = "" if body[first].lstrip().startswith("#") else "#" * level + " "
            return [*body[:first], marks + body[first].strip(), *body[first + 1 :]]
        case Role.CODE:
            return ["```", *body, "```"]
        case Role.TABLE if body[first].startswith("| "):
            rule = "|" + " --- |" * (body[first].count(" | ") + 1)
            return [*body[: first + 1], rule, *body[first + 1 :]]
        case Role.QUOTATION:
            return [line if line.startswith(">") else f"> {line}" for line in body]
        case _:
            return body


def _tidied(parts: list[str]) -> str:
    """Never more than one blank line in a row; one newline at the end."""
    kept: list[str] = []
    for line in parts:
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line.rstrip())
    return "\n".join(kept).strip("\n") + "\n"


def render_thread(document: Document, measures: DocumentMeasures) -> str:
    """The thread as JSON, with the text of each comment."""
    text = document.text.split("\n")
    whole = thread_json(placed_thread(measures.thread, document.line_map))
    if measures.thread is None or whole is None:
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
    return json.dumps({**whole, "comments": comments}, ensure_ascii=True, indent=1) + "\n"
