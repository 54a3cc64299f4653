"""Text in characters that show nothing, and directions by which a line shows other words than it has."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.location import TextSpan, text_span
from checkfirst.model.losses import Concealment, Hidden
from checkfirst.reading.invisible_data import spelled_by_bits, spelled_by_selectors, spelled_by_tags

#: Tag characters; fewer of them in a line spell nothing. Not measured.
_TAGS: Final = lazy_re.compile("[\U000e0020-\U000e007e]")
_FEWEST_TAGS: Final = 3
#: A flag of a region, as emoji spell it (Unicode Technical Standard 51, "Emoji Tag Sequences").
_FLAG: Final = lazy_re.compile("\U0001f3f4[\U000e0030-\U000e007a]{3,6}\U000e007f")
#: Characters of no width. Some scripts use one or two between letters, and layout leaves a few of one sort behind.
_ZERO_WIDTH: Final = lazy_re.compile("[\u034f\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\U0001d173-\U0001d17a]")
_NO_WIDTH: Final = "\u034f\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff\U0001d173-\U0001d17a"
_ZERO_RUN: Final = lazy_re.compile(f"[{_NO_WIDTH}]{{8,4000}}")
#: Those of a line of Latin letters, where no script needs them.
_BETWEEN_LATIN: Final = lazy_re.compile(f"(?<=[\x20-\x7e{_NO_WIDTH}])[{_NO_WIDTH}](?=[\x20-\x7e{_NO_WIDTH}]|$)")
#: Fewest of one sort in a run, and of several in a line, that are no leftover. `python -m benchmarks.dangers` has the figures.
_FEWEST_OF_ONE, _FEWEST_OF_SEVERAL = 12, 12
#: Variation selectors that follow nothing they could vary: several at once, or behind Latin letters.
_SELECTORS: Final = lazy_re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,4000}")
_LATIN_SELECTORS: Final = lazy_re.compile(
    "(?<=[\x20-\x22\x24-\x29\x2b-\x2f\x3a-\x7e])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_FEWEST_SELECTORS: Final = 4
#: Hangul fillers where no Hangul is.
_FILLERS: Final = lazy_re.compile(
    "(?<![\u1100-\u11ff\uac00-\ud7ff])[\u115f\u1160\u3164\uffa0](?![\u1100-\u11ff\uac00-\ud7ff])"
)
#: Soft hyphens within a number, which programs read as two, and several at once.
_SOFT_IN_NUMBER: Final = lazy_re.compile("(?<=\\d)\xad{1,9}(?=[\\d.,])")
_SOFT_RUN: Final = lazy_re.compile("\xad{4,4000}")
_SOFT_IN_WORD: Final = lazy_re.compile("(?<=[^\\W\\d])\xad(?=[^\\W\\d])")
#: Overrides; embeddings and isolates, which serve where letters run from right to left (Boucher and Anderson 2021).
_OVERRIDE: Final = lazy_re.compile("[\u202d\u202e]")
_EMBEDDED: Final = lazy_re.compile("[\u202b\u2066-\u2068]")
#: Words that run from right to left; shorter ones may be a name that a program has set apart.
_TURNED: Final = lazy_re.compile("[\u202b\u2067](?=[^\u202a-\u202e\u2066-\u2069]{6})")
_RIGHT_TO_LEFT: Final = lazy_re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
#: A phone number that an address book has marked.
_MARKED_NUMBER: Final = lazy_re.compile("[\u202b\u2066-\u2068][\\d\\s()+./-]{3,40}[\u202c\u2069]")
#: All of these characters: most lines have none.
_SHOWS_NOTHING: Final = lazy_re.compile(
    f"[{_NO_WIDTH}\xad\u115f\u1160\u3164\uffa0\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f\U000e0020-\U000e007e\U000e0100-\U000e01ef]"
)
#: Texts that are kept of one document, and characters of each. Not measured.
_MOST: Final = 200
_LONGEST: Final = 300
#: Where a line lists characters by number, so many of them, it shows them.
_LISTED: Final = 4


def invisible_text(text: str) -> tuple[Hidden, ...]:
    """The hidden texts in invisible characters, with their lines; at most 200."""
    if text.isascii():
        return ()
    found: list[Hidden] = []
    has_soft = "\xad" in text
    hyphenated = has_soft and len(_SOFT_IN_WORD.findall(text)) > len(_SOFT_IN_NUMBER.findall(text))
    for number, line in enumerate(text.split("\n")):
        if line.isascii() or not _SHOWS_NOTHING.search(line):
            continue
        span = text_span(number)
        found += _characters(line, span)
        if not hyphenated:
            found += _soft_hyphens(line, span)
        found += _directions(line, span)
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])


def _characters(line: str, span: TextSpan) -> Iterator[Hidden]:
    """What characters spell that show nothing."""
    if tags := "".join(_TAGS.findall(_FLAG.sub("", line))):
        spelled = spelled_by_tags(tags)
        if len(spelled) >= _FEWEST_TAGS and not _is_list(tags):
            yield Hidden(how=Concealment.TAG_CHARACTERS, text=spelled[:_LONGEST], span=span)
    if zeros := _zero_width(line):
        said = spelled_by_bits(zeros) or f"{len(zeros)} of them"
        yield Hidden(how=Concealment.ZERO_WIDTH, text=said[:_LONGEST], span=span)
    selectors = max(_SELECTORS.findall(line), key=len, default="") or "".join(_LATIN_SELECTORS.findall(line))
    if len(selectors) >= _FEWEST_SELECTORS and not _is_list(selectors):
        said = spelled_by_selectors(selectors) or f"{len(selectors)} of them"
        yield Hidden(how=Concealment.VARIATION_SELECTORS, text=said[:_LONGEST], span=span)
    if fillers := _FILLERS.findall(line):
        yield Hidden(how=Concealment.FILLERS, text=f"{len(fillers)} of them", span=span)


def _zero_width(line: str) -> str:
    """The zero-width characters of a line that write something; empty for what scripts need and layout leaves behind."""
    if not _ZERO_WIDTH.search(line):
        return ""
    for run in _ZERO_RUN.findall(line):
        if (len(set(run)) > 1 or len(run) >= _FEWEST_OF_ONE) and not _is_list(run):
            return str(run)
    spread = "".join(_BETWEEN_LATIN.findall(line))
    return spread if len(spread) >= _FEWEST_OF_SEVERAL and len(set(spread)) > 1 and not _is_list(spread) else ""


def _soft_hyphens(line: str, span: TextSpan) -> Iterator[Hidden]:
    """Soft hyphens that break no word."""
    inside = _SOFT_IN_NUMBER.findall(line)
    if inside or _SOFT_RUN.search(line):
        yield Hidden(how=Concealment.SOFT_HYPHENS, text=line.strip()[:_LONGEST], span=span)


def _directions(line: str, span: TextSpan) -> Iterator[Hidden]:
    """A line that is shown in another order than it is stored."""
    overridden = _OVERRIDE.search(line)
    embedded = _EMBEDDED.search(_MARKED_NUMBER.sub("", line)) and not _RIGHT_TO_LEFT.search(line)
    if (overridden or embedded) and not _is_list(re.sub("[^\u202a-\u202e\u2066-\u2069]", "", line)):
        turned = _TURNED.search(line)
        how = Concealment.DIRECTION_OVERRIDE if overridden else Concealment.TURNED if turned else Concealment.ISOLATE
        yield Hidden(how=how, text=line.strip()[:_LONGEST], span=span)


def _is_list(characters: str) -> bool:
    """Whether each character is another one, in the order of their numbers: a line that lists them for a test."""
    codes = list(map(ord, characters))
    return len(codes) >= _LISTED and all(a < b for a, b in pairwise(codes))
