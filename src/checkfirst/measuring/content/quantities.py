"""Quantities that sentences state: number, unit, bound, and the words of the clause that say of what."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.units import NUMBER_WORDS, UNITS
from checkfirst.measuring.text.function_words import FUNCTION_WORDS
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait
from checkfirst.model.quantities import Quantity

_WORD: Final = lazy_re.compile(r"[^\W_]+(?:['’.,_-][^\W_]+){0,4}|[€$£%]|°C", re.IGNORECASE)
_NUMBER: Final = lazy_re.compile(r"\d{1,3}(?:[,. ]\d{3}){1,3}|\d{1,9}(?:[.,]\d{1,4})?")
_GLUED: Final = lazy_re.compile(
    r"(\d{1,9}(?:[.,]\d{1,4})?)(ms|s|min|h|d|kb|mb|gb|mm|cm|km|kg|m|g|l|v|w|kw|hz)", re.IGNORECASE
)
_SENTENCE: Final = lazy_re.compile(r"(?<=[.!?;。！？])\s+|\s[–—]\s|:\s")
_CLAUSE: Final = lazy_re.compile(r",\s|\s(?=(?:and|but|und|aber|et|mais|y|pero|e|ma|en|maar)\s)|[()]")
_MARKUP: Final = lazy_re.compile(r"[*_`]{1,3}|\]\([^()\s]{0,300}\)|!?\[")
#: A digit, and the letters that number words begin with: without either, a line states no quantity.
_DIGIT: Final = lazy_re.compile(r"\d")
_LETTERS: Final = lazy_re.compile(r"[^\W\d_]+")
_NUMBER_BEGINNINGS: Final = frozenset("".join(takewhile(str.isalpha, word)) for word in NUMBER_WORDS)
#: Addresses, versions and identifiers, whose numbers are no values.
_NO_VALUES: Final = lazy_re.compile(r"://|\d\.\d{1,5}\.\d|\burn:", re.IGNORECASE)
#: Pronouns, behind which nobody knows what a number is of without the sentences before.
_OF_SOMETHING_NAMED_BEFORE: Final = lazy_re.compile(
    r"\b(?:they|their|it|its|we|our|i|i['’]\w{1,2}|he|she|this|these|those|sie|dies\w{1,2}|ils|elles|nous|celui|ellos|nosotros)\b",
    re.IGNORECASE,
)
#: Years, where no unit follows that could count so many.
_YEARS: Final = range(1900, 2101)
_MAX: Final = lazy_re.compile(
    r"(?:at most|up to|no more than|not more than|within|maximum|max\.?|fewer than|less than|höchstens|maximal|bis zu|innerhalb(?: von)?|binnen|au plus|jusqu['’]à|maximum de|dans les|como máximo|hasta|dentro de|al massimo|entro|fino a|hoogstens|maximaal|binnen|не более|до)\W{1,3}(?:\w{1,9}\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_MIN: Final = lazy_re.compile(
    r"(?:at least|no less than|not less than|minimum|min\.?|more than|mindestens|wenigstens|mehr als|au moins|plus de|al menos|por lo menos|más de|almeno|più di|minstens|ten minste|meer dan|не менее|более)\W{1,3}(?:\w{1,9}\W{1,3}){0,2}$",
    re.IGNORECASE,
)
#: Words before a number that make it a name: of a part, a version or a status, or of a day.
_PARTS: Final = "section step figure table version chapter part page line issue rfc level phase code status error example note item no nr number abschnitt schritt version kapitel seite étape sección paso"
_MONTHS: Final = "january february march april may june july august september october november december"
_NAMES: Final = frozenset(f"{_PARTS} {_MONTHS}".split())
_STOP: Final = frozenset(word for words in FUNCTION_WORDS.values() for word in words)
#: Words that bounds are made of, which say nothing of what is bounded.
_BOUNDS: Final = frozenset(
    [
        "least",
        "most",
        "maximum",
        "minimum",
        "exactly",
        "about",
        "roughly",
        "approximately",
        "within",
        "höchstens",
        "mindestens",
        "innerhalb",
        "maximal",
        "etwa",
        "plus",
        "moins",
        "máximo",
        "menos",
        "massimo",
        "almeno",
        "only",
        "always",
        "until",
    ]
)
#: Fewest and most content words of a clause that says what a number is of, and quantities of a document. Not measured.
_FEWEST, _MANY, _MOST = 2, 9, 400
_STEM: Final = 7
_TENTH: Final = 10
_LONGEST: Final = 1_000
_SHORTEST_WORD: Final = 3


def quantities(document: Document, texts: list[str]) -> tuple[Quantity, ...]:
    """The quantities in the sentences of a document, outside code, tables, headings and quotations."""
    if Trait.PROSE not in document.traits:
        return ()
    unread = {
        n
        for s in document.segments
        if s.role in (Role.CODE, Role.METADATA, Role.TABLE, Role.HEADING, Role.QUOTATION, Role.REFERENCE_LIST)
        for n in s.span.indices
    }
    found: list[Quantity] = []
    for n, line in enumerate(texts):
        if n not in unread and _may_state_number(line[:_LONGEST]):
            found += _of_line(line[:_LONGEST], texts, n)
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])


def _may_state_number(line: str) -> bool:
    if not any(map(str.isalpha, line)):
        return False
    return _DIGIT.search(line) is not None or not _NUMBER_BEGINNINGS.isdisjoint(_LETTERS.findall(line.lower()))


def _of_line(line: str, texts: list[str], n: int) -> Iterator[Quantity]:
    if _NO_VALUES.search(line):
        return
    for sentence in _SENTENCE.split(_MARKUP.sub(" ", line)):
        for clause in _CLAUSE.split(sentence):
            if clause and _may_state_number(clause):
                yield from _of_clause(clause, texts, n)


def _of_clause(clause: str, texts: list[str], n: int) -> Iterator[Quantity]:
    """The quantity of a clause that has one number alone: of several, each may be of something else."""
    if _OF_SOMETHING_NAMED_BEFORE.search(clause):
        return
    words = [match[0] for match in _WORD.finditer(clause)]
    values = [_value(word, words, at) for at, word in enumerate(words)]
    numbers = [(at, *found) for at, found in enumerate(values) if found is not None]
    if len(numbers) != 1:
        return
    at, value, glued = numbers[0]
    if at and words[at - 1].lower().strip(".") in _NAMES:
        return
    behind = glued or (words[at + 1] if at + 1 < len(words) else "")
    sign = words[at - 1] if at and words[at - 1] in "€$£" else ""
    kind, factor = UNITS.get(sign or behind.lower(), ("", 1.0))
    unit = kind or _stem(behind)
    if (
        not unit
        or (not kind and (value in _YEARS or value != int(value) or not behind.islower()))
        or (not kind and (behind.lower() in _STOP or not behind.isalpha()))
    ):
        return
    before = clause[: clause.find(words[at])]
    bound = "max" if _MAX.search(before) else "min" if _MIN.search(before) else ""
    taken = {at, at + 1} if not (glued or sign) else {at, at - 1} if sign else {at}
    said = frozenset(_stem(w) for k, w in enumerate(words) if k not in taken and _says(w))
    if _FEWEST + (not kind) <= len(said) <= _MANY:
        written = f"{sign}{words[at]}{'' if glued or sign or not behind else f' {words[at + 1]}'}"
        yield Quantity(
            said_of=said, bound=bound, unit=unit, value=round(value * factor, 6), written=written, quote=quote(texts, n)
        )


def _value(word: str, words: list[str], at: int) -> tuple[float, str] | None:
    """The number that a word writes, with a unit that is glued to it."""
    if word[0].isdigit():
        if match := _GLUED.fullmatch(word):
            return float(match[1].replace(",", ".")), match[2].lower()
        if _NUMBER.fullmatch(word):
            return _number(word), ""
    number = NUMBER_WORDS.get(word.lower())
    if number is None or (number == 1 and (at + 1 >= len(words) or words[at + 1].lower() not in UNITS)):
        return None
    return float(number), ""


def _number(word: str) -> float:
    grouped = re.fullmatch(r"\d{1,3}(?:[,. ]\d{3}){1,3}", word)
    return float(re.sub(r"[,. ]", "", word)) if grouped else float(word.replace(",", "."))


def _says(word: str) -> bool:
    low = word.lower()
    return (
        len(word) >= _SHORTEST_WORD
        and low not in _STOP
        and low not in _BOUNDS
        and not any(map(str.isdigit, word))
        and low not in NUMBER_WORDS
    )


def _stem(word: str) -> str:
    low = word.lower().strip(".'’")
    return (low[:-1] if low.endswith(("s", "n")) and len(low) > _SHORTEST_WORD else low)[:_STEM]
