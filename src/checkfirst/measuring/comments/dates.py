"""Dates and times of comment headers in many languages: where they stand on a line, and the day that they give."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re

#: Names of months and their short forms, January first, in the languages of Latin and Cyrillic script that blogs are
#: commonly written in.
_MONTHS: Final = (
    "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia января янв ledna ocak",
    "february feb februar februari fev febr février févr fevrier fév febrero febbraio fevereiro lutego февраля фев února şubat",
    "march mar märz mrz maart mrt mars marzo março marca марта мар března mart",
    "april apr avril avr abril abr aprile kwietnia апреля апр dubna nisan",
    "may mai mei maj mayo maggio mag maio maja мая května mayıs",
    "june jun juni juin junio giugno giu junho czerwca июня июн června haziran",
    "july jul juli juillet juil julio luglio lug julho lipca июля июл července temmuz",
    "august aug augustus augusti août aout agosto ago sierpnia августа авг srpna ağustos",
    "september sept sep septembre septiembre settembre set setembro września сентября сен září eylül",
    "october oct oktober okt octobre octubre ottobre ott outubro out października октября окт října ekim",
    "november nov novembre noviembre novembro listopada ноября ноя listopadu kasım",
    "december dec dezember dez december décembre déc decembre diciembre dic dicembre dezembro grudnia декабря дек prosince aralık",
)
_NUMBER_OF: Final = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split()}
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(_NUMBER_OF, key=len, reverse=True))})(?![^\W\d_])\.?"
_DAY: Final = r"(?<![\d.,:])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d|(?<=['’])\d\d)(?!\d)"
_FORMS: Final = (
    # A year of two digits is one with a time after it.
    rf"{_DAY}[ \-/]{_MONTH}[ \-/]['’]?(?P<year>\d\d)(?=,?(?: at| um| à)?[ |@,\-]{{1,3}}\d{{1,2}}[:.h]\d\d)",
    rf"(?:(?<![^\W\d_])|(?-i:(?<=[a-z.)])(?=[A-Z][a-z]))){_MONTH} {{0,3}}{_DAY}(?![\d:])(?:,? {{1,3}}['’]?{_YEAR})?",
    rf"{_DAY}[ .\-/]{{1,3}}(?:de |of )?{_MONTH}(?:,? {{0,3}}(?:de |del )?[ \-/]?{_YEAR})?",
    rf"(?<![\d\-/.]){_YEAR}[-/. ]{{1,2}}(?P<month>\d{{1,2}})[-/. ]{{1,2}}(?P<day>\d{{1,2}})(?!\d)",
    r"(?<![\d\-/.])(?P<day>\d{1,2})([-/.]) ?(?P<month>\d{1,2})\2 ?(?P<year>(?:(?:19|20)\d\d|\d\d))(?![\d\-/])",
    rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
)
_DATES: Final = tuple(lazy_re.compile(form, re.IGNORECASE) for form in _FORMS)
_TIME = lazy_re.compile(
    r"(?:(?:上午|下午|午前|午後|오전|오후)\s?)?(?<![\d.,:/-])\d{1,2}(?:[:.h]\d{2}(?!\d)(?:[:.]\d{2})?(?:\.\d+)?\s?(?:[ap]\.?\s?m\b\.?|uhr\b)?|\s?[ap]\.?m\b\.?|\s?uhr\b)"
    r"(?:\s?(?:(?-i:[A-Z]{3,4}(?:[+-]\d{1,2})?)|[+-]\d{4})\b)?",
    re.IGNORECASE,
)
_AT = lazy_re.compile(r"^\W*(?:(?:at|um|@|à|às|alle|a las)\s)?\W*", re.IGNORECASE)
_UNIT: Final = (
    r"(?:s|m|h|d|w|y|mo|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|yrs?"
    r"|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|anos?"
    r"|secondes?|heures?|jours?|semaines?|mois|ans?|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|uur|dage?n?|dagar|weken|maanden|jaar|år)"
)
_AGO = lazy_re.compile(
    rf"\b(?:\d+|an?|about an?|over an?|one|two|three) ?{_UNIT} ago\b|\b(?:vor|hace|il y a|h[áa]|för) (?:\d+|\w{{2,4}}) {_UNIT}\b"
    rf"|\b\d+ {_UNIT} (?:fa|atr[áa]s|geleden|sedan|siden)\b|(?<!\d)\d+ [а-я]+ назад|(?<!\d)\d+ ?(?:年|[かヶ個个]?月|日|天|時間|小时|小時|分钟|分)前"
    r"|(?<!\d)\d+ ?(?:년|개월|일|시간|분) ?전|^(?:just now|yesterday|gerade eben|gestern|ayer|hier)$",
    re.IGNORECASE,
)


#: Words without which no line matches ``_AGO``, and what every date has, sought first for speed.
_AGO_HINTS: Final = (
    *(
        " ago",
        "vor ",
        "hace ",
        "il y a",
        "há ",
        "ha ",
        "för ",
        " fa",
        "atr",
        "geleden",
        "sedan",
        "siden",
        "назад",
        "前",
        "전",
    ),
    *("now", "yesterday", "gerade", "gestern", "ayer", "hier"),
)
_AGO_HINT = lazy_re.compile("|".join(_AGO_HINTS))
_DIGITS = lazy_re.compile(r"\d")
_IN_NUMBERS = lazy_re.compile(r"\d\s?[-/.年년]\s?\d")
_WORDS = lazy_re.compile(r"[^\W\d_]+")
_CAPITALIZED = lazy_re.compile(r"[A-Z][a-z]+")


class Stamp(Struct, frozen=True):
    """A date on a line."""

    rest: str
    """The line without its dates and times; each leaves a tab."""
    day: int | None
    """Ordinal of the day (``date.toordinal``); ``None`` without a year, and for times like "3 years ago"."""
    timed: bool
    """Whether a time of day is given, or how long ago it was."""
    count: int
    """Number of dates."""


def is_time(text: str) -> bool:
    """Whether a line is a time of day."""
    return _TIME.match(_AT.sub("", text)) is not None


# Several questions about a line ask for its date.
@lru_cache(maxsize=256)
def stamp_of(text: str) -> Stamp | None:
    """The date on a short line; ``None`` without one. A time alone is none, nor is a month without a day."""
    low = text.lower()
    if _AGO_HINT.search(low) and _AGO.search(text):
        return Stamp(_AGO.sub("\t", text), None, True, 1)
    if not _may_be_date(text, low):
        return None
    day, rest, count = None, text, 0
    for pattern in _DATES:
        for match in pattern.finditer(rest):
            count += 1
            day = day or _ordinal(match)
        if count:
            rest = pattern.sub("\t", rest)
            break
    if not count:
        return None
    without_time = _TIME.sub("\t", rest)
    return Stamp(without_time, day, without_time != rest, count)


def _may_be_date(text: str, low: str) -> bool:
    """Whether a line has numbers, and two of them joined or the name of a month: quicker than the patterns."""
    if not _DIGITS.search(text):
        return False
    if _IN_NUMBERS.search(text) or not _NUMBER_OF.keys().isdisjoint(_WORDS.findall(low)):
        return True
    return not _NUMBER_OF.keys().isdisjoint(word.lower() for word in _CAPITALIZED.findall(text))


def _ordinal(match: re.Match[str]) -> int | None:
    """The ordinal of a day; of days and months in numbers the first is the day unless it can't be."""
    named = match["month"].lower()
    if not match["year"]:
        return None
    month = int(named) if named.isdigit() else _NUMBER_OF[named]
    day, year = int(match["day"]), int(match["year"])
    if month > 12:
        month, day = day, month
    try:
        return date(year + 2000 if year < 100 else year, month, day).toordinal()
    except ValueError:
        return None
