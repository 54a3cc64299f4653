"""What searches for words that came out wrong give."""

from msgspec import Struct


class WrongWords(Struct, frozen=True):
    """Words that came out wrong."""

    first: str
    """The first of them; without regard to case, the text has it so."""
    share: float
    """How many there are for each word that could have."""
