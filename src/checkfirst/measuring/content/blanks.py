"""Blanks of a form: whether a line is one, holds one, or tells an author to fill one in."""

import itertools
import re
from collections.abc import Collection
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.code_spans import CODE_SPAN
from checkfirst.measuring.text.signs import NON_ASCII, bits_of, having, signs_of
from checkfirst.measuring.text.sought import Sought, holds, lines_with

#: Names of HTML elements, which stand between angle brackets and are no blanks.
_TAGS: Final = (
    "a abbr b blockquote body br button center code col dd details del div dl dt em font form h1 h2 h3 h4 h5 h6 head hr "
    "html i iframe img input ins kbd li link main meta nav ol option p path picture pre q s samp script section select "
    "small source span strong style sub summary sup svg table tbody td template text textarea tfoot th thead title tr tt "
    "u ul var video"
)
_TAG: Final = frozenset(_TAGS.split())
#: One pattern for each convention of writing a blank. The words inside are in the first group.
_BRACKETS = lazy_re.compile(r"(?<![\[!\w\])])\[([^\[\]\n]{2,160})\](?![\[(:\w])")
_ANGLES = lazy_re.compile(
    r"(?<![<`])(?<![^\W_])<([A-Za-z][^<>\n=/@:]{1,200}|[A-Za-z][^<>\n=@]{1,200}\|[^<>\n=@]{1,200})>(?![>(`]|[^\W_])"
)
_BRACES = lazy_re.compile(r"(?<![{$%\w])\{([^{}\n]{2,240})\}(?![}\w])")
_DOUBLE_BRACES = lazy_re.compile(r"\{\{\s*([a-z][\w ]{1,60}?)\s*\}\}", re.IGNORECASE)
#: What the program of a site puts in: a call, a value that is worked out, a statement. A blank in double braces is words.
_EXPRESSION = lazy_re.compile(
    r"\{\{(?!\s{0,4}[A-Za-z][\w -]{1,60}\}\})[^\n]{1,400}?\}\}|\{%[^\n]{1,400}?%\}|<%[^\n]{1,400}?%>"
)
LINES_TO_WRITE_ON = lazy_re.compile(r"_{4,}|\.{6,}|…{3,}")
_FILLERS = lazy_re.compile(
    r"^\W*(?:tbd|tba|t\.b\.d\.|todo|to do|to be (?:done|determined|defined|decided|written|completed|added|announced)"
    r"|n/?a yet|fill (?:this )?in|coming soon|content (?:will|to) follow|x{3,}|lorem ipsum\b.*"
    r"|(?:list )?(?:item|heading|section|point|paragraph|bullet) (?:one|two|three|four|\d))\W*$",
    re.IGNORECASE,
)
#: Sentences that keep the place of a text in a theme or a form.
_DUMMY = lazy_re.compile(
    r"\b(?:(?:text|content|description|title|summary) goes here|replace this (?:text|paragraph|sentence|content|with)|(?:sample|dummy|filler) (?:text|paragraph|content)"
    r"|quick brown fox|(?:your|some) (?:text|content|title|description) here|add (?:a |an |your |some )?(?:short |brief )?(?:description|text|content|summary) here"
    r"|hier (?:steht|kommt) (?:der|ihr|dein) text|beispieltext|blindtext|platzhaltertext|texte (?:factice|d'exemple)|votre texte ici|texto de (?:ejemplo|relleno)|testo segnaposto|voorbeeldtekst)\b",
    re.IGNORECASE,
)
#: Signs of ASCII with one of which every blank begins or ends.
_BLANK_SIGNS: Final = bits_of("<{$*_]")
#: Signs of which every unfilled line has one, unless it is a short filler: most lines have none.
_MAY_BE_UNFILLED = lazy_re.compile(r"[\[<{*_…]|\.{6}|orem ipsum")
#: Characters of the longest line that may be a filler in words; dummy text may be longer.
_LONGEST_FILLER: Final = 60
#: An instruction to the author: it begins with an order to write, or asks what is to be written.
_ORDER = lazy_re.compile(
    r"^(?:please )?(?:describe|list|explain|provide|specify|state|summari[sz]e|outline|define|enter|insert|add|write|give|name"
    r"|identify|include|note|document|say|mention|fill in|replace|delete|remove|update|link to|use this|keep it|one (?:paragraph|sentence)"
    r"|what|who|why|how|when|which|where)\b",
    re.IGNORECASE,
)
#: A line that is an instruction as a whole: in emphasis, in a quotation, behind a sign, or in a comment.
_EMPHASIS = lazy_re.compile(r"^(?:\*{1,3}|_{1,3})(.{6,}?)(?:\*{1,3}|_{1,3})$")
LIST_SIGN = lazy_re.compile(r"^\s*(?:(?:[-*+•>]|\d+[.)]|#+)\s+)+(?:\[[ xX]\]\s+)?|^\s*>+\s*")
#: Values of a list in JSON or TOML.
_QUOTED = lazy_re.compile(r"(?:\"[^\"]{0,200}\"|'[^']{0,200}')(?:\s?,\s?(?:\"[^\"]{0,200}\"|'[^']{0,200}')){0,40},?")
#: Signs before the words of a line: arrows, bulbs, bubbles.
_SIGNS = lazy_re.compile(r"^[^\w*_\[<{(\"'`$%]+")
_LETTERS = lazy_re.compile(r"[^\W\d_]")
#: Letters of a line outside its blanks and its label that make it a sentence of its own. Not measured.
_OWN_LETTERS: Final = 12
#: Words of a label at most. Not measured.
_LABEL_WORDS: Final = 5
#: Attributes of AsciiDoc, which hold markup and no text.
_ATTRIBUTE = lazy_re.compile(r"^:[\w!-]+:")
#: A definition of a link, with which Markdown also comments out lines: ``[//]: # (Quick start)``. It shows nothing.
_DEFINITION = lazy_re.compile(r"^ {0,3}\[(?:[^\[\]\n]{1,200})\]:\s")
#: What a record notes in brackets: where in the slides or the recording it is, and how long an item took.
_QUANTITY = lazy_re.compile(
    r"^(?:(?:slides?|pages?|folien?|diapo(?:sitive)?s?|p+\.|min(?:ute)?s?\.?|fig(?:ure)?\.?)\s?\d{1,4}(?:\s?[-–,/&]\s?\d{1,4}){0,9}"
    r"|(?:\d{1,2}:)?\d{1,3}:\d\d|[~≈]?\d{1,4}(?:[.,]\d{1,3})?(?:\s?[-–]\s?\d{1,4})?\s?(?:h(?:ou)?rs?|h|min(?:ute)?n?s?|s(?:ec(?:ond)?s?)?|std)\.?)$",
    re.IGNORECASE,
)
#: Characters of the shortest instruction that has no sign of it. Not measured.
_SHORTEST_INSTRUCTION: Final = 20


def is_unfilled(line: str, link_texts: Collection[str] = frozenset()) -> bool:
    """Whether a line is a blank, a marked instruction, or a label with a blank behind it."""
    if ("ere" in line or "ext" in line or "fox" in line) and _DUMMY.search(line):
        return True
    has_sign = _MAY_BE_UNFILLED.search(line) is not None
    if len(line) > _LONGEST_FILLER and not has_sign:
        return False
    bare = _bare(line)
    if _FILLERS.match(bare):
        return True
    if not has_sign or _ATTRIBUTE.match(line) or _DEFINITION.match(line):
        return False
    if (said := _EMPHASIS.match(bare)) and _ORDER.match(said[1].lstrip("«“\"'([ ")):
        return True
    bare = CODE_SPAN.sub("code", bare)
    spans = _blanks(_EXPRESSION.sub("code", bare) if "{{" in bare or "%" in bare else bare, link_texts)
    if not spans or _is_synopsis(bare, spans):
        return False
    edges = [0, *(edge for span in spans for edge in span), len(bare)]
    pieces = [bare[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]
    if LINES_TO_WRITE_ON.search(bare):
        # On paper the label stands before its line, without a sign between them.
        pieces = [piece for piece in pieces if len(piece.split()) > _LABEL_WORDS]
    return sum(len(_LETTERS.findall(_own_words(piece))) for piece in pieces) < _OWN_LETTERS


def may_be_unfilled(text: str, stripped: list[str]) -> set[int]:
    """The lines of a text that may be a blank, an instruction or a label with a blank: none of the others is. ``stripped``
    are its lines without white space around them."""
    if holds(text, Sought.DUMMY):
        return set(range(len(stripped)))
    signs = _BLANK_SIGNS | (bits_of(".") if "......" in text else 0) | (NON_ASCII if "………" in text else 0)
    with_sign = having(signs_of(text), signs).nonzero()[0].tolist()
    return {*lines_with(text, Sought.FILLER), *(n for n in with_sign if _may_hold_blank(stripped[n]))}


def _may_hold_blank(line: str) -> bool:
    return (
        "<" in line
        or "{" in line
        # A formula is taken out before blanks are looked for.
        or "$" in line
        or line.endswith(("*", "_"))
        or ("]" in line and line.count("]") > line.count("]("))
        or (("__" in line or "......" in line or "………" in line) and LINES_TO_WRITE_ON.search(line) is not None)
    )


def is_filler(line: str) -> bool:
    """Whether a line only says that its text is to come: "TBD"."""
    return len(line) <= _LONGEST_FILLER and bool(_FILLERS.match(_bare(line)))


def _bare(line: str) -> str:
    """The line without the signs of a list and other signs before its words."""
    for signs in (LIST_SIGN, _SIGNS):
        if found := signs.match(line):
            line = line[found.end() :]
    return line.strip()


def _blanks(line: str, link_texts: Collection[str]) -> list[tuple[int, int]]:
    """Where the blanks of a line begin and end, in order."""
    found = [match.span() for match in LINES_TO_WRITE_ON.finditer(line)]
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
    bare = re.sub(r"^[\W_]+", "", LIST_SIGN.sub("", line))
    return len(bare) > _SHORTEST_INSTRUCTION and bool(_ORDER.match(bare))


def _is_blank(pattern: re.Pattern[str], inside: str, link_texts: Collection[str]) -> bool:
    """Whether the words between signs are to be replaced by an author."""
    if inside in link_texts or _QUANTITY.match(inside) or not _LETTERS.search(inside):
        return False
    if pattern is _BRACKETS:
        # Slides have signs for their layout in brackets, wikis an address with its text, commands of LaTeX their options.
        # Quoted words are the values of a setting: ``tags = ["tides"]``.
        return (
            inside != "fit"
            and "=" not in inside
            and not _QUOTED.fullmatch(inside.strip())
            and not inside.startswith((".", "http://", "https://", "//"))
        )
    if pattern is _ANGLES:
        first = inside.split()[0].rstrip("/").lower()
        return first not in _TAG or (" " in inside and "=" not in inside and first in {"link", "title", "source"})
    if pattern is _BRACES:
        # Without a space it is a parameter of a path, and with a percent sign a statement of a template language.
        # With an equals sign it is a table of settings.
        return (" " in inside or "|" in inside) and inside[0] not in "%#:." and "=" not in inside
    if pattern is _DOUBLE_BRACES:
        # Names without a space are variables that a site generator fills.
        return " " in inside
    return True
