"""Front matter that the loaders of a page can't read: it is never closed, or its YAML or TOML does not parse."""

import tomllib
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.content import FrontMatterFault
from checkfirst.model.document import Document
from checkfirst.model.formats import Format

#: Lines within which front matter ends. Not measured.
_WITHIN: Final = 200
#: Fewest lines with a field that make an unclosed block front matter. Not measured.
_FIELDS: Final = 2
_FIELD = lazy_re.compile(r"[A-Za-z][\w .-]{0,40}:(?:\s|$)")
#: Fields of one line each that every parser of YAML reads alike: their values have nothing that means something in it.
_PLAIN_FIELDS = lazy_re.compile(
    r"(?:[A-Za-z_][A-Za-z0-9_-]{0,60}:(?: (?:[A-Za-z0-9./](?:[\w ./()&,+@=?!%;'-]|:(?=\S)){0,300}|\"[ !#-\[\]-~]{0,300}\"|'[ -&(-~]{0,300}'"
    r"|\[(?:\w[\w./ -]{0,80}(?:, ?\w[\w./ -]{0,80}){0,40})?\]))?\n)+"
)
#: The line with which kramdown-rfc goes on from front matter to a part of a draft, and lines within which it stands:
#: references are part of the front matter. Not measured.
_PART = lazy_re.compile(r"--- (?:abstract|middle|back|note\w*)\b")
_PARTS_WITHIN: Final = 2_000
_GENERATED: Final = ("{{", "{%", "<%")
_FENCES: Final = {"---": ("---", "..."), "+++": ("+++",)}


def find_front_matter_fault(document: Document, texts: list[str]) -> FrontMatterFault | None:
    """Why the front matter of a Markdown page can't be read; ``None`` if it can, or there is none."""
    fence = texts[0].rstrip() if texts else ""
    if document.format is not Format.MARKDOWN or fence not in _FENCES:
        return None
    end = next((n for n, line in enumerate(texts[1:_WITHIN], 1) if line.rstrip() in _FENCES[fence]), None)
    if end is None and fence == "---" and any(map(_PART.match, texts[1:_PARTS_WITHIN])):
        return None
    if end is None:
        head = texts[1 : next((n for n, line in enumerate(texts[1:_WITHIN], 1) if not line.strip()), _WITHIN)]
        fields = [line for line in head if _FIELD.match(line)]
        closed = len(fields) < max(_FIELDS, len(head) / 2)
        return None if closed else FrontMatterFault(reason="never closed", quote=quote(texts, 0))
    lines = texts[1:end]
    block = "\n".join(lines)
    if any(sign in block for sign in _GENERATED) or not any(_FIELD.match(line) or "=" in line for line in lines):
        return None
    return _toml_fault(block, texts) if fence == "+++" else _yaml_fault(block, texts)


def _toml_fault(block: str, texts: list[str]) -> FrontMatterFault | None:
    try:
        tomllib.loads(block)
    except tomllib.TOMLDecodeError as error:
        return FrontMatterFault(reason=str(error), quote=quote(texts, 1))
    return None


def _yaml_fault(block: str, texts: list[str]) -> FrontMatterFault | None:
    if _PLAIN_FIELDS.fullmatch(block + "\n"):
        return None
    import yaml  # takes time, and few documents need it

    try:
        yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return FrontMatterFault(reason=error.problem or "not YAML", quote=quote(texts, 1 + (mark.line if mark else 0)))
    except yaml.YAMLError as error:
        return FrontMatterFault(reason=str(error).partition("\n")[0], quote=quote(texts, 1))
    return None
