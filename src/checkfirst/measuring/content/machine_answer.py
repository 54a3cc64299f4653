"""A machine's answer in a document's place: a refusal, a wait, a sign-in or a notice of an error, told by its form.

Such an answer is short, has no sections, and speaks to a visitor about the page and what failed. Bodies in JSON, XML and
YAML have the names of fields that interfaces answer with, and nothing else.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.answer_lines import MOST_WORDS, QUOTED, telling_lines
from checkfirst.measuring.content.answer_sentences import MENU_WORDS, STATUS, STRAIGHT, Words, is_certain
from checkfirst.measuring.content.answer_walls import WALL
from checkfirst.measuring.content.answer_words import TITLED, languages_of
from checkfirst.measuring.content.composed import is_composed
from checkfirst.measuring.content.error_bodies import is_error_body
from checkfirst.measuring.content.sectioned_answers import sectioned_answer
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document
from checkfirst.model.formats import Format, Trait
from checkfirst.model.traces import Trace, TraceKind
from checkfirst.reading.text.template_comments import comment_lines

#: Most words of a page of menus with an answer between them. Not measured.
_PAGE_WORDS: Final = 1_000
#: Characters of the longest body in JSON, XML or YAML. Not measured.
_LONGEST_BODY: Final = 3_000
#: What stands between the title of a page and the name of its site; most words of the title of an answer.
_TITLE_PARTS = lazy_re.compile(r"(?<!\s)\s++[|·•–—:-]\s++|:\s")
_TITLE_WORDS: Final = 6
#: Fields in which programs that save pages as notes keep the address.
_ADDRESS_KEYS: Final = frozenset(
    ("source", "url", "link", "origin", "href", "clipped-from", "quelle", "lien", "fuente", "fonte")
)
_ADDRESS: Final = ("http://", "https://")
#: A numbered step, and words that are marked as code.
_STEP = lazy_re.compile(r"^[ ]{0,3}\d{1,2}\.[ ]+\S", re.MULTILINE)
_CODE = lazy_re.compile(r"(?<!`)`[^`\n]{1,120}`(?!`)")
#: Names of files that hold an answer on purpose.
_ON_PURPOSE = lazy_re.compile(
    r"error|fault|problem|sample|example|fixture|mock|test|response|refus|reject|denied|fail|answer|invalid|[45]\d\d"
    r"|fehler|antwort|beispiel|erreur|exemple|r[ée]ponse|respuesta|ejemplo",
    re.IGNORECASE,
)


def find_machine_answer(
    document: Document, lines: Lines, language: str | None, *, is_told: Callable[[], bool]
) -> list[Trace]:
    """Traces of the lines that show that the document is a machine's answer; empty if it is a text of its own.

    A body in a file of data is one only if it names the file: elsewhere it may be a sample. ``language`` is that of the
    text; ``is_told`` is asked whether it tells a developer what to do, which no answer does.
    """
    text = document.text
    if len(text) <= _LONGEST_BODY and is_error_body(text) and not _ON_PURPOSE.search(document.path):
        name = PurePosixPath(document.path).name
        if document.named_format not in {Format.DATA, Format.CODE} or name in text:
            return _traces(lines, [int(n) for n in lines.filled[:QUOTED]])
    if Trait.PROSE not in document.traits and document.format is not Format.TEXT:
        return []
    words = int(lines.word_counts.sum())
    if not words or words > _PAGE_WORDS or is_told():
        return []
    known = Words(languages_of(text, language))
    if is_composed(document, words):
        return _traces(lines, sectioned_answer(document, lines, words, known), TraceKind.LIKELY_ANSWER)
    if Trait.PAGE in document.traits and _is_titled(document.title or "", lines, known):
        return _traces(lines, [int(lines.filled[0])])
    # A note to whoever writes a template is no sentence of its page.
    unseen = comment_lines(text)
    told = [n for n in telling_lines(document, lines, words, known) if n not in unseen]
    kind = TraceKind.MACHINE_ANSWER if is_certain(lines, told) else TraceKind.LIKELY_ANSWER
    is_markdown = Format.MARKDOWN in {document.format, document.named_format}
    walled = all(WALL.match(lines.texts[n].strip().lower()) for n in told)
    if (walled or kind is TraceKind.LIKELY_ANSWER) and is_markdown and _is_written(document):
        return []
    return _traces(lines, told, kind)


def _is_written(document: Document) -> bool:
    """Whether somebody wrote a text in Markdown, its sentence too: it has front matter, numbered steps or marked code."""
    steps = len(_STEP.findall(document.text)) if ". " in document.text else 0
    fields = bool(document.metadata) and not _is_clipped(document)
    return fields or steps > 1 or _CODE.search(document.text) is not None


def _is_clipped(document: Document) -> bool:
    """Whether a program that saves pages as notes wrote the front matter: it names the address of the page."""
    return any(key.lower() in _ADDRESS_KEYS and value.startswith(_ADDRESS) for key, value in document.metadata)


def _is_titled(title: str, lines: Lines, known: Words) -> bool:
    """Whether the title of a page with few sentences, or its part before the site's name, is that of an answer."""
    parts = (part.translate(STRAIGHT).lower().strip() for part in _TITLE_PARTS.split(title))
    failed = any(
        STATUS.match(part)
        or (
            len(part.split()) <= _TITLE_WORDS
            and known.failed.search(part)
            and (known.site.search(part) or TITLED.search(part))
        )
        for part in parts
    )
    sentences = (int(lines.word_counts[n]) for n in lines.filled)
    return failed and sum(words for words in sentences if words > MENU_WORDS) <= MOST_WORDS


def _traces(lines: Lines, found: list[int], kind: TraceKind = TraceKind.MACHINE_ANSWER) -> list[Trace]:
    return [Trace(kind=kind, quote=quote(lines.texts, n)) for n in found[:QUOTED]]
