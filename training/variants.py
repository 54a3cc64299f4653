"""Other states of a document: without markup, or damaged as by careless copying."""

import random
import re
import textwrap

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
    """The text without Markdown and reStructuredText markup: headings, links, fences and bullets."""
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


def degraded(text: str, rng: random.Random) -> str:
    """The text as after careless copying: only a part of it, without blank lines, or with wrapped lines."""
    if rng.random() < 0.5:
        text = _piece(text, rng)
    turn = rng.random()
    if turn < 0.45:
        return "\n".join(line for line in text.split("\n") if line.strip())
    if turn < 0.75:
        paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text)]
        return "\n\n".join(textwrap.fill(p, 72) for p in paragraphs)
    return text


def _piece(text: str, rng: random.Random) -> str:
    """60 to 400 consecutive words, in half of the cases the first ones."""
    lines = text.split("\n")
    wanted = rng.randrange(60, 400)
    first = 0 if rng.random() < 0.5 else rng.randrange(max(1, len(lines) * 2 // 3))
    kept: list[str] = []
    count = 0
    for line in lines[first:]:
        kept.append(line)
        count += len(line.split())
        if count >= wanted:
            break
    return "\n".join(kept)


Labels = list[tuple[str, str]]


def degraded_lines(page: Labels, other: Labels, rng: random.Random) -> Labels:
    """A page's labelled lines with random damage of saved text.

    Blank lines are removed, lines are wrapped at 72 columns, bullets are lost, characters are decoded wrongly, the page
    is cut at both ends, or another page follows in the same file.
    """
    lines = list(page)
    if rng.random() < 0.3:
        cut = len(lines) // 8
        lines = lines[rng.randrange(cut + 1) : len(lines) - rng.randrange(cut + 1)]
    if rng.random() < 0.2:
        lines = [*lines, *other]
    if rng.random() < 0.6:
        lines = [(line, label) for line, label in lines if line.strip()]
    if rng.random() < 0.35:
        lines = [(part, label) for line, label in lines for part in textwrap.wrap(line, 72) or [line]]
    if rng.random() < 0.3:
        lines = [(_BULLET.sub(r"\1", line), label) for line, label in lines]
    if rng.random() < 0.25:
        lines = [(line.encode("utf-8", "replace").decode("cp1252", "replace"), label) for line, label in lines]
    return lines or list(page)
