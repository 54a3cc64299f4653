"""Damage in a text: glyph numbers, shifted or private letters, letters set apart, encoded bytes and packed code.

Every search begins with a count over the whole text, so that a sound text costs next to nothing.
"""

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.broken_words import find_broken
from checkfirst.measuring.content.lost_letters import first_lost_letters
from checkfirst.measuring.content.lost_signs import (
    ROW,
    ROW_OF_LETTERS,
    is_mostly_question_marks,
    lacks_spaces,
)
from checkfirst.measuring.content.misread import find_misread
from checkfirst.measuring.text.function_words import FUNCTION_WORDS
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.measuring.text.vocabulary import Vocabulary, known_words
from checkfirst.model.content import Damage, DamageKind
from checkfirst.model.document import Document
from checkfirst.model.formats import Format, Trait

#: Characters of a text that are tested. Not measured.
_TESTED: Final = 60_000
#: Characters whose words are tested one by one. Not measured.
_WORDS_WITHIN: Final = 20_000
#: Fewest glyph numbers and letters of private use, and the share of the text from which it is damaged. Not measured.
_FEWEST: Final = 20
_SHARE_FROM: Final = 0.05
#: Share of single letters among the words of a text whose letters are set apart; fewest words. Not measured.
_APART_FROM: Final = 0.6
_APART_WORDS: Final = 80
#: Fewest words of a row of letters. Not measured.
_ROW: Final = 5
#: Fewest words of a text that may be shifted; share of function words that it has at most, and that the text has at least
#: once it is shifted back. Not measured.
_SHIFTED_WORDS: Final = 40
_FUNCTION_BELOW, _FUNCTION_FROM = 0.06, 0.15
#: Commonest words that are moved, and fewest function words of two letters or more among them. Not measured.
_LOOKED_AT, _FEWEST_FUNCTION = 60, 5
_SHIFTS: Final = range(-40, 41)
#: Share of lines of encoded bytes, and fewest of them. Not measured.
_ENCODED_FROM: Final = 0.8
_ENCODED_LINES: Final = 8
#: Share of a text in data addresses from which it is more pictures than words. Not measured.
_DATA_FROM: Final = 0.5
#: Words beside them from which it is a document with pictures in it. Not measured.
_BESIDE_DATA: Final = 150
#: Characters of a line of packed code; the most spaces, and the fewest signs and beginnings of statements among them; the
#: share of a text in such lines, and their characters. Not measured.
_PACKED: Final = 300
_SPACES_BELOW, _SIGNS_FROM, _STATEMENTS_FROM = 0.06, 0.06, 0.004
_PACKED_FROM, _PACKED_LEAST = 0.5, 1_000
_GLYPH = lazy_re.compile(r"\(cid:\d{1,5}\)")
_PRIVATE = lazy_re.compile("[\ue000-\uf8ff]")
_ENCODED_LINE = lazy_re.compile(
    r"[A-Za-z0-9+/]{40,}={0,2}|(?:[0-9a-fA-F]{4,16}[: ]\s*)?(?:[0-9a-fA-F]{2,8}\s+){7,}.{0,40}"
)
_DATA_ADDRESS = lazy_re.compile(r"data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=%]{100,}")
_WORD = lazy_re.compile(r"\S+")
#: What only code has: a block behind a condition, an arrow, a statement behind a call, a rule of a style behind another.
_STATEMENT = lazy_re.compile(
    r"\)\{|=>|\);|\bfunction\b|[;{](?:var |let |const |if\(|return\b)|\}[A-Za-z.#@*][A-Za-z0-9$.#*@:> -]{0,60}\{"
)
_PACKED_SIGN = lazy_re.compile(r"[{};:=()]")
_WRITTEN: Final = {Format.TEXT, Format.RICH, Format.MARKDOWN, Format.RESTRUCTUREDTEXT}
_COMMON: Final = frozenset(word for code in ("en", "de", "fr", "es", "it", "nl", "pt") for word in FUNCTION_WORDS[code])


#: A field of a note that holds a drawing (Excalidraw for Obsidian).
_DRAWING: Final = "excalidraw-plugin"
_NOTEBOOK: Final = "application/x-ipynb+json"
#: First characters of a text among which a key or a certificate begins.
_ARMOURED: Final = 300


def find_damage(document: Document, lines: Lines, vocabulary: Vocabulary) -> Damage | None:
    """What makes the text of a document unreadable for people and programs; ``None`` for a sound one."""
    if document.spec.media_type == _NOTEBOOK or _DRAWING in document.text[:_ARMOURED]:
        # The pictures of a notebook are outputs of code; a drawing is packed on purpose.
        return None
    prose = Trait.PROSE in document.traits or document.format in _WRITTEN or document.named_format in _WRITTEN
    if not prose or "-----BEGIN " in document.text[:_ARMOURED]:
        return None
    text, texts = document.text[:_TESTED], lines.texts
    total = max(1, len(text) - text.count(" ") - text.count("\n"))
    glyphs = _GLYPH.findall(text) if "(cid:" in text else []
    if len(glyphs) >= _FEWEST and sum(map(len, glyphs)) >= _SHARE_FROM * total:
        return _damage(DamageKind.GLYPH_NUMBERS, texts, _GLYPH)
    if not text.isascii() and len(private := _PRIVATE.findall(text)) >= max(_FEWEST, _SHARE_FROM * total):
        return _damage(DamageKind.PRIVATE_LETTERS, texts, _PRIVATE) if private else None
    if ";base64," in text and _is_mostly_data(document.text):
        return _damage(DamageKind.DATA_ADDRESSES, texts, _DATA_ADDRESS)
    filled = list(filter(None, lines.stripped if text is document.text else map(str.strip, text.split("\n"))))
    # Keys and signatures are encoded bytes, too, under a suffix of their own.
    if (document.named_format in _WRITTEN or not PurePosixPath(document.path).suffix) and _is_encoded(filled):
        return _damage(DamageKind.ENCODED, texts, _ENCODED_LINE)
    packed = [len(line) for line in filled if len(line) >= _PACKED and _is_packed(line)]
    if sum(packed) >= max(_PACKED_LEAST, _PACKED_FROM * total):
        return _damage(DamageKind.PACKED_CODE, texts, re.compile(rf".{{{_PACKED}}}"))
    words = text.split()
    lengths = list(map(len, words))
    least = _APART_FROM * len(words)
    if len(words) >= _APART_WORDS and lengths.count(1) >= least and _are_apart(filled, least):
        return _damage(DamageKind.LETTERS_APART, texts, _WORD)
    if len(words) >= _SHIFTED_WORDS and _is_shifted(words[:400]):
        return _damage(DamageKind.SHIFTED, texts, re.compile(r"\S{3}"))
    if len(text) > _WORDS_WITHIN:
        text = text[:_WORDS_WITHIN]
        words = text.split()
        lengths = list(map(len, words))
    if lacks_spaces(text, [word for word, n in zip(words, lengths, strict=True) if n >= ROW], known_words(vocabulary)):
        return _damage(DamageKind.NO_SPACES, texts, ROW_OF_LETTERS)
    return _of_words(text, len(words), texts, vocabulary)


def _of_words(text: str, words: int, texts: list[str], vocabulary: Vocabulary) -> Damage | None:
    """Damage that only shows in words: letters or all signs lost, and misread words."""
    lower, known = text.lower(), known_words(vocabulary)
    if is_mostly_question_marks(text):
        return _damage(DamageKind.QUESTION_MARKS, texts, re.compile(r"\?\?"))
    if lost := first_lost_letters(lower, words, known):
        pattern = re.compile(rf"(?<![^\W\d_]){re.escape(lost)}(?![^\W\d_])", re.IGNORECASE)
        return _damage(DamageKind.LOST_LETTERS, texts, pattern)
    if broken := find_broken(lower, vocabulary.table):
        pattern = re.compile(re.escape(broken.first), re.IGNORECASE)
        return _damage(DamageKind.BROKEN_WORDS, texts, pattern, broken.share)
    if misread := find_misread(text, vocabulary):
        return _damage(DamageKind.MISREAD, texts, re.compile(rf"\b{re.escape(misread.first)}\b"), misread.share)
    return None


def _is_mostly_data(text: str) -> bool:
    """Whether data addresses are most of a text, and what is beside them is little: pictures may stand in any document."""
    beside = _DATA_ADDRESS.sub(" ", text)
    return len(text) - len(beside) >= _DATA_FROM * len(text) and len(beside.split()) < _BESIDE_DATA


def _is_encoded(filled: list[str]) -> bool:
    if len(filled) < _ENCODED_LINES or not _ENCODED_LINE.fullmatch(filled[len(filled) // 2]):
        return False
    return sum(bool(_ENCODED_LINE.fullmatch(line)) for line in filled) >= _ENCODED_FROM * len(filled)


def _is_packed(line: str) -> bool:
    """Whether a long line is code without spaces: full of signs, and one statement right behind another."""
    if line.count(" ") >= _SPACES_BELOW * len(line):
        return False
    least = _STATEMENTS_FROM * len(line)
    return len(_PACKED_SIGN.findall(line)) >= _SIGNS_FROM * len(line) and len(_STATEMENT.findall(line)) >= least


def _are_apart(filled: list[str], least: float) -> bool:
    """Whether so many words are single letters in rows of them; one on each line is a list, notes of music are capitals."""
    rows = [words for line in filled if len(words := line.split()) >= _ROW]
    letters = [word for words in rows for word in words if len(word) == 1 and word.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) >= least and 2 * capitals <= len(letters)


def _is_shifted(words: list[str]) -> bool:
    """Whether hardly any word is a function word, and many are once every sign is moved by one number."""
    if _has_function_words(words):
        return False
    counted = Counter(words)
    short = [
        word
        for word, _ in counted.most_common(_LOOKED_AT)
        if 2 <= len(word) <= 4 and word.isascii() and any(map(str.isalnum, word)) and not word.isdigit()
    ]
    if len(short) < _FEWEST_FUNCTION:
        return False
    for shift in _SHIFTS:
        moved = {n: n + shift for n in range(33, 127) if 0 < n + shift < 0x250}
        common = [word for word in short if word.translate(moved).lower() in _COMMON]
        if (
            shift
            and len(common) >= _FEWEST_FUNCTION
            and sum(counted[word] for word in common) >= _FUNCTION_FROM * len(words)
        ):
            return True
    return False


def _has_function_words(words: list[str]) -> bool:
    """Whether there are as many function words among them as in running text."""
    least, found = _FUNCTION_BELOW * len(words), 0
    for word in words:
        found += word.lower().strip(".,;:!?()\"'") in _COMMON
        if found >= least:
            return True
    return False


def _damage(kind: DamageKind, texts: list[str], pattern: re.Pattern[str], share: float = 1.0) -> Damage:
    """The damage, with the first line that shows it."""
    line = next((n for n, text in enumerate(texts) if pattern.search(text)), 0)
    return Damage(kind=kind, quote=quote(texts, line), share=share)
