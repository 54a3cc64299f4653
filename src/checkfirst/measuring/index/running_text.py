"""Whether a link stands inside a sentence, so that its words promise no subject: "see [the notes](x.md) for how …"."""

from typing import Final

from checkfirst import lazy_re

#: What may stand before the link of an entry: a list marker, a box to tick, emphasis, an icon, a number.
_LEAD = lazy_re.compile(r"\s*(?:>\s*)*(?:(?:[-*+•]|\(?\w{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?")
_ITEM = lazy_re.compile(r"\s*(?:>\s*)*(?:[-*+•]|\d+[.)])\s+|\s*\|")
#: What goes on behind a link where its words begin a sentence: "[Works with any store](x.md) and needs no lock, so …".
_GOES_ON = lazy_re.compile(
    r"[*_]{0,3}\s+(?:and|or|but|so that|which|who|und|oder|aber|et|ou|mais|qui|y|o|pero|que|e|ma|che|en|of|maar|i|lub|и|но)\s+(?P<rest>[^\n]{0,300})"
)
#: Words of what goes on from which it is a sentence and no second title. Not measured.
_FEWEST_BEHIND: Final = 4
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
    before, found, after = line.partition(f"]({target}")
    if not found:
        return False
    if (on := _GOES_ON.match(after.partition(")")[2])) and _is_sentence(on["rest"]):
        return True
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


def _is_sentence(behind: str) -> bool:
    """Whether what stands behind a word for "and" is more than the name of another document, which may be a link."""
    return "](" not in behind and len(_WORD.findall(behind)) >= _FEWEST_BEHIND
