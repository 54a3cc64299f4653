"""Unicode's normal forms in time in proportion to a text.

The marks of one letter are sorted in time that grows with the square of their number, which a text can make as large as
itself. No letter of a language has more than a few (UAX #15, "Stream-Safe Text Format", counts on 30 at most).
"""

from typing import Final, Literal
from unicodedata import combining, normalize

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
#: Marks of a letter that are sorted together, and characters up to which a text may be all marks.
_MOST_MARKS: Final = 30
_SHORT: Final = 200


def normalized(form: Form, text: str) -> str:
    """The text in a normal form; of more marks on one letter than any language has, each 30 are sorted by themselves."""
    if len(text) <= _SHORT or text.isascii():
        return normalize(form, text)
    pieces, start, marks = [], 0, 0
    for number, character in enumerate(text):
        marks = marks + 1 if combining(character) else 0
        if marks == _MOST_MARKS:
            pieces.append(text[start : number + 1])
            start, marks = number + 1, 0
    return "".join(normalize(form, piece) for piece in (*pieces, text[start:]))
