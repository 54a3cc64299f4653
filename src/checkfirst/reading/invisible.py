"""Text in invisible characters: Unicode tags, runs of zero-width characters, and direction overrides."""

import re
from typing import Final

from checkfirst.model.location import text_span
from checkfirst.model.losses import Concealment, Hidden

#: Tag characters, an invisible copy of ASCII (The Unicode Standard, section 23.9). Emoji flags of regions use them, too.
_TAGS = re.compile("[\U000e0020-\U000e007e]{4,}")
_TAG_BASE: Final = 0xE0000
#: Some scripts use one or two zero-width characters between letters; a long run encodes a message.
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff\u180e]{8,}")
#: Direction overrides and embeddings, by which a line is shown in another order than it is stored (Boucher and Anderson
#: 2021).
_DIRECTION = re.compile("[\u202a-\u202e]")
#: Texts that are kept of one document, and characters of a line. Not measured.
_MOST: Final = 200
_LONGEST: Final = 300
#: Begins an emoji flag.
_BLACK_FLAG: Final = "\U0001f3f4"


def invisible_text(text: str) -> tuple[Hidden, ...]:
    """The hidden texts in invisible characters, with their lines; at most 200."""
    if text.isascii():
        return ()
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii():
            continue
        for match in _TAGS.finditer(line):
            if line[match.start() - 1 : match.start()] != _BLACK_FLAG:
                ascii_text = "".join(chr(ord(character) - _TAG_BASE) for character in match[0])
                found.append(Hidden(how=Concealment.TAG_CHARACTERS, text=ascii_text, span=text_span(number - 1)))
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
