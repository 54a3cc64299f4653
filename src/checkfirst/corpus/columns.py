"""Which column of an input has the text, the id, the name, the media type and the source of a document."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import fields

from checkfirst.errors import UsageError

#: Names of columns by what they hold, the likeliest first, as published corpora and the tools for them call them.
_NAMES: Final = {
    "text": "text content raw_content page_content body document markdown html raw bytes data file_content contents",
    "id": "id doc_id document_id docid _id uuid guid key record_id",
    "name": "path file_path filepath filename file_name file name",
    "media_type": "media_type mime_type mimetype content_type mime",
    "source": "source site domain host repository repo repo_name url uri link",
}
#: What stands between the names of a column and of a column in it.
_WITHIN: Final = "."
#: Columns in which the others may be, too.
_NESTED: Final = ("metadata", "meta")
#: Columns that a message names.
_MOST_NAMED: Final = 12


class Columns(Struct, frozen=True, kw_only=True):
    """The names of the columns, with a point before that of a column in another one; empty for those that are not there."""

    text: str = ""
    id: str = ""
    name: str = ""
    media_type: str = ""
    source: str = ""

    def __str__(self) -> str:
        told = ((field.name, getattr(self, field.name)) for field in fields(self))
        return ", ".join(f"{what}: {column or '(none)'}" for what, column in told)


def guessed(columns: Iterable[str], named: Columns, where: str) -> Columns:
    """The columns of an input with these names: those ``named``, and else the likeliest.

    Raises ``UsageError`` for a named column that is not there, and if no column can be the text.
    """
    known = list(columns)
    low = {name.lower(): name for name in reversed(known)}
    found = {what: _one(what, getattr(named, what), known, low, where) for what in _NAMES}
    if not found["text"]:
        shown = ", ".join(known[:_MOST_NAMED]) or "none"
        raise UsageError(f"{where}: no column looks like the text; name it with --text (columns: {shown})")
    return Columns(**found)


def _one(what: str, named: str, known: list[str], low: dict[str, str], where: str) -> str:
    if named:
        if named not in known:
            raise UsageError(f"{where}: no column {named!r} (columns: {', '.join(known[:_MOST_NAMED])})")
        return named
    usual = _NAMES[what].split()
    nested = [f"{outer}{_WITHIN}{name}" for outer in _NESTED for name in usual]
    return next((low[name] for name in [*usual, *nested] if name in low), "")


def with_nested(record: dict[str, object]) -> list[str]:
    """The names of the columns of a record, and of those in its columns."""
    inner = [f"{k}{_WITHIN}{n}" for k, value in record.items() if isinstance(value, dict) for n in value]
    return [*record, *inner]


def value_of(record: dict[str, object], column: str) -> object:
    """The value of a column, ``None`` where the record has none."""
    if not column:
        return None
    if column in record:
        return record[column]
    outer, _, inner = column.partition(_WITHIN)
    within = record.get(outer)
    return within.get(inner) if isinstance(within, dict) else None
