"""Whether a link stands inside a sentence, so that its words promise no subject: "see [the notes](x.md) for how …"."""

from typing import Final

from checkfirst import lazy_re

#: What may stand before the link of an entry: a list marker, a box to tick, emphasis, an icon, a number.
_LEAD = lazy_re.compile(r"\s*(?:>\s*)*(?:(?:[-*+•]|\(?\w{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?")
_ITEM = lazy_re.compile(r"\s*(?:>\s*)*(?:[-*+•]|\d+[.)])\s+|\s*\|")
#: Links before this one in its line, with their texts.
_OTHER = lazy_re.compile(r"!?\[[^\[\]]*\]\([^()]*\)")
_WORD = lazy_re.compile(r"[^\W\d_]{2,}")
#: Signs after a label: ``Setup: [guide](x.md)``.
_AFTER_LABEL: Final = (":", "|", "–", "—", "-", "→", "=>", "=", "/", "·", "•", "：", ">", ")")
#: Words between two links from which the second is in a sentence. Not measured.
_FEWEST_BETWEEN: Final = 2


def is_in_sentence(lines: list[str], number: int, target: str) -> bool:
    """Whether words run up to the link with this target in a line (from 0) of a list or table in Markdown."""
    line = lines[number]
    before, found, _ = line.partition(f"]({target}")
    if not found:
        return False
    before = before.rpartition("[")[0]
    if line.lstrip().startswith("|"):
        before = before.rpartition("|")[2]
    elif not _ITEM.match(line):
        # The sentence began in the line above.
        before = f"{lines[number - 1] if number else ''} {before}"
    before = _LEAD.sub("", before, count=1)
    between = _OTHER.split(before)
    words = len(_WORD.findall(between[-1]))
    closed = between[-1].rstrip(" \t*_`!\"'“«").endswith(_AFTER_LABEL)
    return not closed and words >= (_FEWEST_BETWEEN if len(between) > 1 else 1)
