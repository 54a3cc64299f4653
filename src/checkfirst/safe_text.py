"""Text of documents made safe to print: on one line, short, with control and invisible characters escaped.

Nothing that is printed begins a command of the system that shows it, a terminal or the log of a CI system.
"""

import json
import re
from typing import Final

from checkfirst import lazy_re

#: Characters that Python calls printable and that show nothing: Hangul fillers, and the variation selectors that no
#: emoji uses.
_INVISIBLE = lazy_re.compile("[\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\U000e0100-\U000e01ef]")
#: Signs of commands in the logs of CI systems: two hash signs with a bracket (Azure Pipelines, "Logging commands"; TeamCity,
#: "Service messages"), and two colons at the beginning of a line (GitHub, "Workflow commands"), which may be indented.
_HASHES: Final = lazy_re.compile(r"##(?=\w{0,20}\[)")
_COLONS: Final = lazy_re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
#: Words of a message that are longer are cut in the middle, and longer messages too. Not measured.
_LONGEST_WORD, LONGEST_MESSAGE = 160, 600
_LONG_WORD: Final = lazy_re.compile(rf"\S{{{_LONGEST_WORD},}}")
#: Characters by which a quoted text is cut at a time.
_STEP: Final = 8
#: Share of what is kept of a cut text that is its beginning.
_KEPT_OF_BEGINNING: Final = 0.7
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


def on_lines(text: str) -> str:
    """The text with its lines and tabs as they are, and all else that acts on a terminal escaped."""
    return "\n".join("\t".join(map(escaped, line.split("\t"))) for line in text.split("\n"))


def shortened(text: str, longest: int = LONGEST) -> str:
    """The printable text, cut to ``longest`` characters; the last one is then an ellipsis."""
    escaped_length = _ESCAPED_BEFORE_CUT * longest
    shown = printable(text[:escaped_length])
    if len(shown) <= longest and len(text) <= escaped_length:
        return shown
    return shown[: longest - 1].rstrip() + "…"


def quoted(text: str, most: int) -> str:
    """The printable text as a JSON string of at most ``most`` bytes, cut with an ellipsis.

    What stands in it is a word of a document, whatever it says: no quote, bracket or line of it ends the string.
    """
    kept = printable(text[:most])
    shown = json.dumps(kept, ensure_ascii=False)
    while kept and (len(shown.encode()) > most or (len(text) > most and "…" not in shown[-2:])):
        kept = kept[:-_STEP]
        shown = json.dumps(f"{kept}…", ensure_ascii=False)
    return shown


def inert(text: str, *, hash_sign: str = "\\x23", colon: str = "\\x3a") -> str:
    """Lines of a report in which none begins a command of a CI system; the signs of one are escaped as given."""
    without = _HASHES.sub(lambda _: f"#{hash_sign}", text) if "##" in text else text
    return _COLONS.sub(lambda found: f"{found[1]}{colon}", without) if "::" in without else without


def inert_json(text: str) -> str:
    """JSON in which no line begins a command of a CI system, the same for whoever reads it as JSON."""
    return inert(text, hash_sign="\\u0023", colon="\\u003a")


def cut_message(text: str) -> str:
    """A message in which very long words, such as the target of a link, and a very long text are cut in the middle."""
    if len(text) <= _LONGEST_WORD:
        return text
    return _cut(_LONG_WORD.sub(lambda word: _cut(word[0], _LONGEST_WORD), text), LONGEST_MESSAGE)


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = int(longest * _KEPT_OF_BEGINNING)
    return f"{text[:head]}…{text[len(text) - (longest - head - 1) :]}"
