"""Places that an author left open: marks of questions, sections that only say that their text is to come."""

import re
from typing import Final

import numpy as np

from checkfirst import lazy_re
from checkfirst.measuring.content.samples_in_text import without_samples
from checkfirst.measuring.content.unwritten import UNWRITTEN
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.traces import Trace, TraceKind

#: A mark in brackets that asks, as folders of spec-driven development have it; a line that only says that it is to come.
_OPEN: Final = lazy_re.compile(
    r"\[(?:NEEDS? (?:CLARIFICATION|DECISION|INPUT|REVIEW)|OPEN QUESTION|TO BE (?:DECIDED|DEFINED|DETERMINED|CLARIFIED)|TBD|TBC|TODO)\b[^\]\n]{0,300}\]"
    r"|^\W*(?:TBD|TBC)\b(?:\W*$| - \S)"
    # A mark with what is to be done behind it, and a label with a mark in place of its value.
    r"|(?<![\w/.#-])(?:TODO|FIXME)\b[*_]{0,3}\s?[:—–]|:[*_\s]{0,8}(?:TODO|TBD)[*_]{0,3}\W{0,3}$",
    re.MULTILINE,
)
#: A line that is only a mark, names who is to write, or says what is to be written; not a label, nor a list to be done.
_TO_WRITE: Final = lazy_re.compile(
    r"^\W*(?:TODO|FIXME)(?:\([^)\n]{1,40}\))?[*_]{0,3}(?:\W*$|[:;,.]?\s(?!(?:lists?|apps?|items?|comments?|files?|entr(?:y|ies)|tags?|marks?|is|are|in|for|s)\b)[a-z]{2,}\s)"
)
#: What speaks of such marks, quotes one, or was answered and struck out.
_SPOKEN_OF: Final = lazy_re.compile(
    r"\]\s(?:mark(?:s|er|ers|ed)?|tags?|placeholders?|if)\b|\b(?:mark with|excluding|remaining|without|any|all|no|resolve\w?|contains?) [`*]{0,3}\[(?:NEEDS?|OPEN|TO BE|TBD|TODO)"
    r"|[\"“”„‘'`«]\s?(?:TODO|TBD|FIXME)\b|~~[^~\n]{0,80}\b(?:TODO|TBD|FIXME)\b|\b(?:TODO|FIXME) (?:was|were|had|has)\b"
)
#: Signs of which every such place has one; most places of one document.
_SIGNS: Final = ("NEED", "OPEN Q", "TO BE ", "TBD", "TBC", "TODO", "FIXME")
_MOST: Final = 20
_ITEM: Final = lazy_re.compile(r"\s*(?:[-*+•]|\d+[.)])\s")
#: Most words of a line that is all that a section says. Not measured.
_MOST_WORDS: Final = 8
_TODO: Final = ".. todo::"


def find_placeholders(document: Document, lines: Lines) -> list[Trace]:
    """The first lines of a document, outside code, that are still open."""
    texts = lines.texts
    found = _empty_sections(document, lines)
    if any(sign in document.text for sign in _SIGNS):
        bare = without_samples(document, texts)
        found |= {n for n, line in enumerate(bare) if _OPEN.search(line) and not _SPOKEN_OF.search(line)}
        headings = {n for s in document.segments if s.role is Role.HEADING for n in s.span.indices}
        found |= {
            n
            for n, line in enumerate(bare)
            if n not in headings and _TO_WRITE.match(line) and not (_heads_list(bare, n) or _SPOKEN_OF.search(line))
        }
    return [Trace(kind=TraceKind.OPEN_PLACE, quote=quote(texts, n)) for n in sorted(found)[:_MOST]]


def _heads_list(lines: list[str], n: int) -> bool:
    """Whether the next line with content is an item of a list: then the line is its label."""
    below = next((line for line in lines[n + 1 : n + 4] if line.strip()), "")
    return bool(_ITEM.match(below))


def _empty_sections(document: Document, lines: Lines) -> set[int]:
    """The only line of each section that has one alone, where that says that the text is to come."""
    headings = [s.span for s in document.segments if s.role is Role.HEADING]
    starts = [span.end_line for span in headings]
    ends = [*(span.start_line - 1 for span in headings[1:]), len(lines.texts)][: len(starts)]
    firsts, lasts = np.searchsorted(lines.filled, starts), np.searchsorted(lines.filled, ends)
    alone = [int(lines.filled[first]) for first, last in zip(firsts, lasts, strict=True) if last - first == 1]
    return {
        n
        for n in alone
        if int(lines.word_counts[n]) <= _MOST_WORDS
        and (UNWRITTEN.match(lines.texts[n]) or lines.texts[n].lstrip().startswith(_TODO))
    }
