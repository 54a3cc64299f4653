"""What file names and folders say of versions, editions, series and copies."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.similarity.names import folders, stem, words_of

#: Folders and archives for one year, date or version: "2023", "fall_2024-25", "ws21", "2026_07_01", "v1.0.0", "4.x".
_EDITION: Final = lazy_re.compile(
    r"(?:19|20)\d\d[-_]\d\d[-_]\d\d[-_].*|(?:[^\W\d_]+[-_. ]?)?(?:19|20)\d\d(?:[-_./]?\d{1,2}){0,2}(?:[-_. ]?[^\W\d_]+)?"
    r"|(?:ws|ss|wise|sose|fy|ay|sy)[-_ ]?\d\d(?:[-_]?\d\d)?|(?:v|ver|version|release|rel|r)[-_. ]?v?\d++(?:[._-]\w++)*+"
    r"|\d+(?:\.(?:\d+|x))+(?:[-_.]?[a-z]{1,5}\d*)?"
)
_MONTHS: Final = (
    "jan(?:uary|uar|vier|uari)?|feb(?:ruary|ruar|ruari)?|f[ée]vrier|m(?:ar(?:ch)?|ärz|ars|aart)|apr(?:il)?|avril|ma[iy]|"
    "jun[ei]?|juin|jul[iy]?|juillet|aug(?:ust)?|ao[uû]t|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?|"
    "nov(?:ember|embre)?|de[cz](?:ember)?|d[ée]cembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    "octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    "mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
#: Numbers, also Roman ones, and names of months and weekdays as whole words; what members of a series differ in.
_COUNTED: Final = lazy_re.compile(rf"(?:\d+|(?<![^\W\d_])(?:{_MONTHS}|[ivx]{{1,5}})(?![^\W\d_]))(?:st|nd|rd|th)?")
#: What is added to the number of an edition to come.
_TO_COME: Final = lazy_re.compile(
    r"(\d)[-_.+ ]?(?:dev|draft|wip|next|snapshot|preview|pre|alpha|beta|rc|milestone|m)(?:[-_. ]?\d{1,3})?(?![^\W_])"
)
#: What stands before a suffix for a copy or another state of the same file.
_COPY_MARK: Final = lazy_re.compile(
    r"\.(?:copy|kopie|copie|copia|kopia|old|alt|bak|backup|orig(?:inal)?|final|draft|entwurf|new|neu|edited|rev\w{0,3}|v?\d+)"
)
#: What a person or a program adds to the name of a copy.
_COPY_WORDS: Final = r"copy|kopie|copie|copia|cópia|kopi|kopia|копия|duplicate|final|draft|entwurf|new|neu|edited"
_COPY: Final = lazy_re.compile(
    rf"^(?:copy|kopie|copie|copia|cópia|kopi|kopia|копия)\b[ _-]*(?:\(\d+\))?[ _-]*(?:of|von|de|di|van|av|af)\b[ _-]*"
    rf"|[-_. ]{{1,9}}\(?(?:{_COPY_WORDS})\b[-_. ]{{0,9}}\(?\d*\)?$|[-_ ]{{0,9}}\(\d+\)$|[-_ ]{{0,9}}(?:副本|のコピー)$|~$"
)
#: Times that such a word is taken off a name. Not measured.
_MOST_COPIES: Final = 8
#: What marks the name of the older of two files.
_OLD: Final = lazy_re.compile(
    r"^(?:old|alte[rs]?|ancien(?:ne)?|viejo|vecchio)[-_. ]+|[-_. ]{1,9}\(?(?:old|bak|backup|orig|prev(?:ious)?|deprecated|"
    r"obsolete|outdated|superseded|veraltet|ancien(?:ne)?|obsoleto|antiguo|viejo|vecchio|antigo|oud|gammel|stary|旧)\)?$"
)
#: Folders whose documents are kept for the record.
_KEPT: Final = words_of(
    "archive archives archived archiv archivo archivio archief history historical releases versions versioned_docs "
    "legacy attic previous superseded deprecated obsolete withdrawn retired old backup backups bak snapshots"
)
_DAY: Final = lazy_re.compile(r"[-_. ]((?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d)$")
_YEAR: Final = lazy_re.compile(r"[-_. ]{0,9}(?<!\d)((?:19|20)\d\d)(?!\d)(?![-_.]?\d\d(?!\d))[-_. ]{0,9}")


def editions(path: str) -> tuple[str, ...]:
    """The folders on its way that are named for one year, date or version."""
    return tuple(part for part in folders(path) if _EDITION.fullmatch(part))


def dated(path: str) -> tuple[str, str | None]:
    """The file name without the day at its end, and that day: "acp-20220518", the edition of "acp" that was published then."""
    base = stem(path)
    found = _DAY.search(base)
    return (base[: found.start()], found[1]) if found else (base, None)


def is_kept(path: str) -> bool:
    """Whether a folder on its way says that its documents are kept for the record."""
    return not _KEPT.isdisjoint(folders(path))


def uncounted(text: str) -> str:
    """A path or title with one sign for each number, month and weekday, equal for the members of a series.

    What marks a number as that of an edition to come is part of it: "1.2.0-dev".
    """
    return re.sub(r"#(?:[-_.:/, ]*#)+", "#", _COUNTED.sub("#", _TO_COME.sub(r"\1", text.lower())))


def are_marked(paths: Sequence[str]) -> bool:
    """Whether each of the names has a mark of its own before one suffix, as in "limits.dev.yaml" and "limits.live.yaml".

    What a person adds to the name of a copy is no such mark.
    """
    suffixes = [PurePosixPath(path.lower()).suffixes[-2:] for path in paths]
    marks = {own[0] for own in suffixes if len(own) > 1}
    return (
        len(marks) == len(paths)
        and len({own[-1] for own in suffixes}) == 1
        and not any(_COPY_MARK.fullmatch(mark) for mark in marks)
    )


def without_copy_words(path: str) -> str:
    """The letters and digits of the name, without what is added to the name of a copy."""
    base, before = stem(path), ""
    for _ in range(_MOST_COPIES):
        if base == before:
            break
        base, before = _COPY.sub("", base) or base, base
    return re.sub(r"[\W_]+", "", base)


def without_old(path: str) -> str | None:
    """The name without the word that marks it as old; ``None`` if it has no such word."""
    base = stem(path)
    rest = _OLD.sub("", base)
    return rest if rest and rest != base else None


def year(path: str) -> tuple[str, int] | None:
    """The name without its year, and the year; ``None`` if the name has no year, or a date or several years."""
    base = stem(path)
    found = _YEAR.findall(base)
    rest = _YEAR.sub("", base)
    return (rest, int(found[0])) if len(found) == 1 and not re.search(r"\d", rest) else None
