"""What a line may be in a comment thread: a name, a date, a verb of saying, a button, the heading, the end, or text."""

import re
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.comments.cells import posted_in
from checkfirst.measuring.comments.dates import Stamp, stamp_of
from checkfirst.measuring.comments.names import BY, NAME_LENGTH, beside_date, name_in, without_markup
from checkfirst.measuring.comments.phrases import (
    ACTION,
    EDGE,
    END,
    HEADING,
    LISTING,
    MENTIONS,
    POINTS,
    SAYING_WORDS,
    SAYS_ALONE,
    SAYS_AT_END,
    TITLE_TOTAL,
    TOTAL,
)

#: Longest line in characters, with and without the addresses of its links, that is looked at. Not measured.
_LONGEST_RAW: Final = 600
_LONGEST: Final = 130
_LONGEST_PLAIN: Final = 160


class Part(StrEnum):
    """What a line may be. The value is its letter in patterns over several lines."""

    TEXT = "."
    NAME = "N"
    ITEM_NAME = "n"
    BY_NAME = "Y"
    NUMBER = "#"
    SAYS = "s"
    NAME_SAYS = "S"
    NAME_SAYS_DATE = "B"
    DATE = "D"
    NAME_DATE = "X"
    MENTION = "@"
    POINTS = "P"
    ACTION = "A"
    SIGN = "|"
    HEADING = "H"
    TITLE = "T"
    LISTING = "L"
    LINKED_NAME = "u"
    ADDRESS = "U"
    END = "E"
    EDGE = "e"


#: The parts that are a name alone.
NAMES: Final = {Part.NAME, Part.ITEM_NAME, Part.BY_NAME, Part.LINKED_NAME}


class Mark(Struct, frozen=True):
    """One line."""

    part: Part
    name: str | None = None
    number: int | None = None
    """The comment's number, or in a heading the number of comments."""
    stamp: Stamp | None = None
    named_by: bool = False
    """Whether the name follows "by"."""
    item: bool = False
    """Whether the line begins as an item of a list."""


_PADDING = lazy_re.compile(r" {4,}")
_EDGES: Final = " \t|·•\xa0"
TEXT: Final = Mark(Part.TEXT)
_TITLE = lazy_re.compile(r"#{1,6}\s+\S")
_LEADING = lazy_re.compile(r"^(?:[*•□☆○◦■▪+>|·\-–—#]+\s+|o\s+(?=[^\Wa-z_]))+")
_NUMBERED = lazy_re.compile(
    r"^(?:#\s?(\d{1,4})\b[.):]?|(\d{1,4})[.):](?=\s|$)|(\d{1,4})\s(?=[^\W\d_a-z][^:]*$))\s*[-–—|]?\s*"
)
_ADDRESS = lazy_re.compile(r"^https?://\S+\s+(?=\S)")
_SCORE = lazy_re.compile(
    r"^(?P<name>.+?)[\s|·•(]+[-+]?\d[\d,.]* ?(?:points?|pts|karma|votes?)\b\W*(?:\w+\W*)?$", re.IGNORECASE
)
#: A name with the number of a member.
_MEMBER = lazy_re.compile(r"^(?P<name>[^()]+?)\s*\(\d{3,9}\)$")
_SENT_BACK = lazy_re.compile(r"(?:ping|track)backs?\b", re.IGNORECASE)
_LABEL = lazy_re.compile(
    r"last (?:post|edit|updat|modif|repl|activ)|it is currently|the time now is|(?!posted|by|von|par|por)\w{3,20}:\s+\W?\w",
    re.IGNORECASE,
)
_MAIL = lazy_re.compile(r"<[^<>\s]+@[^<>\s]+>")
_ADDRESS_IN = lazy_re.compile(r"\(?https?://\S+")
_ADDRESS_ALONE = lazy_re.compile(r"^https?://\S+$")
_BARE_NUMBER = lazy_re.compile(
    r"^(?:(?:reply|comment|post|kommentar|antwort|comentario|commentaire|№|nr\.?|no\.?)?\s?#?\s?(\d{1,4})[.:)]?)$",
    re.IGNORECASE,
)
_SIGNS = lazy_re.compile(
    r"^(?:\W{1,4}|[-–—|:*_=+\s]{5,80}|\W?(?:on|at|am|le|el|il|um|in|by|post author|author|op|posted(?: on)?|publicado el|veröffentlicht am|publié le|pubblicato il|published(?: on)?)\W?|(?:at|um|@|à|às|alle|a las)?\W{0,2}\d\d?[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?: uhr)?(?: [A-Z]{3,4})?)$",
    re.IGNORECASE,
)
_WORD, _DIGIT = lazy_re.compile(r"[^\W\d_]+"), lazy_re.compile(r"\d")
_SAYING_SIGN = lazy_re.compile("[より道说說말]")


def mark_of(line: str) -> Mark:
    """What one line that is not blank may be."""
    mark = _mark_of(line)
    return replace(mark, item=True) if _LEADING.match(line.lstrip()) else mark


def _mark_of(line: str) -> Mark:
    # Columns of a table are padded to the longest line of any row.
    line = line.strip()
    line = _PADDING.sub("   ", line) if "    " in line else line
    if len(line) > _LONGEST_RAW or (len(line) > _LONGEST_PLAIN and "](" not in line):
        return TEXT
    full = without_markup(line)
    unlisted = _LEADING.sub("", full)
    if len(unlisted) > _LONGEST + NAME_LENGTH:
        return TEXT
    if control := _control(unlisted.strip(_EDGES)):
        return control
    if _TITLE.match(full):
        total = TITLE_TOTAL.search(full)
        return Mark(Part.HEADING, number=int(total[1])) if total else Mark(Part.TITLE, name_in(full.lstrip("# ")))
    if posted := _posted(full):
        return posted
    if LISTING.search(unlisted):
        return Mark(Part.LISTING)
    if _ADDRESS_ALONE.match(unlisted):
        return Mark(Part.ADDRESS)
    has_digit = _DIGIT.search(unlisted) is not None
    match = _NUMBERED.match(unlisted) if has_digit else None
    number = None
    if match and not _starts_with_date(unlisted):
        number = int(next(g for g in match.groups() if g))
        unlisted = unlisted[match.end() :]
        if _SENT_BACK.match(unlisted):
            return Mark(Part.LISTING)
    text = _ADDRESS.sub("", unlisted).strip(_EDGES)
    if len(text) > _LONGEST:
        return TEXT
    if not text or _SIGNS.match(text):
        return Mark(Part.NUMBER, number=number) if number is not None else Mark(Part.SIGN)
    if has_digit and (lone := _BARE_NUMBER.match(text)):
        return Mark(Part.NUMBER, number=int(lone[1]))
    item = unlisted != full and number is None
    if _ADDRESS.match(unlisted) and (name := name_in(text)):
        return Mark(Part.LINKED_NAME, name, number)
    if has_digit and not item and number is None and (total := TITLE_TOTAL.search(text)) and not stamp_of(text):
        return Mark(Part.HEADING, number=int(total[1]))
    return (
        (number is not None and _control(text))
        or _said(text, number)
        or _dated(text, number)
        or (_scored(text, number) if has_digit else None)
        or _named(text, number, item)
    )


def _posted(text: str) -> Mark | None:
    """The date of a post in a cell of a table, with its author if that is the cell before."""
    found = posted_in(text)
    stamp = stamp_of(found[1]) if found else None
    if found is None or stamp is None or stamp.count > 1 or not stamp.timed:
        return None
    name = None if POINTS.match(found[0]) else name_in(found[0])
    return Mark(Part.NAME_DATE if name else Part.DATE, name, stamp=stamp)


def _starts_with_date(text: str) -> bool:
    stamp = stamp_of(text[:_LONGEST])
    return stamp is not None and stamp.rest.startswith("\t")


def _control(text: str) -> Mark | None:
    """Headings, ends, buttons, scores and mentions."""
    if ACTION.match(text):
        numbered = _BARE_NUMBER.match(text) if "#" in text else None
        if numbered:
            return Mark(Part.NUMBER, number=int(numbered[1]))
        return None if stamp_of(text) else Mark(Part.ACTION)
    if HEADING.match(text):
        total = TOTAL.search(text)
        return Mark(Part.HEADING, number=int(re.sub(r"\D", "", total[0])) if total else None)
    if END.match(text):
        return Mark(Part.END)
    if EDGE.match(text):
        return Mark(Part.EDGE)
    if POINTS.match(text):
        return Mark(Part.POINTS)
    return Mark(Part.MENTION) if MENTIONS.match(text) and not stamp_of(text) else None


def _said(text: str, number: int | None) -> Mark | None:
    """A line with a verb of saying at its end, or between a name and a date."""
    if SAYING_WORDS.isdisjoint(_WORD.findall(text.lower())) and (text.isascii() or not _SAYING_SIGN.search(text)):
        return None
    if SAYS_ALONE.match(text):
        return Mark(Part.SAYS)
    match = SAYS_AT_END.match(text)
    if match is None:
        return None
    head, tail = match["head"], match["tail"]
    stamp = stamp_of(head + "\v" + tail) if any(c.isdigit() for c in head + tail) else None
    if stamp is None:
        name = name_in(head, longer=number is not None)
        return Mark(Part.NAME_SAYS, name, number) if name and not tail.strip(" :.…：,") else None
    name = name_in(beside_date(stamp.rest.replace("\v", "\t")))
    if stamp.count > 1 or (name is None and beside_date(stamp.rest.replace("\v", "\t"))):
        return None
    return Mark(Part.NAME_SAYS_DATE if name else Part.DATE, name, number, stamp)


def _dated(text: str, number: int | None) -> Mark | None:
    """A line with a date and at most a name beside it."""
    stamp = stamp_of(text)
    if stamp is None or stamp.count > 1:
        return None
    by = BY.match(text)
    if _LABEL.match(text) or (_MAIL.search(text) and not by):
        return TEXT
    rest = beside_date(_ADDRESS_IN.sub("", _MAIL.sub("", stamp.rest)))
    if not rest:
        return Mark(Part.DATE, None, number, stamp)
    by = BY.match(rest)
    if not stamp.timed and sum(bool(beside_date(part)) for part in stamp.rest.split("\t")) > 1:
        return TEXT
    name = name_in(rest[by.end() :] if by else rest, longer=stamp.timed and stamp.day is not None)
    return Mark(Part.NAME_DATE, name, number, stamp, by is not None) if name else TEXT


def _scored(text: str, number: int | None) -> Mark | None:
    """A name with a score or the number of a member where others have a date."""
    by = BY.match(text)
    match = _MEMBER.match(text[by.end() :]) if by else _SCORE.match(text)
    name = name_in(match["name"]) if match else None
    return Mark(Part.NAME_DATE, name, number, Stamp("", None, False, 1), by is not None) if name else None


def _named(text: str, number: int | None, item: bool) -> Mark:
    """A line that may be a name alone."""
    by = BY.match(text)
    plain = text.rstrip(":") if by or number is not None else text
    name = name_in(plain[by.end() :] if by else plain)
    if name is None or (text.endswith(".") and len(text.split()) > 1 and len(text.split()[-1]) > 3):
        return TEXT
    part = Part.BY_NAME if by else Part.ITEM_NAME if number is not None or item else Part.NAME
    return Mark(part, name, number, None, by is not None)
