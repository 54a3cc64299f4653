"""The lines by which a near-copy or an older version differs from the other."""

from typing import Final

from checkfirst.measuring.text.quoting import quote
from checkfirst.model.measures import Quote

#: Lines that are quoted, and the share of differing lines beyond which the text was only wrapped anew.
_QUOTED: Final = 3
_MOST: Final = 0.5


def differing_lines(text: str, other: str) -> tuple[int, tuple[Quote, ...]]:
    """How many lines of ``text`` the other lacks, white space aside, and the first of them.

    None where most lines differ: then the same words stand on other lines.
    """
    lines = text.split("\n")
    there = {" ".join(line.split()) for line in other.split("\n")}
    filled = [n for n, line in enumerate(lines) if line.strip()]
    apart = [n for n in filled if " ".join(lines[n].split()) not in there]
    if len(apart) > _MOST * len(filled):
        return 0, ()
    return len(apart), tuple(quote(lines, n) for n in apart[:_QUOTED])
