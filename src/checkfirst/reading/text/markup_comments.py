"""Comments of HTML and XML in a text, found in one pass even if many are not closed."""

from collections.abc import Iterator

_OPEN, _CLOSE = "<!--", "-->"


def comments_of(text: str) -> Iterator[tuple[str, int]]:
    """The text of each closed comment, and its line from 1."""
    position, line, counted = 0, 1, 0
    while (start := text.find(_OPEN, position)) >= 0:
        inside = start + len(_OPEN)
        end = text.find(_CLOSE, inside)
        if end < 0:
            return
        line, counted = line + text.count("\n", counted, start), start
        yield text[inside:end], line
        position = end + len(_CLOSE)
