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
#: Fewest words of a text that ends at an article or a conjunction. Not measured.
_SOME_WORDS: Final = 40
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
_OPEN_END = re.compile(r"(?:[^\W\d_],?|[,(–-])$")
#: Words after which no sentence ends, or hardly one, in the languages of most documents: articles, prepositions and
#: conjunctions.
_NEVER_LAST: Final = (
    "the a an of and or with for from that which whose than because if into by as at between is are was were will its "
    "der die das ein eine einen einem einer und oder mit für von dass weil wenn zwischen ist sind wird werden "
    "le la les un une des du de et ou avec pour par que qui dont est sont dans sur "
    "el los las una del y o con por que para es son en lo gli il di e per che con sono nel "
    "het een van en of met voor dat en og eller med för av til som och att w z na i oraz lub dla и или для что на в с"
)
_OPENS = re.compile(
    rf"(?:[,(\[–-]|\b(?:{'|'.join(sorted(set(_NEVER_LAST.split()), key=len, reverse=True))}))$", re.IGNORECASE
)
#: Those that end no list item and no caption either, so that the other paragraphs need not be looked at.
_CONNECTING: Final = "the a an and or of than because if der und ein eine einen oder dass weil le un une et ou los las y un uno e il het een en of och eller и или"
_CONNECTS = re.compile(rf"\b(?:{'|'.join(sorted(set(_CONNECTING.split())))}),?$", re.IGNORECASE)
#: What an author still has to write: no cut.
_TO_DO = re.compile(r"\b(?:TODO|TBD|TBA|FIXME|XXX|WIP)\b")
_WORD = re.compile(r"[^\W\d_]+")
#: Letters of the shortest piece of a word, at the end of a text that was cut there.
_FEWEST_LETTERS: Final = 3


def find_cut_end(lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> list[Trace]:
    """A trace of a last line that links to the rest of the text, ends in the middle of a sentence, or lacks its end."""
    if not len(lines.filled):
        return []
    last = int(lines.filled[-1])
    bare = lines.texts[last].strip()
    if lines.word_counts[last] <= _LINK_WORDS and _STUB_END.search(bare[-_SEARCHED:]):
        return [Trace(kind=TraceKind.STUB_END, quote=quote(lines.texts, last))]
    running = bool(segments) and segments[-1].role in {Role.PROSE, Role.LIST}
    if running and _CONNECTS.search(bare) and not _TO_DO.search(bare) and int(lines.word_counts.sum()) >= _SOME_WORDS:
        return [Trace(kind=TraceKind.CUT_SENTENCE, quote=quote(lines.texts, last))]
    prose = bool(segments) and segments[-1].role is Role.PROSE
    long = lines.word_counts[last] >= _LAST_LINE_WORDS and int(lines.word_counts.sum()) >= _WHOLE_WORDS
    if (
        prose
        and long
        and _OPEN_END.search(bare)
        and not _REFERENCE_LINE.search(bare)
        and not _TO_DO.search(bare)
        and _closes_sentences(lines, segments)
    ):
        cut = _OPENS.search(bare) or bare.count("(") > bare.count(")") or _ends_in_a_word(lines.texts, bare)
        return [Trace(kind=TraceKind.CUT_SENTENCE if cut else TraceKind.OPEN_END, quote=quote(lines.texts, last))]
    return []


def _ends_in_a_word(texts: list[str], last: str) -> bool:
    """Whether the last letters are the beginning of a word that the text has elsewhere, and are no word themselves."""
    words = _WORD.findall("\n".join(texts).lower())
    if not words or not last[-1].isalpha() or len(words[-1]) < _FEWEST_LETTERS:
        return False
    return words[-1] not in words[:-1] and any(word.startswith(words[-1]) for word in words[:-1])


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
