"""The sentences of a text in which a machine may answer, and the words that are looked for in them."""

import html
import re
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.content.answer_walls import WALL
from checkfirst.measuring.content.answer_words import ASKED_FOR, CERTAIN, FAILED, LOADING, SIGN_IN, SITE, STATED, STORED
from checkfirst.measuring.text.lines import Lines

#: Most words of a line of a menu; fewest of a line that goes on below. Not measured.
MENU_WORDS: Final = 4
_WRAPPED: Final = 6
#: A first line that a server wrote: the status of HTTP, or the address of a folder that it lists.
FIRST_LINE = lazy_re.compile(
    r"^\W{0,3}(?:HTTP/\d(?:\.\d)?\s+[45]\d\d\b|(?:index of|directory listing (?:for|of)|index de|verzeichnis(?: von)?|índice de|indice di) /)",
    re.IGNORECASE,
)
#: A status alone on its line.
STATUS = lazy_re.compile(
    r"^\W*+(?:(?:error|fehler|erreur|errore?|erro|fout|http|status)\W*+)?[45]\d\d\W*+$", re.IGNORECASE
)
#: What servers put below an answer: the number of the request, its address.
NUMBERED = lazy_re.compile(
    r"^\W{0,20}(?:[\w-]{1,40} ){0,3}(?:id|number|nummer|code|ray[- ]id|r[ée]f[ée]rence|referen[cz]\w{0,8}|numéro|número|numero)\W{0,3}"
    r"(?=[\w-]*\d)[0-9a-f-]{8,}+\W*+$",
    re.IGNORECASE,
)
STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
#: What a text quotes, it speaks of.
_SPOKEN_OF = lazy_re.compile(r"\"[^\"\n]{2,120}\"|“[^”\n]{2,120}”|„[^“”\n]{2,120}[“”]|«[^»\n]{2,120}»|`[^`\n]{1,120}`")


class Words:
    """The words of answers in the languages of a text."""

    def __init__(self, languages: frozenset[str]) -> None:
        self.site = SITE(languages)
        self.failed = FAILED(languages)

    def tells_of_failure(self, said: "Said") -> bool:
        """Whether a sentence says that a machine failed or refuses; the words that say it have other uses in a text."""
        if not self.failed.search(said.text):
            return False
        return said.words <= MENU_WORDS or any(pattern.search(said.text) for pattern in (CERTAIN, ASKED_FOR, self.site))


class Said(Struct, frozen=True):
    """A sentence that may run over several lines, without what it quotes."""

    line: int
    text: str
    words: int


def sentences(lines: Lines) -> list[Said]:
    """The lines of a short text, each joined with those that go on with its sentence."""
    found: list[Said] = []
    goes_on = False
    for n in map(int, lines.filled):
        text = html.unescape(lines.texts[n]).translate(STRAIGHT).strip()
        words = int(lines.word_counts[n])
        said = Said(n, _SPOKEN_OF.sub(" ", text).lower(), words)
        if goes_on and not lines.blank[n - 1]:
            before = found.pop()
            said = Said(before.line, f"{before.text} {said.text}", before.words + words)
        found.append(said)
        goes_on = words >= _WRAPPED and text[-1:].isalpha()
    return [said for said in found if said.words]


def is_certain(lines: Lines, told: list[int]) -> bool:
    """Whether one of the lines is such as only a server writes: a status, a number, what was asked for, a form."""
    texts = [html.unescape(lines.texts[n]).translate(STRAIGHT).strip() for n in told]
    return any(
        FIRST_LINE.match(text) or STATUS.match(text) or NUMBERED.match(text) or _is_of_a_server(text.lower())
        for text in texts
    )


def _is_of_a_server(text: str) -> bool:
    at_start = (STATED, SIGN_IN, LOADING, WALL)
    return any(p.match(text) for p in at_start) or any(p.search(text) for p in (CERTAIN, ASKED_FOR, STORED))
