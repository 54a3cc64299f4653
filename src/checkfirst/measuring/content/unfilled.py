"""How much of a document is blanks of a form and instructions to its author, in place of text.

A blank is judged by what surrounds it: a line that holds a blank and hardly anything else, in sections that say nothing
else. The same signs inside sentences (wiki links, command synopses, patterns of requirements, variables) are no blanks.
"""

import itertools
import re
from collections import ChainMap, defaultdict
from collections.abc import Collection
from typing import Final

from checkfirst.measuring.content.open_sentences import open_sentences
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.content import Unfilled
from checkfirst.model.document import Document, Role, Segment
from checkfirst.model.formats import Format, Trait
from checkfirst.model.location import TextSpan

#: Names of HTML elements, which stand between angle brackets and are no blanks.
_TAGS: Final = (
    "a abbr b blockquote body br button center code col dd details del div dl dt em font form h1 h2 h3 h4 h5 h6 head hr "
    "html i iframe img input ins kbd li link main meta nav ol option p path picture pre q s samp script section select "
    "small source span strong style sub summary sup svg table tbody td template text textarea tfoot th thead title tr tt "
    "u ul var video"
)
_TAG: Final = frozenset(_TAGS.split())
#: One pattern for each convention of writing a blank. The words inside are in the first group.
_BRACKETS = re.compile(r"(?<![\[!\w\])])\[([^\[\]\n]{2,160})\](?![\[(:\w])")
_ANGLES = re.compile(r"(?<![<\w`])<([A-Za-z][^<>\n=/@:]{1,200}|[A-Za-z][^<>\n=@]{1,200}\|[^<>\n=@]{1,200})>(?![>\w(`])")
_BRACES = re.compile(r"(?<![{$%\w])\{([^{}\n]{2,240})\}(?![}\w])")
_DOUBLE_BRACES = re.compile(r"\{\{\s*([a-z][\w ]{1,60}?)\s*\}\}", re.IGNORECASE)
_LINES_TO_WRITE_ON = re.compile(r"_{4,}|\.{6,}|…{3,}")
_FILLERS = re.compile(
    r"^\W*(?:tbd|tba|t\.b\.d\.|todo|to do|to be (?:done|determined|defined|decided|written|completed|added|announced)"
    r"|n/?a yet|fill (?:this )?in|coming soon|content (?:will|to) follow|x{3,}|lorem ipsum\b.*"
    r"|(?:list )?(?:item|heading|section|point|paragraph|bullet) (?:one|two|three|four|\d))\W*$",
    re.IGNORECASE,
)
#: Sentences that keep the place of a text in a theme or a form.
_DUMMY = re.compile(
    r"\b(?:(?:text|content|description|title|summary) goes here|replace this (?:text|paragraph|sentence|content|with)|(?:sample|dummy|filler) (?:text|paragraph|content)"
    r"|quick brown fox|(?:your|some) (?:text|content|title|description) here|add (?:a |an |your |some )?(?:short |brief )?(?:description|text|content|summary) here"
    r"|hier (?:steht|kommt) (?:der|ihr|dein) text|beispieltext|blindtext|platzhaltertext|texte (?:factice|d'exemple)|votre texte ici|texto de (?:ejemplo|relleno)|testo segnaposto|voorbeeldtekst)\b",
    re.IGNORECASE,
)
_LATIN_ENDING = re.compile(r"(?:us|um|is|it|at|et|ae|am|em|im|os|as|es|nt|ere|are|ari|bus|que|or|ur|a|o|i)\b")
#: Fewest words of dummy text in Latin, and share of them that end as words of Latin do. Not measured.
_DUMMY_WORDS: Final = 20
_LATIN_FROM: Final = 0.6
#: Signs of which every unfilled line has one, unless it is a short filler: most lines have none.
_MAY_BE_UNFILLED = re.compile(r"[\[<{*_…]|\.{6}|orem ipsum")
#: Characters of the longest line that may be a filler in words; dummy text may be longer.
_LONGEST_FILLER: Final = 60
#: An instruction to the author: it begins with an order to write, or asks what is to be written.
_ORDER = re.compile(
    r"^(?:please )?(?:describe|list|explain|provide|specify|state|summari[sz]e|outline|define|enter|insert|add|write|give|name"
    r"|identify|include|note|document|say|mention|fill in|replace|delete|remove|update|link to|use this|keep it|one (?:paragraph|sentence)"
    r"|what|who|why|how|when|which|where)\b",
    re.IGNORECASE,
)
#: A line that is an instruction as a whole: in emphasis, in a quotation, behind a sign, or in a comment.
_EMPHASIS = re.compile(r"^(?:\*{1,3}|_{1,3})(.{6,}?)(?:\*{1,3}|_{1,3})$")
_CODE_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_LIST_SIGN = re.compile(r"^\s*(?:(?:[-*+•>]|\d+[.)]|#+)\s+)+(?:\[[ xX]\]\s+)?|^\s*>+\s*")
#: Signs before the words of a line: arrows, bulbs, bubbles.
_SIGNS = re.compile(r"^[^\w*_\[<{(\"'`]+")
_TABLE_RULE = re.compile(r"^[\s|:+=-]+$")
_LETTERS = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+")
#: Characters of a text that are tested for Latin. Not measured.
_LATIN_WITHIN: Final = 2_000
#: Letters of a line outside its blanks and its label that make it a sentence of its own. Not measured.
_OWN_LETTERS: Final = 12
#: Words of a label at most. Not measured.
_LABEL_WORDS: Final = 5
#: Words of the line above from which it is a sentence and no label. Not measured.
_SENTENCE_WORDS: Final = 4
_TABLE_OF_SETTINGS = re.compile(r"\s*\[{1,2}[\w.\"'-]+\]{1,2}\s*$")
_SETTING = re.compile(r"\s*[\w.\"'-]+\s*=")
#: Attributes of AsciiDoc, which hold markup and no text.
_ATTRIBUTE = re.compile(r"^:[\w!-]+:")
#: Characters of the shortest instruction that has no sign of it. Not measured.
_SHORTEST_INSTRUCTION: Final = 20
#: A line of a log, of a trace of calls, or of a grammar; lines that are looked at, and the number and the share of such
#: lines from which a text is one. Not measured.
_OF_PROGRAMS = re.compile(
    r"^\W{0,3}\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^\W{0,3}\d\d:\d\d:\d\d|\b(?:INFO|DEBUG|WARN|ERROR|TRACE)\b.*[:\]]|^\s+at [\w.$]+\(|::="
)
_SEARCHED: Final = 200
_FEWEST_SIGNS, _SIGNED_SHARE = 3, 0.3
#: Lines of one document that are kept as quotes.
_QUOTED: Final = 40
_PROSE: Final = {Format.TEXT, Format.MARKDOWN, Format.RESTRUCTUREDTEXT, Format.RICH}


def measure_unfilled(document: Document, lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> Unfilled:
    """The unfilled lines of a document among those with content, and its sections that hold nothing else."""
    if document.format not in _PROSE:
        return Unfilled()
    if _is_for_programs(lines):
        return Unfilled()
    outside = _outside_code(lines, document, segments)
    titles = [s for s in document.segments if s.role is Role.HEADING]
    # A section begins below the last line of its heading, which may be underlined.
    levels = {s.span.end_line - 1: s.level or 1 for s in titles}
    headings = {n for s in titles for n in s.span.indices}
    linked: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for link in document.links:
        linked[link.span.start_line - 1][link.text] = None
    dummy = _is_latin(document.text)
    # Of a text whose links were taken out, the table of contents is left as headings in brackets.
    named = dict.fromkeys(lines.texts[n].strip() for n in outside)
    unfilled = [
        n
        for n in outside
        if dummy
        or (
            is_unfilled(lines.texts[n], ChainMap(linked.get(n, {}), named))
            and not _goes_on(lines, n)
            and not _is_table_of_settings(lines, n)
        )
    ]
    # Code is content, though nothing in it is a blank.
    content = [int(n) for n in lines.filled if n not in headings and not _TABLE_RULE.match(lines.texts[n])]
    sentences = open_sentences(lines.texts, content, frozenset(unfilled), linked)
    unfilled = sorted({*unfilled, *sentences})
    # Without a single blank, nothing asks the author to fill one in.
    asked = {n for n in outside if n not in headings and unfilled and is_instruction(lines.texts[n])} - set(unfilled)
    empty, sections = _sections(
        sorted(levels.items()), set(content), set(unfilled), {*unfilled, *asked}, len(lines.texts)
    )
    return Unfilled(
        lines=len([n for n in unfilled if n not in headings]),
        instructions=len(asked),
        content_lines=len(content),
        empty_sections=empty,
        sections=sections,
        sentences=len(sentences),
        ruled=sum(bool(_LINES_TO_WRITE_ON.search(lines.texts[n])) for n in unfilled),
        quotes=tuple(quote(lines.texts, n) for n in unfilled[:_QUOTED]),
    )


def _is_for_programs(lines: Lines) -> bool:
    """Whether a text is a program's log or a grammar, whose brackets are no blanks."""
    signs = sum(bool(_OF_PROGRAMS.search(lines.texts[n])) for n in lines.filled[:_SEARCHED])
    return signs >= _FEWEST_SIGNS and signs >= _SIGNED_SHARE * min(len(lines.filled), _SEARCHED)


def is_unfilled(line: str, link_texts: Collection[str] = frozenset()) -> bool:
    """Whether a line is a blank, a marked instruction, or a label with a blank behind it."""
    if ("ere" in line or "ext" in line or "fox" in line) and _DUMMY.search(line):
        return True
    if len(line) > _LONGEST_FILLER and not _MAY_BE_UNFILLED.search(line):
        return False
    bare = _SIGNS.sub("", _LIST_SIGN.sub("", line)).strip()
    if _FILLERS.match(bare):
        return True
    if _ATTRIBUTE.match(line):
        return False
    if (said := _EMPHASIS.match(bare)) and _ORDER.match(said[1].lstrip("«“\"'([ ")):
        return True
    spans = _blanks(_CODE_SPAN.sub("code", bare), link_texts)
    if not spans or _is_synopsis(bare, spans):
        return False
    edges = [0, *(edge for span in spans for edge in span), len(bare)]
    pieces = [bare[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]
    if _LINES_TO_WRITE_ON.search(bare):
        # On paper the label stands before its line, without a sign between them.
        pieces = [piece for piece in pieces if len(piece.split()) > _LABEL_WORDS]
    return sum(len(_LETTERS.findall(_own_words(piece))) for piece in pieces) < _OWN_LETTERS


def _goes_on(lines: Lines, n: int) -> bool:
    """Whether a line is the middle of a sentence that began in the line above."""
    above = lines.texts[n - 1].rstrip() if n else ""
    return (
        int(lines.word_counts[n - 1] if n else 0) >= _SENTENCE_WORDS
        and above[-1:].isalpha() | (above[-1:] == ",")
        and not _LIST_SIGN.match(lines.texts[n])
    )


def _is_table_of_settings(lines: Lines, n: int) -> bool:
    """Whether a line in brackets heads settings, as in TOML and INI: ``[tool]`` above ``name = "value"``."""
    below = lines.texts[n + 1] if n + 1 < len(lines.texts) else ""
    return bool(_TABLE_OF_SETTINGS.match(lines.texts[n])) and bool(_SETTING.match(below))


def _is_latin(text: str) -> bool:
    """Whether a text is dummy text in Latin, which begins with "Lorem" in its first lines."""
    start = text.find("Lorem ")
    if start < 0:
        return False
    words = _WORDS.findall(text[start : start + _LATIN_WITHIN])
    ended = sum(bool(_LATIN_ENDING.search(word)) for word in words)
    before = len(_WORDS.findall(text[:start]))
    return len(words) >= _DUMMY_WORDS > before and ended >= _LATIN_FROM * len(words)


def _blanks(line: str, link_texts: Collection[str]) -> list[tuple[int, int]]:
    """Where the blanks of a line begin and end, in order."""
    found = [match.span() for match in _LINES_TO_WRITE_ON.finditer(line)]
    for pattern, sign in ((_BRACKETS, "["), (_ANGLES, "<"), (_BRACES, "{"), (_DOUBLE_BRACES, "{{")):
        if sign not in line:
            continue
        found += [match.span() for match in pattern.finditer(line) if _is_blank(pattern, match[1], link_texts)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _is_synopsis(line: str, spans: list[tuple[int, int]]) -> bool:
    """Whether two blanks stand side by side, as arguments of a command do and fields of a form do not."""
    between = (line[a[1] : b[0]] for a, b in itertools.pairwise(spans))
    return any(
        not piece.strip() and "_" not in line[a] for piece, a in zip(between, (s[0] for s in spans), strict=False)
    )


def _own_words(piece: str) -> str:
    """What a piece of a line between blanks says beside a label in front of a blank: ``Owner:``, ``**Date**:``."""
    bare = piece.strip(" \t*_\"'“”|.,;()")
    before, colon, after = bare.partition(":")
    is_label = bool(colon) or piece.rstrip(" *_").endswith("|")
    return after if is_label and len(before.split()) <= _LABEL_WORDS else bare


def is_instruction(line: str) -> bool:
    """Whether a line tells an author what to write, without any sign of it."""
    bare = re.sub(r"^[\W_]+", "", _LIST_SIGN.sub("", line))
    return len(bare) > _SHORTEST_INSTRUCTION and bool(_ORDER.match(bare))


def _is_blank(pattern: re.Pattern[str], inside: str, link_texts: Collection[str]) -> bool:
    """Whether the words between signs are to be replaced by an author."""
    if inside in link_texts or not _LETTERS.search(inside):
        return False
    if pattern is _BRACKETS:
        # Slides have signs for their layout in brackets.
        return inside != "fit" and not inside.startswith(".")
    if pattern is _ANGLES:
        first = inside.split()[0].rstrip("/").lower()
        return first not in _TAG or (" " in inside and "=" not in inside and first in {"link", "title", "source"})
    if pattern is _BRACES:
        # Without a space it is a parameter of a path, and with a percent sign a statement of a template language.
        # With an equals sign it is a table of settings.
        return (" " in inside or "|" in inside) and inside[0] not in "%#" and "=" not in inside
    if pattern is _DOUBLE_BRACES:
        # Names without a space are variables that a site generator fills.
        return " " in inside
    return True


def _outside_code(lines: Lines, document: Document, segments: tuple[Segment[TextSpan], ...]) -> list[int]:
    """Positions of the lines with content that are neither code nor comments of the page."""
    roles = {Role.CODE, Role.COMMENT, Role.COMMENT_HEADER}
    if Trait.TYPESET in document.traits:
        # Attributes of blocks stand in brackets.
        roles.add(Role.METADATA)
    inside = {n for s in (*document.segments, *segments) if s.role in roles for n in s.span.indices}
    return [int(n) for n in lines.filled if int(n) not in inside]


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
