"""The indented bodies of notes, details and tabs in Markdown for MkDocs, which CommonMark takes for code."""

from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.reading.text.marks import Mark, has

#: The first line of a note (Python-Markdown, "Admonition"), of details and of a tab (PyMdown Extensions).
_OPENING = lazy_re.compile(
    r" *+(?:(?:!!!|\?\?\?\+?) ?[\w-]++(?: ++[\w-]++)*+(?: *+\"[^\"]*\")?|===[!+]? ?\"[^\"]*\") *+"
)
_FENCE = lazy_re.compile(r" *(`{3,}|~{3,})")
_ITEM = lazy_re.compile(r" *(?:[-*+]|\d+[.)]) ")
#: Blanks by which a body is indented.
_INDENT: Final = 4


def with_flat_bodies(text: str) -> str:
    """The text with each line of such a body as long as before, its indentation moved to its end.

    So a parser of CommonMark reads bodies as text, and lines keep their numbers and offsets.
    """
    if not has(text, Mark.BODY):
        return text
    return "\n".join(_flat(text.split("\n")))


def _flat(lines: list[str]) -> Iterator[str]:
    fence, in_list = "", False
    # The indentation of the bodies that are open, the innermost last.
    open_bodies: list[int] = []
    for line in lines:
        if not line.strip():
            yield line
            continue
        blanks = len(line) - len(line.lstrip(" "))
        while open_bodies and blanks < open_bodies[-1]:
            open_bodies.pop()
            fence = ""
        moved = _INDENT * len(open_bodies)
        yield line[moved:] + " " * moved
        if blanks - moved < _INDENT and not fence:
            in_list = _ITEM.match(line) is not None
        if marks := _FENCE.match(line):
            closes = fence and marks[1].startswith(fence)
            fence = "" if closes else fence or marks[1]
        # Indented without a list above, it is shown as code.
        elif not fence and (blanks - moved < _INDENT or in_list) and _OPENING.fullmatch(line):
            open_bodies.append(blanks + _INDENT)
