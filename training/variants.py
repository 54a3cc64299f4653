"""The same document in other states: its markup taken away, as copying out of a page leaves it."""

import re

_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+", re.MULTILINE)
_UNDERLINE = re.compile(r"^([=\-~^\"'`#*+.])\1{3,}\s*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_REST_LINK = re.compile(r"`([^`<\n]+?)\s*<[^>`\n]+>`_+")
_DIRECTIVE = re.compile(r"^\s*\.\. [^\n]*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|`+)(?=\S)(.+?)(?<=\S)\1")
_BULLET = re.compile(r"^(\s*)[-*+]\s+", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,200}>")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLANKS = re.compile(r"\n{3,}")


def flattened(text: str) -> str:
    """The text without Markdown or reStructuredText marks: no headings, links, fences or bullets."""
    text = _FRONT_MATTER.sub("", text)
    for pattern, replacement in (
        (_FENCE, ""),
        (_DIRECTIVE, ""),
        (_UNDERLINE, ""),
        (_HEADING, ""),
        (_LINK, r"\1"),
        (_REST_LINK, r"\1"),
        (_EMPHASIS, r"\2"),
        (_BULLET, r"\1"),
        (_TAG, ""),
    ):
        text = pattern.sub(replacement, text)
    return _BLANKS.sub("\n\n", text.replace("|", " ")).strip()
