"""Lines as evidence: short, printable, and the ones that carry most."""

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.measures import Quote
from checkfirst.safe_text import shortened


def quote(lines: list[str], first: int, last: int | None = None) -> Quote:
    """The quote of lines ``first`` to ``last`` (from 0, both included); its text is the first's."""
    return Quote(span=text_span(first, last), text=shortened(lines[first]))


def at_span(lines: list[str], span: TextSpan) -> Quote:
    """The quote of a span that is known already; its text is the first line's."""
    return Quote(span=span, text=shortened(lines[span.start_line - 1]))


def quote_lines(lines: Lines, worth: Matrix, most: int, numbers: NDArray[np.int64] | None = None) -> tuple[Quote, ...]:
    """The lines of greatest worth above zero, in text order.

    ``numbers`` gives the document's line for each line, where they are not the same.
    """
    told = (worth > 0).nonzero()[0]
    best = told[np.argsort(-worth[told], kind="stable")[:most]]
    chosen = sorted(best.tolist())
    return tuple(_numbered(quote(lines.texts, n), n if numbers is None else int(numbers[n])) for n in chosen)


def _numbered(said: Quote, line: int) -> Quote:
    return Quote(span=text_span(line), text=said.text)
