"""The first line of a document, and the first sentence of its prose, in which most authors say what the document is."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Role, Segment
from checkfirst.model.location import TextSpan
from checkfirst.model.quotes import Quote
from checkfirst.model.segments import top_of
from checkfirst.reading.text.markdown_inline import ANY_LINK
from checkfirst.safe_text import printable

#: Most characters of the sentence; longer ones are shortened. Not measured.
_LONGEST: Final = 160
#: Fewest words of a sentence. Not measured.
_FEWEST_WORDS: Final = 5
#: Most lines of a paragraph that are read, and most segments of prose that are searched. Not measured.
_MOST_LINES, _MOST_SEGMENTS = 6, 12
#: Number of first lines of a segment, and of first characters of a paragraph, that are searched.
_SEARCHED_LINES: Final = 4 * _MOST_LINES
_SEARCHED: Final = 8 * _LONGEST
#: Number of first segments that may be front matter, and of lines among which the first line is. Not measured.
_TOP_SEGMENTS, TOP_LINES = 3, 60
_MARKS = lazy_re.compile(r"\[![^\[\]]*+\]|<[^<>]{0,200}>|\*\*|__|``?|[{}]|:[a-z:]{2,20}:`")
#: Statements of version, status, author or date, which may precede the sentence.
_STATUS = lazy_re.compile(
    r"(?:version|status|authors?|date|owners?|editors?|created|(?:last )?(?:updated|modified|reviewed|revised))\b\s*[:.\d]",
    re.IGNORECASE,
)
_END = lazy_re.compile(r"(?<![A-Z]\.[A-Z])(?<!e\.g)(?<!i\.e)(?<!vs)(?<!etc)[.!?](?=\s|$)")


def first_sentence(lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> str:
    """The first sentence of the prose, without markup and line breaks; empty if there is none."""
    prose = (segment for segment in segments if segment.role is Role.PROSE)
    for segment in islice(prose, _MOST_SEGMENTS):
        for paragraph in _paragraphs(lines, segment):
            if sentence := _sentence_of(_plain(paragraph)):
                return sentence
    return ""


def _paragraphs(lines: Lines, segment: Segment[TextSpan]) -> list[str]:
    """The first paragraphs of a segment, each on one line."""
    found: list[str] = []
    current: list[str] = []
    first = segment.span.start_line - 1
    for n in range(first, min(segment.span.end_line, first + _SEARCHED_LINES)):
        if lines.blank[n]:
            found.append(" ".join(current))
            current = []
        elif len(current) < _MOST_LINES:
            current.append(lines.texts[n].strip())
    return [paragraph for paragraph in (*found, " ".join(current)) if paragraph]


def _plain(paragraph: str) -> str:
    """The start of a paragraph without Markdown, HTML tags and control characters."""
    without_links = ANY_LINK.sub(r"\1", paragraph[:_SEARCHED])
    return printable(_MARKS.sub("", without_links)).strip(" *_#>-")


def _sentence_of(plain: str) -> str:
    """The first sentence that is long enough and no statement of status; empty if there is none."""
    while len(plain.split()) >= _FEWEST_WORDS and plain[:1].isalnum():
        ended = _END.search(plain)
        sentence = plain[: ended.end()] if ended else plain
        if len(sentence.split()) >= _FEWEST_WORDS and not _STATUS.match(sentence):
            return _shortened(sentence)
        plain = plain[len(sentence) :].lstrip()
    return ""


def _shortened(sentence: str) -> str:
    if len(sentence) <= _LONGEST:
        return sentence
    return sentence[: _LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"


def first_line(texts: list[str], segments: Sequence[Segment[TextSpan]]) -> Quote | None:
    """The first line with letters or digits that is no metadata, else the first that is not blank; ``None`` without any."""
    filled = next((n for n, text in enumerate(texts) if text.strip()), None)
    if filled is None:
        return None
    metadata = {n for s in top_of(segments, _TOP_SEGMENTS) if s.role is Role.METADATA for n in s.span.indices}
    top = range(filled, min(len(texts), filled + TOP_LINES))
    shown = next((n for n in top if n not in metadata and any(map(str.isalnum, texts[n]))), filled)
    return replace(quote(texts, shown), opens=True)
