"""The heading of a thread, above its first comment."""

from typing import Final

from checkfirst.measuring.comments.bodies import Bodies
from checkfirst.measuring.comments.marks import Part

#: Non-blank lines above an opener that are searched for the heading of the thread, and most of them that are text.
_HEADING_WITHIN, _TEXT_WITHIN = 6, 2
#: The same with links to answers elsewhere between.
_LISTED_WITHIN: Final = 60


def heading_above(bodies: Bodies, rank: int) -> tuple[int, int | None] | None:
    """Rank of the heading of comments near above a line, and the number of comments that it gives."""
    texts = passed = 0
    for above in range(rank - 1, max(-1, rank - 1 - _LISTED_WITHIN), -1):
        mark = bodies.marks[above]
        if mark.part is Part.HEADING:
            over = bodies.marks[above - 1] if above else mark
            return (
                (above - 1, over.number) if mark.number is None and over.part is Part.HEADING else (above, mark.number)
            )
        if mark.part is Part.LISTING:
            # Links to answers elsewhere, each with its title below it, may stand between.
            titled = bodies.marks[above + 1].part is Part.TEXT and above + 1 < rank
            texts, passed = max(0, texts - titled), max(0, passed - titled)
            continue
        texts += mark.part is Part.TEXT
        passed += 1
        if texts > _TEXT_WITHIN or passed >= _HEADING_WITHIN:
            return None
    return None
