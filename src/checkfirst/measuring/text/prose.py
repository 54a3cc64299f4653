"""The sentences of a document alone: no markup, no code, no addresses, no identifiers."""

from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.code_spans import PLAIN_CODE_SPAN
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait

#: Characters of a document that are looked through.
_LOOKED_THROUGH: Final = 8_000
_NO_PROSE: Final = {Role.CODE, Role.METADATA, Role.QUOTATION}
#: Formulas of LaTeX, displayed and within a line. What stands between two prices goes with them.
_FORMULA = lazy_re.compile(r"\$\$[^$]{1,2000}\$\$|\$[^$\n]{1,300}\$")
#: Links to other sites, whose titles are in the language of these; targets of links, tags, statements of template
#: languages.
_MARKUP = lazy_re.compile(
    r"\[[^\[\]\n]{0,300}\]\(https?://[^()\s]*\)|`[^`<\n]{0,300}<https?://[^`>\n]*>`__?|\]\([^()\n]*\)|<[^<>\n]{1,300}>|\{[{%][^{}\n]{0,200}[}%]\}"
)
#: Punctuation around a word, and signs inside it.
_AROUND, _INSIDE = "\"'“”„«»‘’()[]{},;:.!?…*|>#-–—", str.maketrans("", "", "'’-")


def prose_of(document: Document, most: int) -> str:
    """The running text from the start of a document, of at least ``most`` characters where it has so many; nothing of source
    code, data, and files of unknown types."""
    if Trait.PROSE not in document.traits or (document.named is None and PurePosixPath(document.path).suffix):
        return ""
    text = document.text[:_LOOKED_THROUGH]
    lines = text.split("\n")
    for segment in document.segments:
        if segment.role in _NO_PROSE:
            for index in segment.span.indices:
                if index < len(lines):
                    lines[index] = ""
    joined = _MARKUP.sub(" ", "\n".join(lines))
    joined = _FORMULA.sub(" ", joined) if "$" in joined else joined
    tokens = PLAIN_CODE_SPAN.sub(" ", joined).split()
    asked: dict[str, bool] = {}
    kept, size = [], 0
    for token in tokens:
        if (known := asked.get(token)) is None:
            known = asked[token] = is_word(token)
        if known:
            kept.append(token)
            size += len(token) + 1
            if size > most:
                break
    return " ".join(kept)


def is_word(token: str) -> bool:
    """Whether a token is a word of a language, and no address, path, version or identifier."""
    if not token.isascii():
        # Words in languages without spaces are not parted, and their signs are many.
        return "/" not in token and "_" not in token
    if token.isalpha():
        return token.islower() or token.istitle() or token.isupper()
    letters = token.strip(_AROUND).translate(_INSIDE)
    return letters.isalpha() and (letters.islower() or letters.istitle() or letters.isupper())
