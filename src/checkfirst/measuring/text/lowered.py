"""A text in small letters, in which the words are sought without which a pattern that ignores case finds nothing."""

from functools import lru_cache

#: Letters that patterns take for those of ASCII when they ignore case, and that are others in small letters.
_ALIKE = (("\u0131", "i"), ("i\u0307", "i"), ("\u017f", "s"))


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in small letters. Those of the last texts are kept, for several searches go through each."""
    lower = text.lower()
    if not lower.isascii():
        for letter, plain in _ALIKE:
            lower = lower.replace(letter, plain)
    return lower
