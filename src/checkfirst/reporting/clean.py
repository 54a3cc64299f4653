"""The main text of one document as Markdown, and what was left out of it: for ``checkfirst clean``.

Nothing is left out in doubt: a thread that is not sure, or that is what the page is for, stays, and if too little would be
left, everything does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from checkfirst.model.document import Document, Role, Segment
from checkfirst.model.formats import Format, Trait
from checkfirst.model.kinds import Answer, Group
from checkfirst.model.location import TextSpan
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.traces import TraceKind
from checkfirst.reporting.phrases import counted

#: Roles of lines that are no main text, and what they are called.
_LEFT_OUT: Final = {
    Role.NAVIGATION: "menus",
    Role.PAGE_CHROME: "other page chrome",
    Role.ADVERTISEMENT: "advertisements",
    Role.TAGS: "tags",
    Role.COMMENT: "comments",
    Role.COMMENT_HEADER: "comments",
    Role.METADATA: "front matter",
}
_COMMENTS: Final = {Role.COMMENT, Role.COMMENT_HEADER}
#: Words of a text with a thread below it, under which the thread is what the page is for. Not measured.
_TEXT_WORDS: Final = 40
#: Share of the words under which what is left is no text of its own, and words of its longest line then. Not measured.
_FEWEST_LEFT: Final = 0.1
_SENTENCE: Final = 8
#: Bytes that are more than one word of any language written with spaces.
_LONGEST_WORD: Final = 18


class Cleaned(Struct, frozen=True, kw_only=True):
    """A text without what surrounded it."""

    text: str
    words: int
    """Words of the whole document."""
    kept: int
    left: Mapping[str, int]
    """Lines that were left out, by what they are."""
    dropped: frozenset[int]
    """Their numbers in the text, from 0."""
    whole: bool
    """Whether nothing was left out though most of it looked like page chrome: it can't be told apart."""

    @property
    def note(self) -> str:
        """One line for a person: the share that was left out; empty where that is nothing."""
        if self.whole:
            return "can't tell the text from what surrounds it: nothing was left out"
        if not self.left:
            return ""
        share = 1 - self.kept / max(1, self.words)
        what = ", ".join(f"{counted(count, 'line')} of {name}" for name, count in self.left.items())
        return f"left out {share:.0%} of the words: {what}"


def cleaned(document: Document, measures: DocumentMeasures) -> Cleaned:
    """The main text of a document, as far as it can be told."""
    texts = document.text.split("\n")
    segments = measures.segments
    out = _left_out(document, measures, texts)
    whole = _is_too_little(texts, segments, out)
    if whole:
        out = [segment for segment in out if segment.role is Role.METADATA]
    left: Counter[str] = Counter()
    dropped = frozenset(n for segment in out for n in segment.span.indices if n < len(texts))
    for segment in out:
        filled = sum(bool(texts[n].strip()) for n in segment.span.indices if n < len(texts))
        left[_LEFT_OUT[segment.role]] += filled
    words = _words(texts, range(len(texts)))
    return Cleaned(
        text=_rendered(document, _others(segments, out), texts),
        words=words,
        kept=words - _words(texts, dropped),
        left={name: count for name, count in left.items() if count},
        dropped=dropped,
        whole=whole,
    )


def _words(texts: list[str], numbers: Iterable[int]) -> int:
    return sum(_word_count(texts[n]) for n in numbers)


def _word_count(text: str) -> int:
    """Words; of languages written without spaces as many as the length would be in others."""
    return max(len(text.split()), len(text.encode("utf-8", "replace")) // _LONGEST_WORD)


def _left_out(document: Document, measures: DocumentMeasures, texts: list[str]) -> list[Segment[TextSpan]]:
    """The segments that surround the text, without those in doubt."""
    out = [segment for segment in measures.segments if segment.role in _LEFT_OUT and not _is_own(segment, document)]
    if not _is_thread_left_out(texts, measures):
        out = [segment for segment in out if segment.role not in _COMMENTS]
    if measures.scraped.answer is not Answer.UNKNOWN or measures.traced(TraceKind.PAGE_FRAME):
        return out
    # Lists of names look like menus: without a frame or a thread it may be no page.
    is_page = measures.thread is not None and measures.thread.is_sure
    return out if is_page else [s for s in out if s.role is Role.METADATA or s.span.start_line in _consent(measures)]


def _is_own(segment: Segment[TextSpan], document: Document) -> bool:
    """Whether a segment is a document's own markup: of other types than Markdown, notes and targets of links, too."""
    front = document.format is Format.MARKDOWN and segment.span.start_line == 1
    return segment.role is Role.METADATA and not front


def _consent(measures: DocumentMeasures) -> set[int]:
    """The lines of a dialog that asks for consent, from 1."""
    return {n + 1 for trace in measures.traced(TraceKind.CONSENT) for n in trace.quote.span.indices}


def _is_thread_left_out(texts: list[str], measures: DocumentMeasures) -> bool:
    """Whether the thread is sure and follows a text; a discussion is its thread."""
    thread = measures.thread
    if thread is None or not thread.is_sure or measures.kind.group is Group.DISCUSSION:
        return False
    own = [s for s in measures.segments if s.role not in _LEFT_OUT]
    return sum(_words(texts, (n for n in s.span.indices if n < len(texts))) for s in own) >= _TEXT_WORDS


def _is_too_little(texts: list[str], segments: tuple[Segment[TextSpan], ...], out: list[Segment[TextSpan]]) -> bool:
    """Whether what stays is hardly anything, or no sentence though there are some."""
    gone = [n for s in out if s.role is not Role.METADATA for n in s.span.indices if n < len(texts)]
    stays = [n for s in _others(segments, out) for n in s.span.indices if n < len(texts)]
    if not gone:
        return False
    left, lost = _words(texts, stays), _words(texts, gone)
    longest = max((_word_count(texts[n]) for n in stays), default=0)
    return left < _FEWEST_LEFT * (left + lost) or longest < _SENTENCE


def _rendered(document: Document, kept: list[Segment[TextSpan]], texts: list[str]) -> str:
    # A Markdown file has its own markup; text that was taken out of a page or another file has none.
    is_markup = bool(document.segments) and document.line_map.is_identity and Trait.EXTRACTED not in document.traits
    parts: list[str] = []
    for segment in kept:
        body = texts[segment.span.start_line - 1 : segment.span.end_line]
        parts.extend(body if is_markup else _as_markdown(segment, body))
        if not document.line_map.is_identity:
            parts.append("")
    return _tidied(parts)


def _as_markdown(segment: Segment[TextSpan], body: list[str]) -> list[str]:
    """Lines of plain or extracted text with the markup of their role, where they have none yet."""
    first = next((n for n, line in enumerate(body) if line.strip()), None)
    if first is None:
        return body
    match segment.role:
        case Role.TITLE | Role.HEADING:
            level = segment.level or (1 if segment.role is Role.TITLE else 2)
            prefix = "" if body[first].lstrip().startswith("#") else "#" * level + " "
            return [*body[:first], prefix + body[first].strip(), *body[first + 1 :]]
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
    """The lines as one text, with at most one blank line in a row and one newline at the end."""
    kept: list[str] = []
    for line in parts:
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line.rstrip())
    return "\n".join(kept).strip("\n") + "\n"


def _others(segments: tuple[Segment[TextSpan], ...], out: list[Segment[TextSpan]]) -> list[Segment[TextSpan]]:
    """The segments that stay."""
    gone = {segment.span.start_line for segment in out}
    return [segment for segment in segments if segment.span.start_line not in gone]
