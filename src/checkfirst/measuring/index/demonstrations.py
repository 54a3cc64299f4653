"""What looks like a link and is none: a link that only shows how links are written, and brackets in a formula."""

import re
from collections.abc import Sequence
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.code_spans import CODE_SPAN

#: The signs that make a target in code a link: of Markdown, wikis and HTML.
_SIGNS: Final = ("](", "[[", "]:", "href=", "src=")
_FORMULA: Final = lazy_re.compile(r"\$\$?(?! )([^$\n]+)(?<! )\$")
#: The start of a formula or an environment of LaTeX that may run over lines, which Pandoc and MathJax take as it is.
_BLOCK_START: Final = lazy_re.compile(r"^[ \t>]*(?:(\$\$)|(\\\[)|\\begin\{([A-Za-z]{1,30}\*?)\})", re.MULTILINE)
#: A tag of Liquid, Nunjucks, Jinja or Twig behind which text is kept for later or shown as it is.
_TAG: Final = lazy_re.compile(r"\{%-?\s*(set(?=\s+\w+\s*-?%)|raw|verbatim|highlight)\b[^%\n]{0,100}%\}")
#: A name without what paths and addresses have.
_NAME: Final = lazy_re.compile(r"[A-Za-z][\w-]{0,40}")
_BLANK_LINE: Final = lazy_re.compile(r"\n[ \t]*\n")
#: Characters of the longest such block. Not measured.
_MOST_BLOCK: Final = 10_000
#: Characters of the longest line that is searched. Not measured.
_MOST: Final = 5_000


def is_demonstrated(target: str, lines: Sequence[str], number: int) -> bool:
    """Whether line ``number`` (from 0), or the line before it, has a link to the target in a span of code or a formula.

    A name in angle brackets, ``[x](<address>)``, keeps the place of an address: brackets are for blanks in it.
    """
    return bool(target) and (
        (_NAME.fullmatch(target) is not None and f"](<{target}>)" in lines[number])
        or _is_in_formula(target, lines[number])
        or any(
            len(line) <= _MOST and "`" in line and target in line and _shows(target, line)
            for line in lines[max(0, number - 1) : number + 1]
        )
    )


def latex_lines(text: str) -> frozenset[int]:
    """The lines (from 1) of formulas and environments of LaTeX in a Markdown text."""
    if "$$" not in text and "\\[" not in text and "\\begin{" not in text:
        return frozenset()
    lines: set[int] = set()
    number, counted = 1, 0
    ends: dict[str, int] = {}
    for start in _BLOCK_START.finditer(text):
        if start.start() < counted:
            continue
        closing = "$$" if start[1] else "\\]" if start[2] else f"\\end{{{start[3]}}}"
        if (end := ends.get(closing, 0)) < start.end():
            # Each end is looked for once, so that many starts without one take no time.
            found = text.find(closing, start.end())
            end = ends[closing] = found if found >= 0 else len(text) + _MOST_BLOCK
        # A blank line ends a formula, and an environment has some.
        if end - start.end() >= _MOST_BLOCK or (not start[3] and _BLANK_LINE.search(text, start.end(), end)):
            continue
        number, counted = number + text.count("\n", counted, start.start()), start.start()
        height = text.count("\n", start.start(), end)
        lines.update(range(number, number + height + 1))
        number, counted = number + height, end
    return frozenset(lines)


def shown_lines(text: str) -> frozenset[int]:
    """The lines (from 1) that tags of a template keep or show as they are: code, most of all."""
    if "{%" not in text:
        return frozenset()
    lines: set[int] = set()
    number, counted = 1, 0
    for start in _TAG.finditer(text):
        if start.start() < counted:
            continue
        end = re.compile(rf"\{{%-?\s*end{start[1]}\b").search(text, start.end(), start.end() + _MOST_BLOCK)
        if end is None:
            continue
        number, counted = number + text.count("\n", counted, start.start()), start.start()
        height = text.count("\n", start.start(), end.start())
        # On a line of its own such a tag only keeps a few signs from the program.
        lines.update(range(number, number + height + 1) if height else ())
        number, counted = number + height, end.start()
    return frozenset(lines)


def _is_in_formula(target: str, line: str) -> bool:
    """Whether the target stands in a formula between dollar signs, as in ``$\\sqrt[3](x)$``."""
    if "$" not in line or len(line) > _MOST:
        return False
    return any(f"]({target})" in formula for formula in _FORMULA.findall(line))


def _shows(target: str, line: str) -> bool:
    spans = (code for _, code in CODE_SPAN.findall(line))
    return any(target in code and any(sign in code for sign in _SIGNS) for code in spans)
