"""Rows made of records: what stands in the columns, checked for its type."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from checkfirst.corpus.columns import Columns, guessed, value_of, with_nested
from checkfirst.corpus.row import Row
from checkfirst.measuring.danger.private import without_private
from checkfirst.safe_text import printable, shortened

#: Characters or bytes of a document that are checked at most. Not measured.
LONGEST: Final = 32_000_000
#: Characters of an id, a name or a source that are kept, and of an unread line that its quote is taken from.
_LONGEST_NAME: Final = 2_000
_LOOKED_AT: Final = 2_000
#: The column that a record which could not be read is kept in.
UNREAD: Final = "unread"


class Unread(Struct, frozen=True, kw_only=True):
    """A record that could not be read, or the end of what can be read of a file."""

    why: str
    """The reason; what is said before a colon is the same for all of them."""
    place: str
    """The input, and the line where it has lines."""
    raw: bytes = b""
    """What stands there, if it is known."""


def rows_of(
    records: Iterable["dict[str, object] | Unread"], named: Columns, where: str, *, keep: bool = False
) -> Iterator[Row]:
    """The row of each record of an input; ``Unread`` stands in place of one that could not be read.

    The columns are chosen by the first record. With ``keep`` each row has its record. Raises ``UsageError``.
    """
    columns = None
    for record in records:
        if isinstance(record, Unread):
            yield _unread(record, keep=keep)
            continue
        columns = columns or guessed(with_nested(record), named, where)
        yield _row(record, columns, keep=keep)


def _unread(record: Unread, *, keep: bool) -> Row:
    text = record.raw.decode("utf-8", "backslashreplace").rstrip("\r\n")
    quote = shortened(printable(without_private(text[:_LOOKED_AT])))
    return Row(
        id=_id_of(record.raw or record.place),
        content=None,
        problem=f"{record.why}: {quote}" if quote else record.why,
        record=json.dumps({UNREAD: text}, ensure_ascii=False) if keep and text else "",
        place=record.place,
    )


def _row(record: dict[str, object], columns: Columns, *, keep: bool) -> Row:
    content = value_of(record, columns.text)
    name, media_type = _word(value_of(record, columns.name)), _word(value_of(record, columns.media_type))
    problem = _problem(content)
    return Row(
        id=_word(value_of(record, columns.id))
        or _id_of(content if isinstance(content, str | bytes) else repr(content)),
        content=content if isinstance(content, str | bytes) and not problem else None,
        # A text that was extracted has the name of what it was extracted from.
        name=PurePosixPath(name).name if isinstance(content, bytes) or _is_path(name) else "",
        media_type=media_type,
        source=source_of(_word(value_of(record, columns.source))),
        problem=problem,
        record=json.dumps(record, ensure_ascii=False, default=_shown) if keep else "",
    )


def _id_of(content: str | bytes) -> str:
    """A name for what has none: that of its content, which stays when rows or files are moved."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def source_of(written: str) -> str:
    """The site of an address, and anything else as it is, as is an address that is none."""
    try:
        return (urlsplit(written).hostname or "") if "://" in written else written
    except ValueError:
        return written


def _is_path(name: str) -> bool:
    return "://" not in name and bool(PurePosixPath(name).suffix)


def _problem(content: object) -> str:
    if content is None:
        return "the row has no text"
    if not isinstance(content, str | bytes):
        return f"its text is no text but {type(content).__name__}"
    return f"longer than {LONGEST:,} characters" if len(content) > LONGEST else ""


def _word(value: object) -> str:
    return "" if value is None else str(value)[:_LONGEST_NAME]


def _shown(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
