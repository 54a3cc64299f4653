"""Plain text, and the subtitles that are often stored as such."""

from checkfirst.reading.parsed import Structure
from checkfirst.reading.text.subtitles import is_subtitles, read_subtitles


def read_plain(text: str) -> Structure:
    """The text as it is; measuring finds what its lines are, but for subtitles, whose form is plain to see."""
    return read_subtitles(text) if is_subtitles(text) else Structure(text=text)
