"""The configuration of a check, and reading it from ``checkfirst.toml`` or ``pyproject.toml``."""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import fields, replace

from checkfirst import lazy_re
from checkfirst.config_values import value_of
from checkfirst.errors import ConfigError
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes, read_start

NAME: Final = "checkfirst.toml"
PROJECT: Final = "pyproject.toml"
#: The header of checkfirst's table in a ``pyproject.toml``.
_TABLE_HEADER: Final = lazy_re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?checkfirst\b", re.MULTILINE)
#: Bytes of a file of the set that are searched for the header. Not measured.
_SEARCHED_BYTES: Final = 1_000_000
#: Bytes of the largest configuration. Not measured.
_MOST_BYTES: Final = 4_000_000
#: Similarity (difflib's ratio) from which a known key is suggested for an unknown one. Not measured.
_SUGGEST_FROM: Final = 0.5
#: Fields that the program sets for one run and a configuration file can't.
_NO_KEYS: Final = {"readings", "texts", "long_lines", "debug"}


class Config(Struct, frozen=True, kw_only=True):
    """How to check a set. ``checkfirst.toml`` sets a field by its own name; the last four are set for one run only."""

    purpose: Purpose = Purpose.BUILD
    """What the set is for: `build`, `retrieve` or `train`."""
    select: tuple[str, ...] = ()
    """Codes, or beginnings of codes, of the rules to apply; all when empty."""
    ignore: tuple[str, ...] = ()
    """Codes, or beginnings of codes, of the rules to leave out."""
    exclude: tuple[str, ...] = ()
    """Patterns of files to leave out, in the syntax of `.gitignore`."""
    include: tuple[str, ...] = ()
    """Patterns of files to check although they are in a folder that tools made, hidden or ignored by git."""
    index: tuple[str, ...] = ()
    """Files to read as indexes of the set, beside those that are recognized by their names."""
    about: str = ""
    """What the set is about, in a few words; when empty, the opening lines of its index."""
    strict: bool = False
    """Whether warnings, too, make the verdict `check-first`; the same as `fail-on = "warning"`."""
    fail_on: Severity = Severity.ERROR
    """The least severity that makes the verdict `check-first`: `error`, `warning` or `note`."""
    min_confidence: float = 0.0
    """Findings of a lower confidence, 0 to 1, are left out."""
    severity: tuple[tuple[str, Severity], ...] = ()
    """A table with the severity of rules, by their codes or beginnings of them: `IDX006 = "error"`."""
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """A table with rules to leave out for files, by patterns in the syntax of `.gitignore`: `"old/**" = ["IDX006"]`."""
    inline: bool = True
    """Whether comments `checkfirst: ignore CODE` in documents suppress findings."""
    preview: bool = False
    """Whether to apply rules in preview, which are new and may still change."""
    readings: bool = True
    """Whether every document is measured in full. If not, only what the selected rules need is measured."""
    texts: bool = False
    """Whether the report keeps the lines of the documents, which the HTML report shows."""
    long_lines: bool = False
    """Whether the report has long lines of them whole, as far as a person reads: up to 4,000 characters."""
    debug: bool = False
    """Whether to print the traceback of an unexpected error; the findings are the same either way."""

    @property
    def stops_from(self) -> Severity:
        """The least severity that makes the verdict ``check-first``."""
        return Severity.WARNING if self.strict and self.fail_on is Severity.ERROR else self.fail_on


#: The keys of a configuration file.
KEYS: Final = tuple(item.name for item in fields(Config) if item.name not in _NO_KEYS)


def is_config(path: Path) -> bool:
    """Whether a file configures checks: a ``checkfirst.toml``, or a ``pyproject.toml`` with ``[tool.checkfirst]``.

    Raises ``ConfigError`` for a ``pyproject.toml`` that can't be read.
    """
    return path.name == NAME or "checkfirst" in _section(_table(path), "tool", path)


def looks_like_config(path: Path) -> bool:
    """Whether a file of the set seems to configure checks. It is searched and not parsed, for it may hold anything."""
    if path.name == NAME:
        return True
    try:
        return bool(_TABLE_HEADER.search(read_start(path, _SEARCHED_BYTES).decode("utf-8", "replace")))
    except Unreadable:
        return False


def load_config(path: Path) -> Config:
    """The configuration in a file. Raises ``ConfigError``, which names the file and the key."""
    table: Mapping[str, object] = _table(path)
    if path.name == PROJECT:
        table = _section(_section(_table(path), "tool", path), "checkfirst", path)
    return from_table(table, str(path))


def from_table(table: Mapping[str, object], source: str) -> Config:
    """The configuration in a TOML table. Raises ``ConfigError`` for an unknown key or a wrong value.

    ``source`` names the table in errors.
    """
    changes: dict[str, object] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in KEYS:
            shown = [known.replace("_", "-") for known in KEYS]
            near = get_close_matches(name.replace("_", "-"), shown, n=1, cutoff=_SUGGEST_FROM)
            hint = f"; did you mean {near[0]!r}?" if near else f"; the keys are {', '.join(shown)}"
            raise ConfigError(f"{source}: unknown key {key!r}{hint}")
        changes[name] = value_of(name, value, source)
    return replace(Config(), **changes)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_bytes(path, _MOST_BYTES, follow=True).decode("utf-8"))
    except Unreadable as error:
        raise ConfigError(f"{path}: {error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None


def _section(table: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise ConfigError(f"{path}: {name} is {found!r}; it is a table, as in [{name}]")
    return found
