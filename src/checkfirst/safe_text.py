"""Texts of documents as they may be printed: on one line, short, with nothing in them that acts."""

import re

#: Characters that count as printable and show nothing: fillers of Hangul, variation selectors beyond emoji's own.
_UNSEEN = re.compile("[\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\U000e0100-\U000e01ef]")
#: Longest quote, in characters.
LONGEST = 120


def printable(text: str) -> str:
    """The text on one line with control, bidirectional and other invisible characters escaped."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """A line with its blanks as they are, and all that acts or can't be seen escaped."""
    if text.isprintable() and not _UNSEEN.search(text):
        return text
    shown = []
    for character in text:
        if character.isprintable() and not _UNSEEN.match(character):
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
