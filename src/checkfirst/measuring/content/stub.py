"""Stubs: files too short to be a document, by what they hold in place of a text.

A note of two lines may be complete; so the size alone shows nothing. A stub has no text below its title, says that its text
is still to be written, is the path of another file, or has no sentence at all.
"""

import re
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.composed import REQUIRES
from checkfirst.measuring.content.error_bodies import is_error_body
from checkfirst.measuring.content.unwritten import UNWRITTEN
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.content import Stub, StubReason
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Format, Trait

#: Most words of a stub, and most characters of its file. Not measured.
_MOST_WORDS: Final = 40
_MOST_CHARACTERS: Final = 1_500
#: Fewest words of a line that is a sentence, and of lines in scripts without spaces its letters. Not measured.
_SENTENCE_WORDS: Final = 6
_SENTENCE_LETTERS: Final = 12
#: Fewest words of a line that ends as a sentence does. Not measured.
_SHORT_SENTENCE: Final = 4
_ENDS: Final = (".", "!", "?", "。")
#: Fewest items of a list, and of a page's headings, that are content. Not measured.
_LIST_ITEMS: Final = 3
_HEADINGS: Final = 3
#: Names of files that are short by nature, and folders of pieces that other files include.
_SHORT_NAMES = lazy_re.compile(
    r"^(?:[_.].*|index|readme|summary|sidebar|toc|licen[cs]es?|copying|notice|copyright|authors|maintainers|owners|codeowners|contributors"
    r"|change ?logs?|changes|history|news|releases?|version|keep|cname|requirements.*|constraints.*|robots|ads|app-ads|humans|security"
    r"|cmakelists|manifest|404|help|prompt.*|.*[._-]prompt|include.*|snippet.*|glossary.*|redirect.*)$",
    re.IGNORECASE,
)
#: Names of files that present their folder.
_PRESENTING: Final = frozenset(("index", "_index", "readme"))
_FOLDERS: Final = (
    "_includes includes include partials _partials snippets fragments shortcodes templates layouts _layouts prompts commands"
    " changelog changelogs newsfragments changelog.d .changeset fixtures tests test testdata samples i18n locale locales"
)
_PIECES: Final = frozenset(_FOLDERS.split())
#: A path of another file, which is what a symbolic link holds: it goes up, or has a folder, or a document's suffix.
_PATH = lazy_re.compile(
    r"\A(?!@)(?:(?:\.{1,2}/)+(?:[\w@+.-]+/)*[\w@+.-]+|(?:[\w@+.-]+/){0,12}[\w@+-][\w@+.-]*\.(?:mdx?|markdown|rst|adoc|txt|html?|pdf|org|docx?))\n?\Z"
)
#: Files that hold the name of a host.
_HOSTS = lazy_re.compile(r"\w*cname$", re.IGNORECASE)
#: Signs of markup that puts a text in the file's place, and words in capitals that state a requirement.
_FILLED_LATER = lazy_re.compile(
    r"\{[%{#]|^!?\[\[|^(?:@|!include|:::|--8<--|\.\. |include::|<!--\s*@?include)|<\w", re.MULTILINE
)
_INCLUDED = lazy_re.compile(r"\{[%{#]|^!?\[\[|^(?:@|!include|--8<--|include::|<!--\s*@?include)", re.MULTILINE)
#: The lines that begin and end a block of notes: ``:::warning``, ``!!! note``, ``> [!TIP]``.
_BLOCK = lazy_re.compile(r"\s*(?::::|!!!|\?\?\?|> *\[!|\.\. \w+::\s*$)")
#: Addresses and numbers, which say nothing of a subject.
_ADDRESS = lazy_re.compile(r"/|.@.|\w\.\w{2}")


def measure_stub(document: Document, lines: Lines) -> Stub | None:
    """Why a file is a stub; ``None`` for a document, for a file that is short by nature and for one without any text."""
    text = document.text
    if len(text) > _MOST_CHARACTERS or not len(lines.filled):
        return None
    first = quote(lines.texts, int(lines.filled[0]))
    if _HOSTS.match(PurePosixPath(document.path).name):
        return None
    if _PATH.match(text.strip()) and Trait.CODE not in document.traits:
        return Stub(reason=StubReason.PATH, quote=first)
    # The page of a folder may be short, but one that says that it is still to be written is a stub.
    presents = PurePosixPath(document.path).stem.lower() in _PRESENTING
    if is_short_by_nature(document.path) and not presents:
        return None
    if not presents and is_error_body(text):
        return Stub(reason=StubReason.ANSWER, quote=first, said=_without_addresses(text))
    if not (Trait.PROSE in document.traits or document.format is Format.TEXT):
        return None
    body = _body(document, lines)
    if unwritten := _unwritten(document, lines, body):
        return unwritten
    if _holds_more(document):
        return None
    said = [lines.texts[n].strip() for n in body]
    headings = sum(s.role is Role.HEADING for s in document.segments)
    if not body:
        # A page of front matter alone is made by its site, and many headings without text are a template.
        bare = headings < _HEADINGS and not document.metadata and not presents
        return Stub(reason=StubReason.NO_TEXT, quote=first) if bare else None
    if sum(int(lines.word_counts[n]) for n in body) > _MOST_WORDS:
        return None
    if presents or any(_is_sentence(line) for line in said):
        return None
    return Stub(reason=StubReason.NO_SENTENCE, quote=first, said=_without_addresses(" ".join(said)))


def _without_addresses(text: str) -> str:
    return " ".join(word for word in text.split() if not _ADDRESS.search(word))


def _unwritten(document: Document, lines: Lines, body: list[int]) -> Stub | None:
    """The stub if most lines, or the title of a file without any, say that the text is still to be written."""
    if sum(int(lines.word_counts[n]) for n in body) > _MOST_WORDS:
        return None
    roles = {s.role for s in document.segments}
    if not roles.isdisjoint({Role.TABLE, Role.CODE}) or _INCLUDED.search(document.text):
        return None
    said = [n for n in body if not _BLOCK.match(lines.texts[n])]
    titles = [s.span.start_line - 1 for s in document.segments if s.role is Role.HEADING]
    found = [n for n in said or titles if UNWRITTEN.match(lines.texts[n])]
    if len(found) * 2 <= len(said or titles):
        return None
    text = " ".join(lines.texts[n].strip() for n in said or titles)
    return Stub(reason=StubReason.UNWRITTEN, quote=quote(lines.texts, found[0]), said=text)


def is_short_by_nature(path: str) -> bool:
    """Whether a file of this path may be short: by its name, or as a piece of other files."""
    name = PurePosixPath(path)
    return bool(_SHORT_NAMES.match(name.stem)) or not _PIECES.isdisjoint(part.lower() for part in name.parts[:-1])


def _holds_more(document: Document) -> bool:
    """Whether a file has more than lines of words: tables, code, pictures, links, inclusions, requirements, lists."""
    roles = [s.role for s in document.segments]
    items = sum(s.span.end_line - s.span.start_line + 1 for s in document.segments if s.role is Role.LIST)
    return (
        bool(document.links)
        or Role.TABLE in roles
        or Role.CODE in roles
        or items >= _LIST_ITEMS
        or bool(_FILLED_LATER.search(document.text))
        or bool(REQUIRES.search(document.text))
    )


def _body(document: Document, lines: Lines) -> list[int]:
    """The lines with words that are neither headings nor front matter."""
    apart = {Role.HEADING, Role.TITLE, Role.METADATA}
    outside = {n for s in document.segments if s.role in apart for n in s.span.indices}
    return [n for n in map(int, lines.filled) if n not in outside and lines.word_counts[n]]


def _is_sentence(line: str) -> bool:
    """Whether a line is long enough to state something, or ends as a sentence."""
    if len(line.split()) >= _SHORT_SENTENCE and line.rstrip("*_ ").endswith(_ENDS):
        return True
    return len(line.split()) >= _SENTENCE_WORDS or (
        not line.isascii() and " " not in line and len(line) >= _SENTENCE_LETTERS
    )
