"""Numbers with their units among the words of a clause."""

import re
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.content.terms import stem
from checkfirst.measuring.content.units import BETWEEN, NUMBER_WORDS, TWICE, UNITS, WORKING
from checkfirst.measuring.text.function_words import FUNCTION_WORDS

WORD: Final = lazy_re.compile(r"[^\W_]+(?:['’.,_-][^\W_]+){0,4}|[€$£%§]|°C", re.IGNORECASE)
_NUMBER: Final = lazy_re.compile(r"\d{1,3}(?:[,. ]\d{3}){1,3}|\d{1,9}(?:[.,]\d{1,4})?")
_GROUPED: Final = lazy_re.compile(r"\d{1,3}(?:[,. ]\d{3}){1,3}")
#: Units that may be glued to a number.
GLUED_UNITS: Final = "ms|s|secs?|mins?|h|hrs?|d|kb|kib|mb|mib|gb|gib|tb|mm|cm|km|kg|m|g|l|v|w|kw|hz|khz|mhz|days?|hours?|minutes?|seconds?|weeks?|months?|years?|characters?"
_GLUED: Final = lazy_re.compile(rf"(\d{{1,9}}(?:[.,]\d{{1,4}})?)-?({GLUED_UNITS})", re.IGNORECASE)
#: Letters that count something else in capitals: dimensions ("3D"), generations, millions.
_NO_UNITS: Final = frozenset("DGMSH")
#: Units that are glued to their number in languages without spaces.
_EAST_ASIAN: Final = lazy_re.compile(
    r"(?<!第)(?<![\d.年月第])(\d{1,9}(?:[.,]\d{1,4})?)\s?[个個]?(ミリ秒|毫秒|秒間|秒|分間|分钟|分|時間|小时|日間|日以内|日(?=で|後|前|を超|が経|経|まで|と)|天|週間|周|か月|ヶ月|个月|個月|年間|円|元|回|次|文字|字符|人|件|桁|行|초|분|시간|일|주|개월|년|회|번|명|자|[kKMGT]i?[Bb](?![A-Za-z]))"
)
_IN_CHINESE_LETTERS: Final = lazy_re.compile(r"[一-鿿ぁ-ヿ가-힣]")
#: The same behind the word, as in ``ポート8080``.
_NAMED: Final = lazy_re.compile(r"(ポート|端口|포트)(?:は|为|是|号|番号|：|:)?\s?(\d{2,5})(?!\d)")
#: Words that stand before their number, in place of a unit behind it.
_BEFORE: Final = {"port", "puerto", "porta", "porto", "poort", "порт", "порту", "ポート", "端口"}
#: Words before a number that make it a name: of a part, a version or a status, or of a day.
_PARTS: Final = "section step figure table version chapter part page line issue rfc level phase code status error example note item no nr number abschnitt schritt kapitel seite étape sección paso schema http https utf sha iso tls v tier type class stage day week article artikel §"
_MONTHS: Final = "january february march april may june july august september october november december januar februar märz april mai juni juli august oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_NAMES: Final = frozenset(f"{_PARTS} {_MONTHS}".split())
#: Years, where no unit follows that could count so many.
_SINGULAR_WORDS: Final = "second minute hour day week month year character digit item user"
_SINGULAR: Final = frozenset(_SINGULAR_WORDS.split())
_YEARS: Final = range(1900, 2101)
_STOP: Final = frozenset(word for words in FUNCTION_WORDS.values() for word in words)


#: Words that write a number.
_WRITTEN_OUT: Final = frozenset((*NUMBER_WORDS, *TWICE))


class Number(Struct, frozen=True):
    """A number and its unit, and the positions of their words."""

    first: int
    last: int
    value: float
    """In ``unit``."""
    unit: str
    """A known unit, the stem of what is counted, or empty."""
    known: bool
    written: str


def words_of(clause: str) -> list[str]:
    """The words of a clause; numbers stand apart from units in languages without spaces."""
    if not clause.isascii():
        clause = _NAMED.sub(r" \1 \2 ", _EAST_ASIAN.sub(r" \1 \2 ", clause))
    return WORD.findall(clause)


def numbers_of(words: list[str]) -> list[Number]:
    """The numbers of a clause that are values; one without a known unit has what it counts as its unit."""
    found = []
    for at in [at for at, word in enumerate(words) if word[0].isdigit() or word.lower() in _WRITTEN_OUT]:
        number = _value(words[at], words, at)
        if number is not None and not (at and words[at - 1].lower().strip(".") in _NAMES):
            found.append(_with_unit(words, at, *number))
    return found


def _with_unit(words: list[str], at: int, value: float, glued: str) -> Number:
    before = words[at - 1].lower() if at else ""
    if glued and glued in _SINGULAR and value > 1:
        return Number(at, at, value, "", False, words[at])
    if glued:
        kind, factor = UNITS[glued]
        return Number(at, at, round(value * factor, 6), kind, True, words[at])
    if before in "€$£" and before:
        return Number(at - 1, at, value, UNITS[before][0], True, f"{before}{words[at]}")
    if before in _BEFORE and value >= _LOWEST_PORT:
        return Number(at - 1, at, value, "port", True, f"{words[at - 1]} {words[at]}")
    last, working = at + 1, ""
    while last < len(words) and words[last].lower() in BETWEEN and last - at <= _MOST_BETWEEN:
        working = working or ("working " if words[last].lower() in WORKING else "")
        last += 1
    behind = words[last] if last < len(words) else ""
    # A letter in capitals is an entry of an index, or a name; few units are one.
    if len(behind) == 1 and behind.isascii() and behind.isupper() and behind not in "VW":
        behind = ""
    low = behind.lower()
    if last + 1 < len(words) and words[last + 1].lower() in WORKING:
        working = "working "
    apart = behind.isascii() or not _IN_CHINESE_LETTERS.search(behind)
    written = (" " if apart else "").join(words[at : last + 1])
    # "A three hour exercise" names a sort of exercise.
    if low in _SINGULAR and value > 1:
        return Number(at, last, value, "", False, written)
    if low in UNITS:
        kind, factor = UNITS[low]
        if kind == "times" and low == "times" and last + 1 < len(words) and words[last + 1].lower() in _MULTIPLIED:
            return Number(at, last, value, "", False, written)
        return Number(at, last, round(value * factor, 6), working + kind, True, written)
    if low in WORKING:
        return Number(at, last, value, low, True, written)
    is_name = before and at > 1 and words[at - 1][0].isupper()
    counts = (
        not is_name and bool(behind) and behind.islower() and behind.isalpha() and low not in _STOP and last == at + 1
    )
    if not counts and value >= _LOWEST_PORT and not _BEFORE.isdisjoint(word.lower() for word in words[:at]):
        return Number(at, at, value, "port", True, f"port {words[at]}")
    if not counts or value in _YEARS or value != int(value):
        return Number(at, at, value, "", False, words[at])
    return Number(at, last, value, stem(behind), False, written)


#: Words that make "times" a factor, the lowest number of a port, and words between a number and its unit.
_COMPARED: Final = "the as more less larger smaller faster slower higher lower"
_MULTIPLIED: Final = frozenset(_COMPARED.split())
_LOWEST_PORT: Final = 20
_MOST_BETWEEN: Final = 2


def _value(word: str, words: list[str], at: int) -> tuple[float, str] | None:
    """The number that a word writes, with a unit that is glued to it."""
    if word[0].isdigit():
        if match := _GLUED.fullmatch(word):
            if match[2] in _NO_UNITS:
                return None
            return float(match[1].replace(",", ".")), match[2].lower()
        return (number_of(word), "") if _NUMBER.fullmatch(word) else None
    low = word.lower()
    if low in TWICE:
        return TWICE[low], "times"
    number = NUMBER_WORDS.get(low)
    if number is None:
        return None
    behind = [w.lower() for w in words[at + 1 : at + 2 + _MOST_BETWEEN]]
    while behind and behind[0] in BETWEEN:
        behind.pop(0)
    # Many number words are other words in other languages: "due" and "once".
    return (float(number), "") if behind and behind[0] in UNITS else None


def number_of(word: str) -> float:
    """The value of digits with a decimal sign, or with signs between thousands."""
    return float(re.sub(r"[,. ]", "", word)) if _GROUPED.fullmatch(word) else float(word.replace(",", "."))
