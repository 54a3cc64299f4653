"""Characters that show nothing: words spelled in tags, runs of zero width, and overrides of the writing direction."""

import re
from typing import Final

from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, Hidden

#: Unicode's tag characters repeat ASCII invisibly (The Unicode Standard, section 23.9); flags of regions use a few.
_TAGS = re.compile("[\U000e0020-\U000e007e]{4,}")
_TAG_BASE: Final = 0xE0000
#: Zero-width characters shape letters one or two at a time; long runs are a code.
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff\u180e]{8,}")
#: Overrides and embeddings of direction, with which a line reads otherwise than it runs (Boucher and Anderson 2021).
_DIRECTION = re.compile("[\u202a-\u202e]")
#: Places that are kept for one document.
_MOST: Final = 200
#: Characters of a line that are kept.
_LONGEST: Final = 300
_BLACK_FLAG: Final = "\U0001f3f4"


def invisible_text(text: str) -> tuple[Hidden, ...]:
    """What the text holds in characters that nobody sees, with their lines."""
    if text.isascii():
        return ()
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii():
            continue
        for match in _TAGS.finditer(line):
            if line[match.start() - 1 : match.start()] != _BLACK_FLAG:
                said = "".join(chr(ord(character) - _TAG_BASE) for character in match[0])
                found.append(Hidden(how=Concealment.TAG_CHARACTERS, text=said, span=text_span(number - 1)))
        for match in _ZERO_WIDTH.finditer(line):
            found.append(
                Hidden(how=Concealment.ZERO_WIDTH, text=f"{len(match[0])} of them", span=text_span(number - 1))
            )
        if _DIRECTION.search(line):
            found.append(
                Hidden(how=Concealment.DIRECTION_OVERRIDE, text=line.strip()[:_LONGEST], span=text_span(number - 1))
            )
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])
