"""The first sentence that a document says: what its author says it is."""

import re
from typing import Final

from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Role, Segment
from checkfirst.model.location import TextSpan
from checkfirst.safe_text import printable

#: Characters of the sentence that are kept, and words below which a paragraph is no sentence.
_LONGEST: Final = 160
_FEWEST_WORDS: Final = 5
#: Lines of a paragraph that its first sentence may run over, and paragraphs that are tried.
_MOST_LINES, _TRIED = 6, 12
_LINKED = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?")
_MARKS = re.compile(r"\[![^\]]*\]|<[^<>]{0,200}>|\*\*|__|``?|[{}]|:[a-z:]{2,20}:`")
#: What a document says of its own standing before it says what it is about.
_STANDING = re.compile(
    r"(?:version|status|authors?|date|owners?|editors?|created|(?:last )?(?:updated|modified|reviewed|revised))\b\s*[:.\d]",
    re.IGNORECASE,
)
_END = re.compile(r"(?<![A-Z]\.[A-Z])(?<!e\.g)(?<!i\.e)(?<!vs)(?<!etc)[.!?](?=\s|$)")


def first_sentence(lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> str:
    """The first sentence of the prose, without markup, on one line; empty where there is none."""
    tried = 0
    for segment in segments:
        if segment.role is not Role.PROSE:
            continue
        tried += 1
        for paragraph in _paragraphs(lines, segment):
            if sentence := _telling(_plain(paragraph)):
                return sentence
        if tried == _TRIED:
            break
    return ""


def _paragraphs(lines: Lines, segment: Segment[TextSpan]) -> list[str]:
    """The first paragraphs of a run of prose."""
    found: list[str] = []
    current: list[str] = []
    first = segment.span.start_line - 1
    for n in range(first, min(segment.span.end_line, first + 4 * _MOST_LINES)):
        if lines.blank[n]:
            found.append(" ".join(current))
            current = []
        elif len(current) < _MOST_LINES:
            current.append(lines.texts[n].strip())
    return [paragraph for paragraph in (*found, " ".join(current)) if paragraph]


def _plain(paragraph: str) -> str:
    shown = _LINKED.sub(r"\1", paragraph[: 8 * _LONGEST])
    return printable(_MARKS.sub("", shown)).strip(" *_#>-")


def _telling(plain: str) -> str:
    """The first sentence that says something: no status, no version, no author."""
    while len(plain.split()) >= _FEWEST_WORDS and plain[:1].isalnum():
        ended = _END.search(plain)
        sentence = plain[: ended.end()] if ended else plain
        if len(sentence.split()) >= _FEWEST_WORDS and not _STANDING.match(sentence):
            return _shortened(sentence)
        plain = plain[len(sentence) :].lstrip()
    return ""


def _shortened(sentence: str) -> str:
    if len(sentence) <= _LONGEST:
        return sentence
    return sentence[: _LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"
