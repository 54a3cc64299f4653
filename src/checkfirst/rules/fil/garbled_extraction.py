"""FIL013: the text can't be read, though the file holds some."""

from collections.abc import Iterator

from checkfirst.model.content import Damage, DamageKind
from checkfirst.model.finding import Severity
from checkfirst.model.formats import PDF
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
    DamageKind.LOST_LETTERS: "words lack letters that their font draws as one sign (fi, ff, tt)",
    DamageKind.BROKEN_WORDS: "spaces stand within many words",
    DamageKind.MISREAD: "many of the commonest words are misread or run together, as from a scanned picture",
    DamageKind.NO_SPACES: "no spaces between the words",
    DamageKind.QUESTION_MARKS: "question marks in place of letters that an encoding lacks",
    DamageKind.PACKED_CODE: "packed code without line breaks, and no text",
}
#: Damage after which most words are still whole.
_OF_WORDS = {DamageKind.LOST_LETTERS, DamageKind.BROKEN_WORDS, DamageKind.MISREAD}
#: Share of misread words among the commonest ones, and of broken words among all, from which a text can't be trusted. Not
#: measured.
_SHARE_FROM = {DamageKind.MISREAD: 0.06, DamageKind.BROKEN_WORDS: 0.04}


@rule(
    code="FIL013",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "it has text besides pictures in base64, few of its words are misread or broken, or it is a PDF that lost letters"
    },
    since="0.2.0",
    needs=(Needs.TEXT,),
)
def garbled_extraction(view: DocumentView) -> Iterator[Hit]:
    """The text came out garbled: numbers of glyphs, lost, shifted or misread letters, encoded bytes, packed code.

    The file looks full, but no search finds a word in it, and a model gets noise.

    Extract the text again with another program, or get the file from which it was made.
    """
    damage = view.measures.damage
    if damage:
        yield Hit(
            message=_MESSAGES[damage.kind],
            evidence=(damage.quote,),
            # A person can read such words; whether the document is lost depends on how many they are.
            confidence=0.85 if damage.kind in _OF_WORDS else 0.95,
            severity=Severity.NOTE if _is_minor(damage, view.document.spec.media_type) else None,
            data=facts(damage=damage.kind.value),
        )


def _is_minor(damage: Damage, media_type: str) -> bool:
    """Whether the text can be read all the same, or its letters may be whole in the file itself, which is a PDF."""
    few = damage.share < _SHARE_FROM.get(damage.kind, 0.0)
    return damage.kind is DamageKind.DATA_ADDRESSES or few or (damage.kind in _OF_WORDS and media_type == PDF)
