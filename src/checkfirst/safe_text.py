"""Text of documents made safe to print: on one line, short, with control and invisible characters escaped."""

import re

#: Characters that Python calls printable and that show nothing: Hangul fillers, and the variation selectors that no
#: emoji uses.
_INVISIBLE = re.compile("[\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\U000e0100-\U000e01ef]")
#: Characters of the longest quote. Not measured.
LONGEST = 120
#: Where the code points end that are escaped with two and with four hexadecimal digits.
_TWO_DIGITS, _FOUR_DIGITS = 0x100, 0x10000
#: Characters, as a multiple of the longest quote, that are escaped before cutting: escaping never makes text shorter.
_ESCAPED_BEFORE_CUT = 4


def printable(text: str) -> str:
    """The text on one line, each run of white space one blank, with invisible and control characters escaped."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """The line with control, bidirectional and other invisible characters escaped; blanks stay as they are."""
    if text.isprintable() and not _INVISIBLE.search(text):
        return text
    shown = []
    for character in text:
        if character.isprintable() and not _INVISIBLE.match(character):
            shown.append(character)
            continue
        code = ord(character)
        if code < _TWO_DIGITS:
            shown.append(f"\\x{code:02x}")
        else:
            shown.append(f"\\u{code:04x}" if code < _FOUR_DIGITS else f"\\U{code:08x}")
    return "".join(shown)


def shortened(text: str, longest: int = LONGEST) -> str:
    """The printable text, cut to ``longest`` characters; the last one is then an ellipsis."""
    escaped_length = _ESCAPED_BEFORE_CUT * longest
    shown = printable(text[:escaped_length])
    if len(shown) <= longest and len(text) <= escaped_length:
        return shown
    return shown[: longest - 1].rstrip() + "…"
