"""A machine's answer in a document's place: a refusal, a wait, a sign-in or a notice of an error, told by its form.

Such an answer is short, has no sections, and speaks to a visitor about the page and what failed. Bodies in JSON, XML and
YAML have the names of fields that interfaces answer with, and nothing else.
"""

import html
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from checkfirst.measuring.content.answer_words import (
    ADDRESSED,
    ASKED_FOR,
    CERTAIN,
    CONSENT,
    FAILED,
    LOADING,
    SIGN_IN,
    SITE,
    STATED,
    STORED,
    TITLED,
    languages_of,
)
from checkfirst.measuring.content.error_bodies import is_error_body
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Format, Trait
from checkfirst.model.traces import Trace, TraceKind

#: Most words of an answer in text, of its longest line, and of the lines of a menu around it. Not measured.
_MOST_WORDS: Final = 110
_LONGEST_LINE: Final = 70
_MENU_WORDS: Final = 4
#: Most words of a page of menus with an answer between them, and of the sentences between its menus. Not measured.
_PAGE_WORDS: Final = 1_000
_BETWEEN_MENUS: Final = 60
#: Fewest lines of the menus around a statement, its most words, and most lines that tell of a failure. Not measured.
_MENU_LINES, _STATEMENT_WORDS, _MOST_FAILED = 10, 14, 6
#: Share of the lines with words of a site or a failure from which a text speaks of nothing else. Not measured.
_SHARE_FROM: Final = 0.6
#: Share of the words in lines that tell of a failure from which they need no word of a site beside them; most words of
#: such lines alone, spoken to nobody; most words of a text that needs no word of a site. Not measured.
_ALL_FROM: Final = 0.7
_BARE_WORDS: Final = 15
_CURT_WORDS: Final = 25
#: Most words of a page that was saved before it had loaded; fewest of a line that goes on below. Not measured.
_LOADING_WORDS: Final = 25
_WRAPPED: Final = 6
#: Most headings of an answer. Not measured.
_MOST_HEADINGS: Final = 2
#: Words from which a text with two headings has sections. Not measured.
_SECTIONED_WORDS: Final = 70
#: A link to another document of a set.
_DOCUMENT_LINK = re.compile(
    r"(?!\w+:|/|#)[^?#]*\.(?:md|mdx|markdown|rst|adoc|txt|html?|json|ya?ml|pdf)(?:#|$)", re.IGNORECASE
)
#: A page kept at a former address: its most words, what it says, and a link to another page of the site. Not measured.
_REDIRECT_WORDS: Final = 30
_REDIRECTED = re.compile(r"\b(?:redirect|moved|移動|umgezogen|verschoben|déplacée?|trasferit|movid)", re.IGNORECASE)
_LOCAL = re.compile(r"(?!\w+:|//|#)[^?#]*[\w/]")
#: The same by its name: roles of Sphinx, wiki links, references of AsciiDoc.
_DOCUMENT_NAME = re.compile(r":(?:ref|doc|any|numref):`|(?<!!)\[\[[^\]\n]{1,200}\]\]|\bxref:\S")
#: Characters of the longest body in JSON, XML or YAML. Not measured.
_LONGEST_BODY: Final = 3_000
_QUOTED: Final = 3
_REQUIRES: Final = re.compile(r"\b(?:MUST|SHALL|SHOULD|MAY)\b")
#: A first line that a server wrote: the status of HTTP, or the address of a folder that it lists.
_FIRST_LINE = re.compile(
    r"^\W{0,3}(?:HTTP/\d(?:\.\d)?\s+[45]\d\d\b|(?:index of|directory listing (?:for|of)|index de|verzeichnis(?: von)?|índice de|indice di) /)",
    re.IGNORECASE,
)
#: A status alone on its line.
_STATUS = re.compile(r"^\W*(?:error|fehler|erreur|errore?|erro|fout|http|status)?\W*[45]\d\d\W*$", re.IGNORECASE)
#: What servers put below an answer: the number of the request, its address.
_NUMBERED = re.compile(
    r"^\W*(?:[\w-]+ ){0,3}(?:id|number|nummer|code|ray[- ]id|r[ée]f[ée]rence|referen[cz]\w*|numéro|número|numero)\W{0,3}"
    r"(?=[\w-]*\d)[0-9a-f-]{8,}\W*$",
    re.IGNORECASE,
)
_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
#: What a text quotes, it speaks of.
_SPOKEN_OF = re.compile(r"\"[^\"\n]{2,120}\"|“[^”\n]{2,120}”|„[^“”\n]{2,120}[“”]|«[^»\n]{2,120}»|`[^`\n]{1,120}`")
#: What stands between the title of a page and the name of its site; most words of the title of an answer.
_TITLE_PARTS = re.compile(r"\s+[|·•–—:-]\s+|:\s")
_TITLE_WORDS: Final = 6
#: Names of files that hold an answer on purpose.
_ON_PURPOSE = re.compile(
    r"error|fault|problem|sample|example|fixture|mock|test|response|refus|reject|denied|fail|answer|invalid|[45]\d\d"
    r"|fehler|antwort|beispiel|erreur|exemple|r[ée]ponse|respuesta|ejemplo",
    re.IGNORECASE,
)


def find_machine_answer(document: Document, lines: Lines, language: str | None) -> list[Trace]:
    """Traces of the lines that show that the document is a machine's answer; empty if it is a text of its own.

    A body in a file of data is one only if it names the file: elsewhere it may be a sample. ``language`` is that of the
    text.
    """
    text = document.text
    if len(text) <= _LONGEST_BODY and is_error_body(text) and not _ON_PURPOSE.search(document.path):
        name = PurePosixPath(document.path).name
        if document.named_format not in {Format.DATA, Format.CODE} or name in text:
            return _traces(lines, [int(n) for n in lines.filled[:_QUOTED]])
    if Trait.PROSE not in document.traits and document.format is not Format.TEXT:
        return []
    words = int(lines.word_counts.sum())
    if not words or words > _PAGE_WORDS or _is_composed(document, words):
        return []
    known = _Words(languages_of(text, language))
    if Trait.PAGE in document.traits and _is_titled(document.title or "", lines, known):
        return _traces(lines, [int(lines.filled[0])])
    told = _telling_lines(document, lines, words, known)
    kind = TraceKind.MACHINE_ANSWER if _is_certain(lines, told) else TraceKind.LIKELY_ANSWER
    return _traces(lines, told, kind)


def _has_a_subject(document: Document, lines: Lines, said: list["_Said"], known: "_Words") -> bool:
    """Whether the headings of a text of prose name what it is about: those of an answer say what failed, or the site.

    A number that a server gave, or what the visitor asked for, belongs to an answer below any heading.
    """
    titles = [lines.texts[s.span.start_line - 1].lower() for s in document.segments if s.role is Role.HEADING]
    if Trait.PAGE in document.traits or not titles:
        return False
    own = (known.failed, known.site, CERTAIN, CONSENT)
    return not (
        any(pattern.search(title) for pattern in own for title in titles)
        or any(
            _STATUS.match(t) or SIGN_IN.match(t) or LOADING.match(t) or (not t.isascii() and ADDRESSED.search(t))
            for t in titles
        )
        or any(_NUMBERED.match(s.text) or _STATUS.match(s.text) for s in said)
        or any(ASKED_FOR.search(s.text) and known.tells_of_failure(s) for s in said)
    )


class _Words:
    """The words of answers in the languages of a text."""

    def __init__(self, languages: frozenset[str]) -> None:
        self.site = SITE(languages)
        self.failed = FAILED(languages)

    def tells_of_failure(self, said: "_Said") -> bool:
        """Whether a sentence says that a machine failed or refuses; the words that say it have other uses in a text."""
        if not self.failed.search(said.text):
            return False
        return said.words <= _MENU_WORDS or any(
            pattern.search(said.text) for pattern in (CERTAIN, ASKED_FOR, self.site)
        )


def _is_titled(title: str, lines: Lines, known: _Words) -> bool:
    """Whether the title of a page with few sentences, or its part before the site's name, is that of an answer."""
    parts = (part.translate(_STRAIGHT).lower().strip() for part in _TITLE_PARTS.split(title))
    failed = any(
        _STATUS.match(part)
        or (
            len(part.split()) <= _TITLE_WORDS
            and known.failed.search(part)
            and (known.site.search(part) or TITLED.search(part))
        )
        for part in parts
    )
    sentences = (int(lines.word_counts[n]) for n in lines.filled)
    return failed and sum(words for words in sentences if words > _MENU_WORDS) <= _MOST_WORDS


def _is_composed(document: Document, words: int) -> bool:
    """Whether a text has sections, tables, code or links to other documents, or states requirements: it was written."""
    headings = sum(s.role is Role.HEADING for s in document.segments)
    structured = any(s.role in {Role.TABLE, Role.CODE} for s in document.segments)
    sectioned = headings > _MOST_HEADINGS or (headings > 1 and words > _SECTIONED_WORDS)
    leading = any(_DOCUMENT_LINK.match(link.target) for link in document.links) and document.format is not Format.HTML
    leading = leading or bool(_DOCUMENT_NAME.search(document.text))
    if document.format is Format.HTML and words <= _REDIRECT_WORDS and _REDIRECTED.search(document.text):
        # A page kept at a former address leads to the present one.
        leading = any(_LOCAL.match(link.target) for link in document.links)
    return sectioned or structured or leading or bool(_REQUIRES.search(document.text))


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that may run over several lines, without what it quotes."""

    line: int
    text: str
    words: int


def _sentences(lines: Lines) -> list[_Said]:
    """The lines of a short text, each joined with those that go on with its sentence."""
    found: list[_Said] = []
    goes_on = False
    for n in map(int, lines.filled):
        text = html.unescape(lines.texts[n]).translate(_STRAIGHT).strip()
        words = int(lines.word_counts[n])
        said = _Said(n, _SPOKEN_OF.sub(" ", text).lower(), words)
        if goes_on and not lines.blank[n - 1]:
            before = found.pop()
            said = _Said(before.line, f"{before.text} {said.text}", before.words + words)
        found.append(said)
        goes_on = words >= _WRAPPED and text[-1:].isalpha()
    return [said for said in found if said.words]


def _telling_lines(document: Document, lines: Lines, words: int, known: _Words) -> list[int]:
    """The lines that show an answer, if the text speaks of nothing else; a line that tells of a failure first."""
    if words > _MOST_WORDS:
        return _between_menus(lines, known)
    said = _sentences(lines)
    if not said or max(s.words for s in said) > _LONGEST_LINE:
        return []
    if _FIRST_LINE.match(lines.texts[said[0].line].strip()):
        return [s.line for s in said[:_QUOTED]]
    if words <= _LOADING_WORDS and (loading := [s.line for s in said if LOADING.match(s.text)]):
        return loading
    if _has_a_subject(document, lines, said, known):
        return []
    return _refusal(said, known) or _form(said) or _consent(said)


def _is_certain(lines: Lines, told: list[int]) -> bool:
    """Whether one of the lines is such as only a server writes: a status, a number, what was asked for, a form."""
    texts = [html.unescape(lines.texts[n]).translate(_STRAIGHT).strip() for n in told]
    return any(
        _FIRST_LINE.match(text) or _STATUS.match(text) or _NUMBERED.match(text) or _is_of_a_server(text.lower())
        for text in texts
    )


def _is_of_a_server(text: str) -> bool:
    at_start = (STATED, SIGN_IN, LOADING)
    return any(p.match(text) for p in at_start) or any(p.search(text) for p in (CERTAIN, ASKED_FOR, STORED))


def _between_menus(lines: Lines, known: _Words) -> list[int]:
    """The line between the menus of a page that says that there is no such page, or its only sentences if they do."""
    counts = lines.word_counts[lines.filled]
    short = counts <= _MENU_WORDS
    # Most texts end here, before any of their lines is searched.
    if short.sum() < max(_MENU_LINES, _SHARE_FROM * len(counts)):
        return []
    said = _sentences(lines)
    failed = [s for s in said if known.tells_of_failure(s)]
    told = [s for s in failed if s.words <= _STATEMENT_WORDS and STATED.match(s.text)]
    # Texts that list such lines have more of them.
    if told and len(failed) <= _MOST_FAILED:
        return [told[0].line]
    sentences = [s for s in said if s.words > _MENU_WORDS]
    return _refusal(sentences, known) if sum(s.words for s in sentences) <= _BETWEEN_MENUS else []


def _refusal(said: list[_Said], known: _Words) -> list[int]:
    """The lines that tell a visitor what failed or has to be waited for, if most words are about that."""
    failed = [s for s in said if known.tells_of_failure(s)]
    numbered = [s for s in said if _NUMBERED.match(s.text) or _STATUS.match(s.text)]
    about = [s for s in said if s in failed or s in numbered or known.site.search(s.text)]
    total = sum(s.words for s in said)
    if not failed or sum(s.words for s in about) < _SHARE_FROM * total:
        return []
    proof = [s for s in failed if known.site.search(s.text)]
    if numbered or (total <= _CURT_WORDS and sum(s.words for s in failed) >= _ALL_FROM * total):
        proof = proof or failed
    addressed = any(ADDRESSED.search(s.text) for s in said)
    bare = len(failed) == len(said) > 1 and total <= _BARE_WORDS
    return [s.line for s in (*proof, *numbered)] if proof and (addressed or numbered or bare) else []


def _form(said: list[_Said]) -> list[int]:
    """The lines of a form that signs a visitor in, in a text of hardly anything else."""
    form = [s.line for s in said if SIGN_IN.match(s.text)]
    return form if len(form) > 1 and sum(s.words for s in said) <= _BETWEEN_MENUS else []


def _consent(said: list[_Said]) -> list[int]:
    """The lines of a dialog that asks for consent: what is stored, and buttons for it."""
    about = [s for s in said if CONSENT.search(s.text)]
    asked = [s for s in about if STORED.search(s.text) and s.words > _MENU_WORDS and ADDRESSED.search(s.text)]
    buttons = [s for s in about if s.words <= _MENU_WORDS]
    most = sum(s.words for s in about) >= _SHARE_FROM * sum(s.words for s in said)
    return [s.line for s in asked] if most and len(buttons) > 1 else []


def _traces(lines: Lines, found: list[int], kind: TraceKind = TraceKind.MACHINE_ANSWER) -> list[Trace]:
    return [Trace(kind=kind, quote=quote(lines.texts, n)) for n in found[:_QUOTED]]
