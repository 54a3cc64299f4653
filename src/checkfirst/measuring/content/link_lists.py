"""How much of a document is lists of links."""

import re
from typing import Final

from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.measures import LinkList

#: Fewest links of a document that is measured. Not measured.
_FEWEST: Final = 3
#: Most words of a line with a link that counts as an entry; longer lines are text. Not measured.
_MOST_WORDS: Final = 25
#: Number of lines that are quoted.
_QUOTED: Final = 3
#: Letters of scripts that put no spaces between words, of which about two make a word.
_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def measure_link_list(document: Document, lines: Lines) -> LinkList:
    """Lines of lists and tables that have a link and few other words, as a share of the non-blank lines."""
    filled = len(lines.filled)
    if len(document.links) < _FEWEST or not filled:
        return LinkList(share=0.0, linked=0, other_words=int(lines.word_counts.sum()))
    words = [_words(text, int(count)) for text, count in zip(lines.texts, lines.word_counts, strict=True)]
    linked = {link.span.start_line - 1 for link in document.links}
    listed: set[int] = set()
    headings: set[int] = set()
    for segment in document.segments:
        inside = range(segment.span.start_line - 1, segment.span.end_line)
        if segment.role in {Role.LIST, Role.TABLE}:
            listed.update(n for n in inside if n in linked and words[n] <= _MOST_WORDS)
        elif segment.role in {Role.HEADING, Role.METADATA}:
            headings.update(n for n in inside if not lines.blank[n])
    return LinkList(
        share=round(len(listed) / max(1, filled - len(headings)), 3),
        linked=len(listed),
        other_words=sum(words) - sum(words[n] for n in listed | headings),
        quotes=tuple(quote(lines.texts, n) for n in sorted(listed)[:_QUOTED]),
    )


def _words(text: str, count: int) -> int:
    """The words of a line, also where no spaces stand between them."""
    return count if text.isascii() else max(count, len(_WIDE.findall(text)) // 2)
