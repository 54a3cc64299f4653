"""The end of a text: a link to the rest of it, or a sentence that is cut off."""

import re
from typing import Final

from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Role, Segment
from checkfirst.model.location import TextSpan
from checkfirst.model.measures import Trace, TraceKind

_STUB_END = re.compile(
    r"(?:\[(?:\.\.\.|…)\]|(?:\.\.\.|…)\s*(?:read|continue|see|view|show) (?:more|reading)|(?:continue|keep) reading|read (?:the )?(?:full|rest of the) (?:article|story|post)"
    r"|to (?:read|continue reading)[^.\n]{0,40}(?:subscribe|sign in|log in|register)|(?:subscribe|sign in|log in|register)[^.\n]{0,30} to (?:read|continue|unlock|keep reading)"
    r"|this (?:article|content|story) is (?:for|available to|reserved for) (?:subscribers|members)|\[truncated\]|\(truncated\)|<truncated>|\[output truncated\]|content truncated)",
    re.IGNORECASE,
)
#: Fewest words of a text, and of its last line, that may be cut off; shorter notes often end without a full stop. Not
#: measured.
_WHOLE_WORDS: Final = 150
_LAST_LINE_WORDS: Final = 6
#: Most words of a last line that links to the rest of the text; longer lines are prose. Not measured.
_LINK_WORDS: Final = 16
#: Number of last characters that are searched for such a link.
_SEARCHED: Final = 200
#: Fewest other paragraphs, and share of them that end a sentence, from which an open end means a cut. Not measured.
_FEWEST_PARAGRAPHS: Final = 4
_CLOSED_FROM: Final = 0.9
#: Characters that end a paragraph's last sentence.
_CLOSING: Final = (".", "!", "?", ":", "”", '"', ")", "*", "`", ";", "…")
#: Definitions of links, and addresses, which end without a full stop.
_REFERENCE_LINE = re.compile(r"^\[[^\]]{1,80}\]:|://|^\.\. _")
_OPEN_END = re.compile(r"(?:[a-z],?|[,(–-]|\b(?:the|a|an|of|to|and|or|in|with|for|that|is|are))$")


def find_cut_end(lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> list[Trace]:
    """A trace of a last line that links to the rest of the text, or that ends in the middle of a sentence."""
    if not len(lines.filled):
        return []
    last = int(lines.filled[-1])
    bare = lines.texts[last].strip()
    if lines.word_counts[last] <= _LINK_WORDS and _STUB_END.search(bare[-_SEARCHED:]):
        return [Trace(kind=TraceKind.STUB_END, quote=quote(lines.texts, last))]
    prose = bool(segments) and segments[-1].role is Role.PROSE
    long = lines.word_counts[last] >= _LAST_LINE_WORDS and int(lines.word_counts.sum()) >= _WHOLE_WORDS
    if (
        prose
        and long
        and _OPEN_END.search(bare)
        and not _REFERENCE_LINE.search(bare)
        and _closes_sentences(lines, segments)
    ):
        return [Trace(kind=TraceKind.CUT_SENTENCE, quote=quote(lines.texts, last))]
    return []


def _closes_sentences(lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> bool:
    """Whether nearly all other paragraphs end with the end of a sentence."""
    prose = [n for s in segments if s.role is Role.PROSE for n in range(s.span.start_line - 1, s.span.end_line)]
    ends = [
        lines.texts[n].strip() for n in prose if not lines.blank[n] and n + 1 < len(lines.texts) and lines.blank[n + 1]
    ]
    # The last paragraph is the one in question.
    ends = [end for end in ends if end][:-1]
    closed = sum(end.endswith(_CLOSING) for end in ends)
    return len(ends) >= _FEWEST_PARAGRAPHS and closed >= _CLOSED_FROM * len(ends)
