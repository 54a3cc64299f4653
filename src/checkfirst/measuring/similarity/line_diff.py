"""Lines in which a near-duplicate or an older version differs from the other document."""

from typing import Final

from checkfirst.measuring.text.quoting import quote
from checkfirst.model.measures import Quote

#: Number of lines that are quoted.
_QUOTED: Final = 3
#: Share of differing lines above which the texts are taken to be wrapped differently. Not measured.
_MOST: Final = 0.5


def differing_lines(text: str, other: str) -> tuple[int, tuple[Quote, ...]]:
    """The number of lines of ``text`` that ``other`` lacks, white space ignored, and quotes of the first of them.

    ``(0, ())`` if most lines differ, because the texts are then wrapped differently.
    """
    lines = text.split("\n")
    other_lines = {" ".join(line.split()) for line in other.split("\n")}
    filled = [n for n, line in enumerate(lines) if line.strip()]
    differing = [n for n in filled if " ".join(lines[n].split()) not in other_lines]
    if len(differing) > _MOST * len(filled):
        return 0, ()
    return len(differing), tuple(quote(lines, n) for n in differing[:_QUOTED])
