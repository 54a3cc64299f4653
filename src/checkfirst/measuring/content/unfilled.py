"""How much of a document is blanks of a form and instructions to its author, in place of text.

A blank is judged by what surrounds it: a line that holds a blank and hardly anything else, in sections that say nothing
else. The same signs inside sentences (wiki links, command synopses, patterns of requirements, variables) are no blanks.
"""

import itertools
import re
from collections import ChainMap, defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.blanks import (
    LINES_TO_WRITE_ON,
    LIST_SIGN,
    is_filler,
    is_instruction,
    is_unfilled,
    may_be_unfilled,
)
from checkfirst.measuring.content.guidance import guided_sections
from checkfirst.measuring.content.open_sentences import open_sentences
from checkfirst.measuring.content.spoken import holds_an_aside, is_spoken
from checkfirst.measuring.content.stand_ins import stand_ins
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.signs import (
    CAPITAL,
    DIGIT,
    NON_ASCII,
    SMALL,
    SPACE,
    LineSigns,
    bits_of,
    having,
    signs_of,
)
from checkfirst.model.content import Unfilled
from checkfirst.model.document import Document, Role, Segment
from checkfirst.model.folder_names import is_page_part, is_test_data
from checkfirst.model.formats import Format, Trait
from checkfirst.model.location import TextSpan

_LATIN_ENDING = lazy_re.compile(r"(?:us|um|is|it|at|et|ae|am|em|im|os|as|es|nt|ere|are|ari|bus|que|or|ur|a|o|i)\b")
#: Fewest words of dummy text in Latin, and share of them that end as words of Latin do. Not measured.
_DUMMY_WORDS: Final = 20
_LATIN_FROM: Final = 0.6
_ELEMENT = lazy_re.compile(r"<[^<>]{1,400}>|<!--(?:(?!-->).){0,400}-->", re.DOTALL)
#: Signs of ASCII that no rule of a table has.
_NO_RULE: Final = bits_of("!\"#$%&'()*,./;<>?@[\\]^_`{}~") | DIGIT | CAPITAL | SMALL
_TABLE_RULE = lazy_re.compile(r"^[\s|:+=-]+$")
_WORDS = lazy_re.compile(r"[^\W\d_]+")
#: Characters of a text that are tested for Latin. Not measured.
_LATIN_WITHIN: Final = 2_000
#: Characters of a text and its markup that are looked at for them. Not measured.
_MARKUP_WITHIN: Final = 20_000
#: Words of the line above from which it is a sentence and no label. Not measured.
_SENTENCE_WORDS: Final = 4
_TABLE_OF_SETTINGS = lazy_re.compile(r"\s*\[{1,2}[\w.\"'-]+\]{1,2}\s*$")
_SETTING = lazy_re.compile(r"\s*[\w.\"'-]+\s*=")
#: How a line of a log or of a trace of calls begins, the names of levels in a log, and the sign of a grammar; lines and
#: characters of one that are looked at, and the number and the share of such lines from which a text is one. Not measured.
_OF_PROGRAMS = lazy_re.compile(r"\W{0,3}(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d)|\s+at [\w.$]+\(")
_LEVEL = lazy_re.compile(r"\b(?:INFO|DEBUG|WARN|ERROR|TRACE)\b.*[:\]]")
_LEVELS: Final = ("INFO", "DEBUG", "WARN", "ERROR", "TRACE")
_GRAMMAR, _CALL = "::=", "at "
#: A text that another file is put into, which may define its links.
_JOINED = lazy_re.compile(
    r"\{%-?[ \t]*(?:include|render)|\{\{[#<%]-?[ \t]*(?:include|readfile)|^(?:-{1,2}8<-{1,2}|!include|\{!)|<!--[ \t]*@?include|\[!INCLUDE",
    re.MULTILINE | re.IGNORECASE,
)
#: A line that is one name in brackets, behind the sign of a list or none.
_NAME_ALONE = lazy_re.compile(r"\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?\[[^\[\]\n]{2,160}\][.,;]?\s*$")
_FORMULA = lazy_re.compile(r"\${1,2}(?! )[^$\n]{1,300}\${1,2}")
_SEARCHED: Final = 200
_LONGEST: Final = 300
_FEWEST_SIGNS, _SIGNED_SHARE = 3, 0.3
#: Lines of one document that are kept as quotes.
_QUOTED: Final = 40
_PROSE: Final = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.RICH}


def measure_unfilled(document: Document, lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> Unfilled:
    """The unfilled lines of a document among those with content, and its sections that hold nothing else."""
    suffix = PurePosixPath(document.path).suffix
    if document.format not in _PROSE or (document.named is None and suffix) or is_test_data(document.path):
        return Unfilled()
    signs = signs_of(document.text)
    if _is_for_programs(document.text, lines, signs):
        return Unfilled()
    outside = _outside_code(lines, document, segments)
    titles = [s for s in document.segments if s.role is Role.HEADING]
    # A section begins below the last line of its heading, which may be underlined.
    levels = {s.span.end_line - 1: s.level or 1 for s in titles}
    headings = {n for s in titles for n in s.span.indices}
    linked = _link_texts(document)
    dummy = _is_latin(document.text)
    blank = outside if dummy else _blank_lines(document.text, lines, outside, linked)
    if len(blank) >= _FEWEST_SIGNS and not dummy and is_spoken(lines, outside):
        blank = [n for n in blank if not holds_an_aside(lines.texts[n])]
    if _may_be_linked(document):
        blank = [n for n in blank if not _NAME_ALONE.match(lines.texts[n])]
    # Code is content, though nothing in it is a blank.
    no_rule = having(signs, _NO_RULE).tolist()
    content = [
        n for n in lines.filled.tolist() if n not in headings and (no_rule[n] or not _TABLE_RULE.match(lines.texts[n]))
    ]
    sentences = open_sentences(lines.texts, content, frozenset(blank), linked)
    counts = lines.word_counts.tolist()
    unfilled = sorted({*blank, *sentences})
    # Without a single blank, nothing asks the author to fill one in.
    asked = {n for n in outside if n not in headings and unfilled and is_instruction(lines.texts[n])} - set(unfilled)
    empty, sections = _sections(
        sorted(levels.items()), set(content), set(unfilled), {*unfilled, *asked}, len(lines.texts)
    )
    guided = guided_sections(lines.texts, sorted(levels), content, counts)
    fields = {n for s in document.segments if s.role is Role.METADATA for n in s.span.indices}
    first = min(unfilled, default=0)
    return Unfilled(
        guided=tuple(quote(lines.texts, n) for n in guided),
        lines=len([n for n in unfilled if n not in headings]),
        instructions=len(asked),
        # A heading that leads to another document says where its text is.
        content_lines=len(content) + sum(_leads_on(document, n) for n in headings.intersection(linked)),
        empty_sections=empty,
        sections=sections,
        sentences=len(sentences),
        dummy=dummy,
        stand_ins=tuple(quote(lines.texts, n) for n in stand_ins(lines.texts, outside)),
        ruled=sum(bool(LINES_TO_WRITE_ON.search(lines.texts[n])) for n in unfilled),
        waiting=sum(is_filler(lines.texts[n]) for n in unfilled if n not in headings),
        words_before=sum(counts[n] for n in range(first) if n not in fields),
        # Front matter of dummy text is no part of it.
        quotes=tuple(quote(lines.texts, n) for n in unfilled if not (dummy and n in fields))[:_QUOTED],
    )


def _may_be_linked(document: Document) -> bool:
    """Whether a name in brackets may be a link whose address stands in a file that is joined with this one."""
    return document.format is Format.MARKDOWN and (
        is_page_part(document.path) or _JOINED.search(document.text) is not None
    )


def _leads_on(document: Document, line: int) -> bool:
    """Whether a link in a line, numbered from 0, leads to more than a place in the document itself."""
    return any(link.span.start_line - 1 == line and not link.target.startswith("#") for link in document.links)


def _link_texts(document: Document) -> dict[int, dict[str, None]]:
    """The texts of the links of each line, numbered from 0."""
    linked: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for link in document.links:
        linked[link.span.start_line - 1][link.text] = None
    return linked


def _blank_lines(text: str, lines: Lines, outside: list[int], linked: Mapping[int, dict[str, None]]) -> list[int]:
    """Those of the lines that hold a blank and hardly anything else."""
    possible = set(outside).intersection(may_be_unfilled(text, lines.stripped))
    if not possible:
        return []
    # Of a text whose links were taken out, the table of contents is left as headings in brackets.
    named = dict.fromkeys(lines.stripped[n] for n in outside)
    return [
        n
        for n in sorted(possible)
        if is_unfilled(_without_formulas(lines.texts[n]), ChainMap(linked[n], named) if n in linked else named)
        and not _goes_on(lines, n)
        and not _is_table_of_settings(lines, n)
        and not _is_defined_below(lines, n)
    ]


def _without_formulas(line: str) -> str:
    """A line without formulas."""
    return _FORMULA.sub(" x ", line) if line.count("$") > 1 else line


def _is_for_programs(text: str, lines: Lines, signs: LineSigns) -> bool:
    """Whether a text is a program's log or a grammar, whose brackets are no blanks."""
    searched = lines.filled[:_SEARCHED]
    own = signs[searched]
    possible = having(own, NON_ASCII) | (having(own, bits_of(":")) & having(own, DIGIT))
    if _GRAMMAR in text:
        possible |= having(own, bits_of("="))
    if any(level in text for level in _LEVELS):
        possible |= having(own, CAPITAL)
    if _CALL in text:
        possible |= having(own, bits_of("(")) & having(own, SPACE)
    found = sum(_is_of_program(lines.texts[n][:_LONGEST]) for n in searched[possible].tolist())
    return found >= _FEWEST_SIGNS and found >= _SIGNED_SHARE * len(searched)


def _is_of_program(line: str) -> bool:
    if _OF_PROGRAMS.match(line) or _GRAMMAR in line:
        return True
    return any(level in line for level in _LEVELS) and _LEVEL.search(line) is not None


def _goes_on(lines: Lines, n: int) -> bool:
    """Whether a line is the middle of a sentence that began in the line above."""
    above = lines.texts[n - 1].rstrip() if n else ""
    return (
        int(lines.word_counts[n - 1] if n else 0) >= _SENTENCE_WORDS
        and above[-1:].isalpha() | (above[-1:] == ",")
        and not LIST_SIGN.match(lines.texts[n])
    )


def _is_table_of_settings(lines: Lines, n: int) -> bool:
    """Whether a line in brackets heads settings, as in TOML and INI: ``[tool]`` above ``name = "value"``."""
    below = lines.texts[n + 1] if n + 1 < len(lines.texts) else ""
    return bool(_TABLE_OF_SETTINGS.match(lines.texts[n])) and bool(_SETTING.match(below))


def _is_defined_below(lines: Lines, n: int) -> bool:
    """Whether a line is the term of a definition list, as the keys of references are: the line below begins with a sign."""
    below = lines.texts[n + 1] if n + 1 < len(lines.texts) else ""
    return below.lstrip().startswith(("~ ", ": ", ":  ", "~\t", ":\t"))


def _is_latin(text: str) -> bool:
    """Whether a text is dummy text in Latin, which begins with "Lorem" in its first lines."""
    start = text.find("Lorem ")
    if start < 0:
        return False
    words = _WORDS.findall(_ELEMENT.sub(" ", text[start : start + _MARKUP_WITHIN])[:_LATIN_WITHIN])
    ended = sum(bool(_LATIN_ENDING.search(word)) for word in words)
    before = len(_WORDS.findall(text[:start]))
    return len(words) >= _DUMMY_WORDS > before and ended >= _LATIN_FROM * len(words)


def _outside_code(lines: Lines, document: Document, segments: tuple[Segment[TextSpan], ...]) -> list[int]:
    """Positions of the lines with content that are neither code nor comments of the page."""
    roles = {Role.CODE, Role.COMMENT, Role.COMMENT_HEADER}
    if Trait.TYPESET in document.traits:
        # Attributes of blocks stand in brackets.
        roles.add(Role.METADATA)
    inside = {n for s in (*document.segments, *segments) if s.role in roles for n in s.span.indices}
    return [n for n in lines.filled.tolist() if n not in inside]


def _sections(
    headings: list[tuple[int, int]], content: set[int], unfilled: set[int], no_text: set[int], total: int
) -> tuple[int, int]:
    """How many sections hold no text of their own, and how many there are; one above a deeper one is no section."""
    empty = sections = 0
    for (heading, level), (following, next_level) in itertools.pairwise([*headings, (total, 0)]):
        # ``content`` has no line of a heading, so that the lines of the next one don't count.
        body = [n for n in range(heading + 1, following) if n in content]
        if not body and next_level > level:
            continue
        sections += 1
        empty += all(n in no_text for n in body) and (not body or any(n in unfilled for n in body))
    return empty, sections
