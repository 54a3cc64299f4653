"""A text as a row of words, numbers and operators, without markup, to be compared piece by piece."""

from typing import Final, NamedTuple

from checkfirst import lazy_re

#: Operators and signs of a unit; a number with its sign; a letter of East Asia, where words have no blanks between; a word,
#: its "n't" apart.
_PIECE: Final = lazy_re.compile(
    r"[<>=!]=|&&|\|\||[<>≤≥≠±%°€$£]"
    r"|(?:(?<![\w)])[-+−])?\d+(?:[.,:]\d+)*"
    r"|[\u3040-\u30ff\u3400-\u9fff]"
    r"|n['’]t\b"
    r"|(?:(?!n['’]t\b)[^\W\d_\u3040-\u30ff\u3400-\u9fff])+"
)
#: The address of a link, and a tag: copies lose them.
_UNSAID: Final = lazy_re.compile(r"(?<=\])\([^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\)|</?[A-Za-z][^<>]{0,300}>")
#: A block of fields at the start, which belongs to the place where a document is published.
_FIELDS: Final = lazy_re.compile(r"\A\ufeff?---[ \t]{0,20}\n(?:[^\n]{0,2000}\n){0,100}?---[ \t]{0,20}\n")
#: Words that are two: what they negate, and the negation.
_TWO: Final = {"cannot": ("can", "not"), "won": ("will",), "ca": ("can",), "sha": ("shall",)}


class Piece(NamedTuple):
    """A word, number or operator."""

    word: str
    """In lower case; that of a negation is ``not``."""
    start: int
    end: int


def pieces_of(text: str, *, shown_alone: bool = False) -> list[Piece]:
    """The pieces of a text, with their places in it (in characters).

    ``shown_alone`` leaves out what a page does not show: fields at the start, addresses of links, tags.
    """
    fields = _FIELDS.match(text) if shown_alone else None
    shown = _UNSAID.sub(lambda m: " " * len(m[0]), text) if shown_alone else text
    found: list[Piece] = []
    for match in _PIECE.finditer(shown, fields.end() if fields else 0):
        word, (start, end) = match[0].lower(), match.span()
        if word[1:] in {"'t", "’t"}:
            before = found.pop() if found and found[-1].end == start else None
            if before:
                whole = _TWO.get(before.word, (before.word,))
                found += (Piece(part, before.start, before.end) for part in whole)
            found.append(Piece("not", start, end))
        elif word == "cannot":
            found += (Piece("can", start, end), Piece("not", start, end))
        else:
            found.append(Piece(word, start, end))
    return found
