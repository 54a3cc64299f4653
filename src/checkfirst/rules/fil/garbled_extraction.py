"""FIL013: the text can't be read, though the file holds some."""

from collections.abc import Iterator

from checkfirst.model.content import DamageKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

_MESSAGES = {
    DamageKind.GLYPH_NUMBERS: "numbers of glyphs, as (cid:12), in place of letters",
    DamageKind.PRIVATE_LETTERS: "letters of private use, which only the font of its source knows",
    DamageKind.SHIFTED: "every letter is another one, moved by the same number",
    DamageKind.LETTERS_APART: "a space between any two letters, so that no word is whole",
    DamageKind.ENCODED: "encoded bytes, in base64 or hexadecimal digits, and no text",
    DamageKind.DATA_ADDRESSES: "more of it is pictures in base64 than text",
    DamageKind.PACKED_CODE: "packed code without line breaks, and no text",
}


@rule(
    code="FIL013",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={Severity.NOTE: "it has text besides pictures in base64"},
    since="0.2.0",
    needs=(Needs.TEXT,),
)
def garbled_extraction(view: DocumentView) -> Iterator[Hit]:
    """The text came out garbled: numbers of glyphs, shifted or spaced letters, encoded bytes, packed code.

    The file looks full, but no search finds a word in it, and a model gets noise.

    Extract the text again with another program, or get the file from which it was made.
    """
    damage = view.measures.damage
    if damage:
        yield Hit(
            message=_MESSAGES[damage.kind],
            evidence=(damage.quote,),
            confidence=0.95,
            severity=Severity.NOTE if damage.kind is DamageKind.DATA_ADDRESSES else None,
            data=facts(damage=damage.kind.value),
        )
