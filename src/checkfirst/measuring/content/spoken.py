"""Whether a text notes what people said, as minutes, chats and transcripts do, in which brackets hold what was seen or done."""

from collections import Counter
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.lines import Lines

#: A speaker's name at the start of a line, with what was said behind it: ``mara: the gauge is broken``, ``**mara** it is``.
_SPOKEN: Final = lazy_re.compile(
    r"^[\s>*-]{0,6}(?:\[?\d\d:\d\d(?::\d\d)?\]?\s)?(?:<([^\W\d_][\w.-]{0,24})>|(?:\*\*|__)([^\W\d_][\w.' -]{0,24}?):?(?:\*\*|__):?|([^\W\d_][\w.'-]{0,24}(?: [^\W\d_][\w.'-]{0,24})?)[:：])\s*(\S.*)$"
)
#: A line that is one aside, behind a speaker's name or none.
_ASIDE: Final = lazy_re.compile(
    r"^[\s>*-]{0,6}(?:\[?\d\d:\d\d(?::\d\d)?\]?\s)?(?:[*_<]{0,3}[^\W\d_][\w.' -]{0,24}[*_>:：]{1,4}\s*)?[\[［][^\[\]\n]{2,300}[\]］][*_.\s]{0,4}$"
)
#: Words, or letters of a script without blanks, of a line that says something; lines that each of two speakers has at
#: least, and spoken lines of a text. Not measured.
_WORDS: Final = 3
_LETTERS: Final = 8
_TURNS: Final = 3
_SPEAKERS: Final = 2
_FEWEST: Final = 10
#: Characters of a line that are looked at.
_LONGEST: Final = 400


def is_spoken(lines: Lines, outside: list[int]) -> bool:
    """Whether at least two people speak in turn. The fields of a form have few words behind them, which come once."""
    turns: Counter[str] = Counter()
    for n in outside:
        if (match := _SPOKEN.match(lines.texts[n][:_LONGEST])) and _says_something(match[4]):
            turns[(match[1] or match[2] or match[3]).casefold()] += 1
    recurring = [count for count in turns.values() if count >= _TURNS]
    return len(recurring) >= _SPEAKERS and sum(recurring) >= _FEWEST


def holds_an_aside(line: str) -> bool:
    """Whether a line of such a text is one remark in brackets: ``[ the group looks at the map ]``."""
    return _ASIDE.match(line[:_LONGEST]) is not None


def _says_something(said: str) -> bool:
    bare = said.partition("[")[0]
    return len(bare.split()) >= _WORDS or (not bare.isascii() and len(bare) >= _LETTERS)
