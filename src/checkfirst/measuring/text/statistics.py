"""Counts over a text."""

from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.tokens import Words
from checkfirst.model.measures import TextStatistics


def measure_text(lines: Lines, words: Words) -> TextStatistics:
    """Lines, blank lines and words. The empty string after a final newline is not a line."""
    count = len(lines.texts) - (lines.texts[-1] == "")
    return TextStatistics(
        lines=count,
        blank_lines=max(0, count - len(lines.filled)),
        words=len(words.ids),
    )
