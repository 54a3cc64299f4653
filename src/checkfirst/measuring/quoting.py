"""Lines as evidence: short, printable, and the ones that carry most."""

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.lines import Lines, Matrix
from checkfirst.model.document import Span
from checkfirst.model.measures import Quote

#: Longest quote, in characters.
LONGEST = 120


def printable(text: str) -> str:
    """The text on one line with control, bidirectional and other invisible characters escaped."""
    text = " ".join(text.split())
    if text.isprintable():
        return text
    shown = []
    for character in text:
        if character.isprintable():
            shown.append(character)
        else:
            code = ord(character)
            shown.append(f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}")
    return "".join(shown)


def shortened(text: str, longest: int = LONGEST) -> str:
    """The printable text, cut at the end with an ellipsis where it is too long."""
    # Escapes make text longer, never shorter: what is far past the cut need not be looked at.
    shown = printable(text[: 4 * longest])
    return shown if len(shown) <= longest and len(text) <= 4 * longest else shown[: longest - 1].rstrip() + "…"


def quote(lines: list[str], first: int, last: int | None = None) -> Quote:
    """The quote of lines ``first`` to ``last`` (from 0, both included); its text is the first's."""
    span = Span(start_line=first + 1, end_line=(first if last is None else last) + 1)
    return Quote(span=span, text=shortened(lines[first]))


def quote_lines(lines: Lines, worth: Matrix, most: int, numbers: NDArray[np.int64] | None = None) -> tuple[Quote, ...]:
    """The lines of greatest worth above zero, in text order.

    ``numbers`` gives the document's line for each line, where they are not the same.
    """
    told = (worth > 0).nonzero()[0]
    best = told[np.argsort(-worth[told], kind="stable")[:most]]
    chosen = sorted(best.tolist())
    return tuple(_numbered(quote(lines.texts, n), n if numbers is None else int(numbers[n])) for n in chosen)


def _numbered(said: Quote, line: int) -> Quote:
    return Quote(span=Span(start_line=line + 1, end_line=line + 1), text=said.text)
