"""The values of a configuration file, checked one by one. Every function raises ``ConfigError``, which names the key."""

from collections.abc import Callable, Mapping
from typing import Final

from checkfirst.errors import ConfigError
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose

#: The source and the key of a value, for errors, and the value.
Checked = Callable[[str, str, object], object]


def value_of(key: str, value: object, source: str) -> object:
    """The value of a key as the configuration holds it."""
    return _CHECKS.get(key, _texts)(source, key, value)


def probability(text: object) -> float | None:
    """A probability, 0..1, also from a text such as ``0.9`` or ``90%``; ``None`` for anything else."""
    number: object = text
    if isinstance(text, str):
        try:
            number = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
        except ValueError:
            return None
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number <= 1:
        return None
    return float(number)


def _purpose(source: str, key: str, value: object) -> Purpose:
    if value not in list(Purpose):
        raise ConfigError(f"{source}: {key} is {value!r}; it can be {', '.join(Purpose)}")
    return Purpose(str(value))


def _severity(source: str, key: str, value: object) -> Severity:
    if value not in list(Severity):
        raise ConfigError(f"{source}: {_shown(key)} is {value!r}; it can be {', '.join(Severity)}")
    return Severity(str(value))


def _probability(source: str, key: str, value: object) -> float:
    number = probability(value)
    if number is None:
        raise ConfigError(f"{source}: {_shown(key)} is {value!r}; it is a number from 0 to 1")
    return number


def _text(source: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{source}: {key} is {value!r}; it is a text")
    return value


def _flag(source: str, key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ConfigError(f"{source}: {key} is {value!r}; it can be true or false")
    return value


def _texts(source: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f'{source}: {_shown(key)} is {value!r}; it is a list of texts, such as ["FIL", "KND002"]')
    return tuple(value)


def _severities(source: str, key: str, value: object) -> tuple[tuple[str, Severity], ...]:
    table = _table(source, key, value, 'IDX006 = "error"')
    return tuple((code.upper(), _severity(source, f"{key}.{code}", item)) for code, item in table.items())


def _ignores(source: str, key: str, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _table(source, key, value, '"old/**" = ["IDX006"]')
    return tuple(
        (pattern, tuple(code.upper() for code in _texts(source, f"{key}.{pattern}", codes)))
        for pattern, codes in table.items()
    )


def _table(source: str, key: str, value: object, example: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ConfigError(f"{source}: {_shown(key)} is {value!r}; it is a table, such as {example}")
    return value


def _shown(key: str) -> str:
    """The key as a file writes it."""
    return key.replace("_", "-")


_CHECKS: Final[Mapping[str, Checked]] = {
    "purpose": _purpose,
    "about": _text,
    "strict": _flag,
    "preview": _flag,
    "inline": _flag,
    "fail_on": _severity,
    "min_confidence": _probability,
    "severity": _severities,
    "per_file_ignores": _ignores,
}
