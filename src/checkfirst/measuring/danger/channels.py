"""Where words of a text file stand that its reader does not see, apart from those that readers of files know."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from checkfirst import lazy_re
from checkfirst.measuring.text.code_spans import CODE_SPAN
from checkfirst.measuring.text.signs import CONTROL, bits_of, having, signs_of
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait
from checkfirst.reading.text.hiding_styles import declarations, is_not_displayed, is_white, trick_of

#: A definition of a link that leads nowhere, which Markdown shows nothing of: a comment.
_DEFINITION: Final = lazy_re.compile(
    r"^ {0,3}\[[^\]\n]{1,60}\]:\s*(?:<>|#\S{0,40}|<#>|/|about:\S{0,20}|\.)\s*(?:\((.{3,2000})\)|\"(.{3,2000})\"|'(.{3,2000})')\s*$"
)
#: The title of a link or picture, and the description of a picture.
_TITLE: Final = lazy_re.compile(r"\]\([^)\s\"']{0,500}\s+(?:\"([^\"\n]{12,2000})\"|'([^'\n]{12,2000})')\s*\)")
_ALT: Final = lazy_re.compile(r"!\[([^\]\n]{12,2000})\]")
#: What stands behind the name of a language at the start of a code block.
_INFO: Final = lazy_re.compile(r"^\s{0,8}(?:`{3,}|~{3,})\s*([^`\n]{12,2000})$")
#: Attributes of HTML that show no words, or only when pointed at.
_ATTRIBUTE: Final = lazy_re.compile(
    r"\s(data-[\w-]{1,40}|title|alt|aria-[a-z]{1,20}|placeholder|content|summary|value)\s{0,2}=\s{0,2}(?:\"([^\"]{12,2000})\"|'([^']{12,2000})')",
    re.IGNORECASE,
)
#: An element with a style or an attribute by which it is not seen, and its words.
_STYLED: Final = lazy_re.compile(
    r"<([a-z][a-z0-9]{0,10})\b[^>]{0,300}?(?:\bstyle\s{0,2}=\s{0,2}(?:\"([^\"]{3,500})\"|'([^']{3,500})')|\s(hidden)(?=[\s>=]))[^>]{0,300}>([^<]{4,2000})",
    re.IGNORECASE,
)
#: Elements whose words no browser shows.
_UNSEEN: Final = lazy_re.compile(
    r"<(template|noscript|noframes|title|script|style)\b[^>]{0,300}>([^<]{12,2000})", re.IGNORECASE
)
#: A terminal's code that conceals what follows, and a line that another one overwrites.
_CONCEALED: Final = lazy_re.compile(r"\x1b\[(?:\d{1,3};){0,4}8(?:;\d{1,3}){0,4}m([^\x1b\n]{3,2000})")
_SIGNS: Final = bits_of("]<") | CONTROL
#: Words far to the right, behind blanks or tabs that no layout has.
_FAR: Final = (" " * 180, "\t" * 30)
#: Blank lines above the last words that no layout has.
_MANY_BLANKS: Final = 300


class Passage(NamedTuple):
    """Words that are not seen."""

    how: str
    text: str
    line: int
    """From 0."""
    is_rare: bool = False
    """Whether no document needs the channel, so that any words in it are meant to be unseen."""


def unseen_passages(document: Document, texts: list[str]) -> Iterator[Passage]:
    """The passages of a text that its reader does not see; nothing of web pages, whose reader knows them."""
    if Trait.PAGE in document.traits or Trait.PROSE not in document.traits:
        return
    code = {n for s in document.segments if s.role is Role.CODE for n in s.span.indices}
    starts = {s.span.start_line - 1 for s in document.segments if s.role is Role.CODE}
    # Other lines have no sign of which one needs.
    far = any(blanks in document.text for blanks in _FAR)
    signed = range(len(texts)) if far else having(signs_of(document.text), _SIGNS).nonzero()[0].tolist()
    for number in sorted(starts.union(signed)):
        line = CODE_SPAN.sub(" ", texts[number]) if "`" in texts[number] and "<" in texts[number] else texts[number]
        if number in starts and (match := _INFO.match(line)):
            yield Passage("the first line of a code block", match[1], number, _is_prose_info(match[1]))
        if number not in code:
            yield from _of_line(line, number)
            if far:
                yield from _of_far(line, number)
        if "\x1b[" in line:
            yield from (
                Passage("text concealed from a terminal", m[1], number, True) for m in _CONCEALED.finditer(line)
            )
    if Trait.COMMANDS not in document.traits:
        yield from _behind_blanks(texts)


def _of_line(line: str, number: int) -> Iterator[Passage]:
    """What a line outside code has that is not seen."""
    if "]:" in line and (match := _DEFINITION.match(line)):
        yield Passage("a link definition that shows nothing", _said(match), number)
    if "](" in line:
        if '"' in line or "'" in line:
            yield from (Passage("the title of a link", _said(m), number) for m in _TITLE.finditer(line))
        if "![" in line:
            yield from (Passage("the description of a picture", m[1], number) for m in _ALT.finditer(line))
    if "<" in line:
        if "=" in line:
            yield from (Passage(f"the attribute {m[1]}", m[2] or m[3], number) for m in _ATTRIBUTE.finditer(line))
        yield from (Passage(f"an element <{m[1]}>", m[2], number) for m in _UNSEEN.finditer(line))
        for match in _STYLED.finditer(line):
            style = declarations(match[2] or match[3] or "")
            if match[4] or is_not_displayed(style) or trick_of(style) or is_white(style):
                yield Passage("an element that is not displayed", match[5], number, is_prose(match[5]))


def _of_far(line: str, number: int) -> Iterator[Passage]:
    """What stands far to the right of a line."""
    if any(blanks in line for blanks in _FAR):
        said = _far_right(line)
        if said and not said.startswith("|"):
            yield Passage("text far to the right", said, number, is_prose(_words_alone(said)))


def _far_right(line: str) -> str:
    """The words behind the last of very many blanks."""
    shown = line.rstrip()
    return next((shown[at + len(blanks) :].strip() for blanks in _FAR if (at := shown.rfind(blanks)) >= 0), "")


def _words_alone(text: str) -> str:
    """The words of a text without its numbers: the head of a printed page is a date and a number."""
    return " ".join(w for w in text.split() if any(map(str.isalpha, w)) and not any(map(str.isdigit, w)))


def is_prose(text: str) -> bool:
    """Whether it is more than a label or an icon."""
    return len(text.split()) >= _FEWEST_WORDS or len(_LETTERS_OF_EAST_ASIA.findall(text)) >= _FEWEST_LETTERS


#: Words of a passage, or letters of a script without blanks, from which it says something. Not measured.
_FEWEST_WORDS, _FEWEST_LETTERS = 4, 8
_LETTERS_OF_EAST_ASIA: Final = lazy_re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _said(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "")


def _is_prose_info(info: str) -> bool:
    """Whether the first line of a code block says more than a language with its settings, or with a title for the code."""
    words = info.split()
    titled = _LANGUAGE.fullmatch(words[0]) is not None and not info.rstrip().endswith((".", "!", "?"))
    most = _TITLE_WORDS if titled else _INFO_WORDS
    return len(words) > most and not set(info) & set('={}[]:/"´') and "," not in words[0]


#: Words of an info string from which it is a sentence. `python -m benchmarks.dangers` has the figures. Some sites show the
#: words behind a language as the title of the code (Mintlify, "Code blocks"); most words of one, not measured.
_INFO_WORDS: Final = 5
_TITLE_WORDS: Final = 9
_LANGUAGE: Final = lazy_re.compile(r"[a-z][a-z0-9+#-]{0,14}")


def _behind_blanks(texts: list[str]) -> Iterator[Passage]:
    """The first words behind very many blank lines."""
    if len(texts) <= _MANY_BLANKS:
        return
    blanks = 0
    for number, line in enumerate(texts):
        if line.strip():
            if blanks >= _MANY_BLANKS:
                said = line.strip()
                yield Passage(f"text behind {blanks:,} blank lines", said, number, is_prose(_words_alone(said)))
            blanks = 0
        else:
            blanks += 1
