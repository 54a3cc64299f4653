"""Configuration: what to check for, from a file beside the work or from the command line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from checkfirst.errors import ConfigError
from checkfirst.model.kinds import Purpose

NAME: Final = "checkfirst.toml"
PROJECT: Final = "pyproject.toml"
#: How a table for checkfirst begins in a ``pyproject.toml``.
_TABLE_HEAD: Final = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?checkfirst\b", re.MULTILINE)
#: Bytes of a file of the set that are looked through for it.
_LOOKED_THROUGH: Final = 1_000_000
#: Marks a field that the program sets for one run and no configuration file can.
_NO_KEY: Final = {"key": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """How to check a set. Every field can be set in ``checkfirst.toml`` under its own name, but for the two last ones."""

    purpose: Purpose = Purpose.BUILD
    """What the set is for: `build`, `retrieve` or `train`."""
    select: tuple[str, ...] = ()
    """Codes, or beginnings of codes, of the rules to apply; all when empty."""
    ignore: tuple[str, ...] = ()
    """Codes, or beginnings of codes, of the rules to leave out."""
    exclude: tuple[str, ...] = ()
    """Patterns of files to leave out, as in `.gitignore`."""
    index: tuple[str, ...] = ()
    """Files of the set that list it, where their names don't say so."""
    about: str = ""
    """What the set is about, in a few words; else its index's opening lines say it."""
    strict: bool = False
    """Whether warnings too make the verdict `check-first`."""
    inline: bool = True
    """Whether a document's own comments `checkfirst: ignore CODE` count."""
    preview: bool = False
    """Whether to apply rules that are still on trial."""
    readings: bool = field(default=True, metadata=_NO_KEY)
    """Whether every document is measured in full. If not, only what the selected rules need is measured, which is sooner."""
    texts: bool = field(default=False, metadata=_NO_KEY)
    """Whether the report keeps the lines of the documents, as the page that shows them needs."""
    debug: bool = field(default=False, metadata=_NO_KEY, compare=False, repr=False)
    """Whether the traceback of an unexpected error is printed; it changes nothing that is found."""


#: What a configuration file may set.
KEYS: Final = tuple(item.name for item in fields(Config) if item.metadata.get("key", True))


def is_config(path: Path) -> bool:
    """Whether a file configures checks: a ``checkfirst.toml``, or a ``pyproject.toml`` with a ``[tool.checkfirst]``.

    Raises ``ConfigError`` for a ``pyproject.toml`` that can't be read.
    """
    return path.name == NAME or "checkfirst" in _section(_table(path), "tool", path)


def looks_like_config(path: Path) -> bool:
    """The same of a file of the set, which is looked through and not parsed: it may be anything."""
    if path.name == NAME:
        return True
    try:
        with path.open("rb") as file:
            return bool(_TABLE_HEAD.search(file.read(_LOOKED_THROUGH).decode("utf-8", "replace")))
    except OSError:
        return False


def load_config(path: Path) -> Config:
    """Read one configuration file. Raises ``ConfigError`` that names the file and the key."""
    table: Mapping[str, object] = _table(path)
    if path.name == PROJECT:
        table = _section(_section(_table(path), "tool", path), "checkfirst", path)
    return from_table(table, str(path))


def from_table(table: Mapping[str, object], source: str) -> Config:
    """Check every key and value. Raises ``ConfigError``."""
    changes: dict[str, object] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in KEYS:
            near = get_close_matches(name, KEYS, n=1, cutoff=0.5)
            meant = f"; did you mean {near[0]!r}?" if near else f"; the keys are {', '.join(KEYS)}"
            raise ConfigError(f"{source}: unknown key {key!r}{meant}")
        changes[name] = _value(name, value, source)
    return replace(Config(), **changes)  # type: ignore[arg-type]  # every value was checked by its key above


def _value(name: str, value: object, source: str) -> object:
    if name == "purpose":
        if value not in list(Purpose):
            raise ConfigError(f"{source}: purpose is {value!r}; it can be {', '.join(Purpose)}")
        return Purpose(str(value))
    if name == "about":
        if not isinstance(value, str):
            raise ConfigError(f"{source}: about is {value!r}; it is a text")
        return value
    if name in {"strict", "preview", "inline"}:
        if not isinstance(value, bool):
            raise ConfigError(f"{source}: {name} is {value!r}; it can be true or false")
        return value
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f'{source}: {name} is {value!r}; it is a list of texts, such as ["FIL", "KND002"]')
    return tuple(value)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: can't be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None


def _section(table: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise ConfigError(f"{path}: {name} is {found!r}; it is a table, as in [{name}]")
    return found
