"""Comments of HTML and XML in a text, found in one pass even if many are not closed."""

from collections.abc import Iterator


def comments_of(text: str) -> Iterator[tuple[str, int]]:
    """The text of each closed comment, and its line from 1."""
    position, line, counted = 0, 1, 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        line, counted = line + text.count("\n", counted, start), start
        yield text[start + 4 : end], line
        position = end + 3
