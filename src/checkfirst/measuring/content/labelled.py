"""Values beside their label: cells of tables, "label: value", lines of a configuration."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.content.numbers import Number, number_of, numbers_of, words_of
from checkfirst.measuring.content.terms import terms_of
from checkfirst.measuring.content.units import UNITS

#: A colon or a dash that may part a label from its value, and both.
MAY_LABEL: Final = lazy_re.compile(r"[:：]|\s[–—-]\s")
_LABELLED: Final = lazy_re.compile(
    r"^\s{0,12}(?:[-*+•]\s{1,4}|\d{1,2}[.)]\s{1,4})?(?:[*_`]{1,3})?(?P<label>[^\W\d_][^:：=|]{2,60}?)(?:[*_`]{1,3})?\s{0,2}(?:[:：]|\s[–—-]\s)(?:[*_`]{1,3})?\s{0,3}(?P<value>\S.{0,60})$"
)
_SETTING: Final = lazy_re.compile(
    r"^\s{0,24}(?:export |set |ENV )?[\"']?(?P<key>[A-Za-z][\w.-]{2,60})[\"']?\s{0,4}(?:[:=]|\s=\s)\s{0,4}[\"']?(?P<number>\d[\d_]{0,8}(?:\.\d{1,3})?)\s?(?P<unit>[A-Za-z]{0,7})[\"']?[,;]?\s{0,4}(?:(?:#|//).{0,200})?$"
)
_WORDS_OF_KEY: Final = lazy_re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CELL: Final = lazy_re.compile(r"(?<!\\)\|")
_RULE: Final = lazy_re.compile(r"^[\s|:+=-]+$")
_MARKUP: Final = lazy_re.compile(r"[*_`]{1,3}")
#: The name of a setting in a label.
_KEY: Final = lazy_re.compile(r"[a-z][._][a-z]|[a-z][A-Z]")
#: Words of a value that is no sentence.
_LONGEST_VALUE: Final = 6
_LONGEST_LABEL: Final = 8
_HALF: Final = 2

Labelled = tuple[list[str], Number]


class Row(Struct, frozen=True):
    """A row of a table, with the names of its columns."""

    cells: list[str]
    columns: list[str]

    @staticmethod
    def of(lines: list[str]) -> "Row | None":
        """The row that the last of three lines is; the first two are those of its table, of which the second may rule."""
        first, second, line = lines
        if _RULE.match(line):
            return None
        return Row(_cells(line), _cells(first) if _RULE.match(second) and line is not first else [])


def _cells(line: str) -> list[str]:
    return [_MARKUP.sub("", cell).strip() for cell in _CELL.split(line.strip().strip("|"))]


def table_cells(row: Row) -> Iterator[Labelled]:
    """The cells of a row that hold a quantity alone, with the words of its first cell and of the column."""
    if not row.cells or any(map(str.isdigit, row.cells[0])):
        return
    for at, cell in enumerate(row.cells[1:], start=1):
        if not cell or not any(map(str.isdigit, cell)):
            continue
        column = row.columns[at] if at < len(row.columns) else ""
        if found := _value_of(f"{row.cells[0]} {column}", cell):
            yield found


def labelled(line: str) -> Labelled | None:
    """The quantity of a line that is a label and its value."""
    match = _LABELLED.match(line)
    if match is None or len(match["label"].split()) > _LONGEST_LABEL:
        return None
    return _value_of(_MARKUP.sub("", match["label"]), _MARKUP.sub("", match["value"]).rstrip(" ."))


def _value_of(label: str, value: str) -> Labelled | None:
    """The quantity of a value that is little else, with its label's words before it."""
    named = [
        w for part in label.split() for w in (_WORDS_OF_KEY.findall(part) if _KEY.search(part) else words_of(part))
    ]
    words = words_of(value)
    if not words or len(words) > _LONGEST_VALUE or not terms_of(named):
        return None
    numbers = numbers_of(words)
    if len(numbers) != 1 or len(numbers_of(named)) > 0:
        return None
    number = numbers[0]
    if not number.known:
        unit = _unit_of(named)
        if unit is None:
            return None
        kind, factor = UNITS[unit]
        number = Number(
            number.first, number.first, round(number.value * factor, 6), kind, True, f"{words[number.first]} {unit}"
        )
    moved = Number(
        number.first + len(named), number.last + len(named), number.value, number.unit, number.known, number.written
    )
    return [*named, *words], moved


def _unit_of(words: list[str]) -> str | None:
    return next((word.lower() for word in reversed(words) if word.lower() in UNITS and len(word) > _HALF), None)


def setting(texts: list[str], n: int) -> Labelled | None:
    """The quantity of a line of a configuration whose unit is written, or is part of its name."""
    match = _SETTING.match(texts[n][:_LONGEST])
    if match is None:
        return None
    key = [word.lower() for word in _WORDS_OF_KEY.findall(match["key"])]
    unit = match["unit"].lower() or _unit_of(key) or next((w for w in reversed(key) if w in UNITS), "")
    if unit not in UNITS:
        return None
    # Lengths in metres are no settings.
    kind, factor = UNITS["min" if unit == "m" else unit]
    value = number_of(match["number"].replace("_", ""))
    words = [*_parents(texts, n), *(word for word in key if word != unit)]
    at = len(words)
    written = f"{match['number']} {unit}" if not match["unit"] else f"{match['number']}{match['unit']}"
    return [*words, match["number"]], Number(at, at, round(value * factor, 6), kind, True, written)


def _parents(texts: list[str], n: int) -> list[str]:
    """The words of the key that a key of YAML stands below."""
    indent = len(texts[n]) - len(texts[n].lstrip())
    for line in reversed(texts[max(0, n - _ABOVE) : n]):
        bare = line.lstrip()
        if bare and len(line) - len(bare) < indent:
            return [w.lower() for w in _WORDS_OF_KEY.findall(bare)] if bare.rstrip().endswith(":") else []
    return []


_ABOVE: Final = 20
_LONGEST: Final = 400
