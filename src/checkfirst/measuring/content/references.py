"""References to documents by name, without a link: "see PLAN.md", "as defined in the wire-format specification"."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.sought import Sought, lines_with
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait
from checkfirst.model.links import Reference
from checkfirst.reading.formats import preferred_suffixes

#: Suffixes of documents; web pages are left out, because such names are mostly of generated or of other sites' pages.
_SUFFIXES: Final = preferred_suffixes(Trait.LISTED, without=Trait.PAGE)
_ENDINGS: Final = "|".join(suffix.removeprefix(".") for suffix in _SUFFIXES)
_NAME = lazy_re.compile(rf"(?<![\w./\-@:])[A-Za-z0-9][\w./\-]{{0,80}}\.(?:{_ENDINGS})\b(?!\.?[\w/])")
#: Phrases before a file name that make it a reference.
_PHRASE = lazy_re.compile(
    r"\b(?:see(?: also)?|refer(?:s|red)? to|(?:defined|described|specified|documented|explained|listed|given|found) in"
    r"|according to|(?:required|set) by|as per|read|consult|follows?)\s+(?:the\s+)?[\W_]{0,4}$",
    re.IGNORECASE,
)
#: Words before a file name that say that the reader, or a program, is to write the file.
_WRITING = lazy_re.compile(
    r"\b(?:write|writes|written|append|appends|save|saves|saved|create|creates|generate|generates|generated|produce|produces"
    r"|output|outputs|export|exports|store|stores|fill in|add [^.;!?]* to"
    r"|schreib\w*|erzeug\w*|speicher\w*|écri\w*|crée\w*|enregistr\w*|escrib\w*|cre[ae]\w*|guard\w*|scriv\w*|salva\w*)\b"
    r"[^.;!?]*$",
    re.IGNORECASE,
)
#: A reference by title, in lower case: titles in upper case are mostly of published standards.
_TITLED = lazy_re.compile(
    r"\b(?:[Ss]ee(?: also)?|[Rr]efer(?:s|red)? to|(?:defined|described|specified|documented|explained) in|[Aa]ccording to)"
    r" (?:the|our) ((?:[a-z][a-z0-9-]+ ){1,3}(?:specification|spec|design document|design doc|requirements document|threat model))\b"
)
#: Words of a title that identify no document. Chosen by hand.
_NO_TITLE_WORDS: Final = (
    "api language current original full following relevant existing formal new above next previous official same "
    "main latest core entire whole respective corresponding underlying proposed final draft feature this that "
    "complete detailed specification spec design document doc requirements threat model"
)
_NO_TITLE: Final = frozenset(_NO_TITLE_WORDS.split())
#: Most references of one document.
_MOST: Final = 200
#: Number of first characters of a line that are searched, and of characters before a name that may hold the phrase.
_SEARCHED: Final = 2_000
_PHRASE_WITHIN: Final = 40
#: The same for a word of writing.
_WRITING_WITHIN: Final = 80


def references(document: Document) -> tuple[Reference, ...]:
    """The references of a document by file name or title, outside code blocks and lines with links."""
    named = frozenset(lines_with(document.text, Sought.DOCUMENT))
    titled = frozenset(lines_with(document.text, Sought.TITLED))
    if not (named or titled):
        return ()
    lines = document.text.split("\n")
    code = {n for s in document.segments if s.role is Role.CODE for n in range(s.span.start_line - 1, s.span.end_line)}
    linked = {link.span.start_line for link in document.links}
    found = []
    for number in sorted(named | titled):
        if number in code or number + 1 in linked:
            continue
        line = lines[number]
        start = line[:_SEARCHED]
        has_name = number in named
        names = _file_names(start, _PHRASE, _PHRASE_WITHIN) if has_name else []
        if has_name:
            written = _file_names(start, _WRITING, _WRITING_WITHIN)
            found += [Reference(name=n, quote=quote(lines, number), written=True) for n in written]
        if number in titled:
            names += [match[1] for match in _TITLED.finditer(start) if title_words(match[1])]
        found += [Reference(name=n, quote=quote(lines, number)) for n in names]
    return tuple(found[:_MOST])


def _file_names(line: str, phrase: re.Pattern[str], within: int) -> list[str]:
    """File names in a line that follow a phrase within so many characters."""
    return [m[0] for m in _NAME.finditer(line) if phrase.search(line[max(0, m.start() - within) : m.start()])]


def title_words(name: str) -> set[str]:
    """The words of a title that identify the document; empty for a file name."""
    return set() if name.endswith(_SUFFIXES) else set(re.split(r"[ -]", name)) - _NO_TITLE
