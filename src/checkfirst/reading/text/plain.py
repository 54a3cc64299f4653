"""Plain text, and subtitles that are stored as such."""

from checkfirst.reading.parsed import Structure
from checkfirst.reading.text.subtitles import is_subtitles, read_subtitles


def read_plain(text: str) -> Structure:
    """The text as it is. Only the lines of subtitles have roles; those of other texts are classified when measured."""
    return read_subtitles(text) if is_subtitles(text) else Structure(text=text)
