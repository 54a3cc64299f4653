"""Subtitles (SRT, VTT): the spoken lines are prose, times and numbers metadata."""

from checkfirst import lazy_re
from checkfirst.model.document import Role
from checkfirst.reading.parsed import Structure
from checkfirst.reading.role_map import RoleMap

_TIME = lazy_re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s")
#: Characters of the start in which subtitles are recognized.
_HEAD = 2_000
#: The first cue of SRT: its number, then its time.
_FIRST_CUE = lazy_re.compile(r"\d++[^\S\n]*+\n\s*+\d+:\d{2}:\d{2}[.,]\d{3}\s+-->")
_NUMBER = lazy_re.compile(r"^\s*\d+\s*$")


def is_subtitles(text: str) -> bool:
    """Whether the start of a text is that of subtitles."""
    head = text[:_HEAD].lstrip("\ufeff \n")
    return head.startswith("WEBVTT") or bool(_FIRST_CUE.match(head))


def read_subtitles(text: str) -> Structure:
    """The text as it is, with the roles of its lines."""
    lines = text.split("\n")
    role_map = RoleMap(len(lines))
    for n, line in enumerate(lines):
        if _TIME.match(line) or _NUMBER.match(line) or line.startswith(("WEBVTT", "NOTE", "STYLE")):
            role_map.assign(Role.METADATA, n, n + 1)
        elif line.strip():
            role_map.assign(Role.PROSE, n, n + 1)
    return Structure(text=text, segments=role_map.segments())
