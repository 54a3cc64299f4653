"""Whether a number is the most or the least that is allowed, by the words around it."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.numbers import Number
from checkfirst.measuring.content.units import COUNTED

#: Words before the number, its unit left out.
_MAX_BEFORE: Final = lazy_re.compile(
    r"\b(?:at most|not exceed|überschreiten|dépasser|up to|no more than|not more than|no longer than|not be (?:larger|longer|more|greater|higher) than|within|maximum|max|fewer than|less than|under|below|limit\w{0,2}|höchstens|maximal|bis zu|innerhalb(?: von)?|binnen|höchst\w{1,12}|au plus|jusqu['’]à|maximum|maximale?|dans les|sous|limite|como máximo|máximo|hasta|dentro de|límite|al massimo|massimo|entro|fino a|até|no máximo|hoogstens|maximaal|binnen|не более|до)\b",
    re.IGNORECASE,
)
_MIN_BEFORE: Final = lazy_re.compile(
    r"\b(?:at least|no less than|no fewer than|not less than|minimum|min|more than|above|mindestens|wenigstens|mehr als|mindest\w{1,12}|au moins|plus de|minimale?|al menos|por lo menos|más de|como mínimo|mínimo|almeno|minimo|più di|pelo menos|minstens|ten minste|minimaal|meer dan|не менее|более|co najmniej)\b",
    re.IGNORECASE,
)
#: Words behind it.
_MAX_BEHIND: Final = lazy_re.compile(
    r"^(?:以内|以下|未満|まで|之内)|^(?:at most|or less|or fewer|maximum|max|höchstens|au plus|au maximum|como máximo|al massimo)\b",
    re.IGNORECASE,
)
_MIN_BEHIND: Final = lazy_re.compile(
    r"^以上|^(?:at least|or more|minimum|mindestens|au moins|au minimum|como mínimo|almeno)\b", re.IGNORECASE
)
_MAX_EAST_ASIAN: Final = lazy_re.compile(r"最大|最長|最多|不得超过|不超过|上限|최대")
_MIN_EAST_ASIAN: Final = lazy_re.compile(r"最小|最短|最少|至少|不少于|下限|최소")
#: Verbs by which so many things are permitted, and no more.
_PERMITTED: Final = lazy_re.compile(
    r"\b(?:may|can|kann|können|darf|dürfen|peut|peuvent|puede|pueden|pode|podem|può|possono|kan|kunnen|mag|mogen|może|mogą|может|могут)\b",
    re.IGNORECASE,
)
_OF_THINGS: Final = COUNTED - {"port", "digits"}
#: Words before a number that are looked at: farther off they bound something else.
_WITHIN: Final = 6


def bound_of(words: list[str], number: Number) -> str:
    """``min``, ``max``, or empty for a plain value."""
    before, behind = (
        " ".join(words[max(0, number.first - _WITHIN) : number.first]),
        " ".join(words[number.last + 1 :][:_WITHIN]),
    )
    if _MIN_BEHIND.search(behind) or _MIN_EAST_ASIAN.search(before):
        return "min"
    if _MAX_BEHIND.search(behind) or _MAX_EAST_ASIAN.search(before):
        return "max"
    least, most = _last(_MIN_BEFORE, before), _last(_MAX_BEFORE, before)
    if least == most:
        of_things = number.unit in _OF_THINGS or (bool(number.unit) and not number.known)
        return "max" if of_things and _PERMITTED.search(before) else ""
    return "min" if least > most else "max"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
