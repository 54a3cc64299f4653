"""Fences of code blocks in Markdown: what the parser takes otherwise than CommonMark, and blocks that nothing closes."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.location import text_span
from checkfirst.model.losses import Loss, LossKind

#: Characters of the shortest fence of a code block (CommonMark, fenced code blocks).
_LENGTH: Final = 3
#: A fence with a name and a title that has code in it.
_OPENED_WITH_CODE: Final = lazy_re.compile(rb"^[ \t>]{0,12}(`{3,12})[a-z][^`\n]{0,300}`[^`\n]{1,300}`")
#: What may stand before a fence: indentation, quotation signs and list markers; and before a closing one.
_BEFORE, _BEFORE_CLOSING = b" \t>*-+0123456789.)", b" \t>"
_WITH_BLANKS_BEHIND: Final = lazy_re.compile(r"^[ >]*(?:`{3,}|~{3,})[ \t]+$", re.MULTILINE)


def without_tabs_behind_fences(text: str) -> str:
    """The text with blanks in place of tabs behind fences, where the parser takes blanks alone, CommonMark both."""
    return _WITH_BLANKS_BEHIND.sub(lambda match: match[0].replace("\t", " "), text) if "\t" in text else text


def _is_opened(line: bytes, length: int) -> bool:
    """Whether a line was meant to open a block that a fence of ``length`` characters closes: code in its title makes it a
    paragraph in CommonMark, and a block with a title for programs of sites."""
    opening = _OPENED_WITH_CODE.match(line)
    return opening is not None and len(opening[1]) <= length


def unclosed_fence(lines: list[bytes], first: int, end: int, last: int) -> Loss | None:
    """The loss for a code block that runs to the end of the text without a closing fence; ``None`` for any other.

    The block has the lines from ``first`` up to ``end``; ``last`` is the number of the last line that is not blank, from 1.
    """
    opening = lines[first].lstrip(_BEFORE)
    fence = opening[:_LENGTH]
    closed = end > first + 1 and lines[end - 1].lstrip(_BEFORE_CLOSING).startswith(fence)
    # The underline of a compiler's message (~~~~^^^^) is not meant as a fence.
    info = opening.lstrip(fence[:1])
    if closed or end < last or set(info) & set(b"~^`"):
        return None
    if not info and any(_is_opened(line, len(opening)) for line in lines[:first]):
        return None
    return Loss(kind=LossKind.FENCE_NOT_CLOSED, count=end - first, span=text_span(first))
