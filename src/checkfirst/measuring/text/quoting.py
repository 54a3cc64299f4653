"""Quotes of lines: shortened, printable, and chosen by score."""

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.quotes import Quote
from checkfirst.safe_text import LONGEST, shortened


def quote(lines: list[str], first: int, last: int | None = None) -> Quote:
    """The quote of the lines ``first`` to ``last`` (from 0, both included), with the text of the first line."""
    return Quote(span=text_span(first, last), text=shortened(lines[first]))


def quote_end(lines: list[str], n: int) -> Quote:
    """The quote of the line ``n`` (from 0) with the end of its text, which is what shows that it breaks off."""
    line = lines[n].rstrip()
    told = line if len(line) <= LONGEST else f"…{line[1 - LONGEST :].partition(' ')[2] or line[1 - LONGEST :]}"
    return Quote(span=text_span(n), text=shortened(told))


def at_span(lines: list[str], span: TextSpan) -> Quote:
    """The quote of a span, with the text of its first line."""
    return Quote(span=span, text=shortened(lines[span.start_line - 1]))


def quote_lines(lines: Lines, worth: Matrix, most: int, numbers: NDArray[np.int64] | None = None) -> tuple[Quote, ...]:
    """Quotes of at most ``most`` lines, those with the greatest positive ``worth``, in text order.

    ``numbers`` has the document's line (from 0) of each line, if ``lines`` are only some of the document's lines.
    """
    positive = (worth > 0).nonzero()[0]
    chosen = sorted(positive[np.argsort(-worth[positive], kind="stable")[:most]].tolist())
    if numbers is None:
        return tuple(quote(lines.texts, n) for n in chosen)
    return tuple(Quote(span=text_span(int(numbers[n])), text=shortened(lines.texts[n])) for n in chosen)
