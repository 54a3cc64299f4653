"""Plain counts over a text."""

from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.tokens import Words
from checkfirst.model.measures import TextStatistics


def measure_text(text: str, lines: Lines, words: Words) -> TextStatistics:
    """Lines, words and characters; an empty last line after a final newline is not a line."""
    lengths = list(map(len, lines.texts))
    filled = len(lines.filled)
    count = len(lengths) - (lengths[-1] == 0)
    return TextStatistics(
        lines=count,
        blank_lines=max(0, count - filled),
        words=len(words.ids),
        characters=len(text),
        longest_line=max(lengths),
        mean_line=round(sum(lengths) / filled, 1) if filled else 0.0,
    )
