"""How many letters a text has."""

from typing import Final

_NO_LETTERS: Final = bytes(byte for byte in range(128) if not chr(byte).isalpha())


def count_letters(text: str) -> int:
    """The number of characters that are letters of any script."""
    # Of ASCII, what is left without all else is counted, which is quicker than to ask each character.
    return len(text.encode().translate(None, _NO_LETTERS)) if text.isascii() else sum(map(str.isalpha, text))
