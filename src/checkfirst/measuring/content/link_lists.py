"""How much of a document is lists of links."""

from collections import defaultdict
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.letters import count_letters
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.content import LinkList
from checkfirst.model.document import Document, Role

#: Fewest links of a document that is measured. Not measured.
_FEWEST: Final = 3
#: Most words of a line with a link that counts as an entry; longer lines are text. Not measured.
_MOST_WORDS: Final = 25
#: Links as Markdown and AsciiDoc write them, and addresses; longest line that is searched for them. Not measured.
_LINK = lazy_re.compile(
    r"!?\[[^\[\]]*\]\([^()\s]*\)|<?https?://[^\s<>\[\]]+>?(?:\[[^\[\]]*\])?|`[^`<]*<[^<>`]*>`_{1,2}"
)
_LONGEST: Final = 2_000
#: Number of lines that are quoted.
_QUOTED: Final = 3
#: Letters of scripts that put no spaces between words, of which about two make a word.
_WIDE = lazy_re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def measure_link_list(document: Document, lines: Lines) -> LinkList:
    """Lines of lists and tables that have a link and few other words, as a share of the non-blank lines."""
    filled = len(lines.filled)
    headings = {
        n
        for s in document.segments
        if s.role in {Role.HEADING, Role.METADATA}
        for n in range(s.span.start_line - 1, s.span.end_line)
        if lines.stripped[n]
    }
    alone = _alone(document, lines, headings)
    counts = lines.word_counts.tolist()
    content = len([n for n in lines.filled.tolist() if counts[n] and n not in headings])
    if len(document.links) < _FEWEST or not filled:
        return LinkList(
            share=0.0,
            linked=0,
            other_words=int(lines.word_counts.sum()),
            alone=alone,
            content_lines=content,
        )
    is_wide = not document.text.isascii()
    words = [_words(text, count) for text, count in zip(lines.texts, counts, strict=True)] if is_wide else counts
    linked = {link.span.start_line - 1 for link in document.links}
    listed: set[int] = set()
    for segment in document.segments:
        inside = range(segment.span.start_line - 1, segment.span.end_line)
        if segment.role in {Role.LIST, Role.TABLE}:
            listed.update(n for n in inside if n in linked and words[n] <= _MOST_WORDS)
    return LinkList(
        share=round(len(listed) / max(1, filled - len(headings)), 3),
        linked=len(listed),
        other_words=sum(words) - sum(words[n] for n in listed | headings),
        alone=alone,
        content_lines=content,
        quotes=tuple(quote(lines.texts, n) for n in sorted(listed)[:_QUOTED]),
    )


def _alone(document: Document, lines: Lines, headings: set[int]) -> int:
    """The number of lines that hold no letter beside links and addresses."""
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for link in document.links:
        if not link.image:
            texts[link.span.start_line - 1].append(link.text)
    count = 0
    for n in lines.filled.tolist():
        line = lines.texts[n]
        if n in headings or not (texts.get(n) or "://" in line) or len(line) > _LONGEST:
            continue
        bare = _LINK.sub(" ", line)
        for text in filter(None, texts.get(n, ())):
            bare = bare.replace(text, " ", 1)
        count += not count_letters(bare)
    return count


def _words(text: str, count: int) -> int:
    """The words of a line, also where no spaces stand between them."""
    return count if text.isascii() else max(count, len(_WIDE.findall(text)) // 2)
