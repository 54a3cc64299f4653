"""What is fuzzed: functions that take bytes and raise nothing but what they may."""

import tomllib
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from checkfirst.api import check_documents
from checkfirst.checking.lock import parse_lock
from checkfirst.config import from_table
from checkfirst.errors import CheckfirstError
from checkfirst.reading.binary.archive import unpack
from checkfirst.reading.detect.identify import identify
from checkfirst.reading.formats import FORMATS, file_reader, text_reader
from checkfirst.reading.parsed import ReadingError
from checkfirst.reading.read import read
from checkfirst.reading.text.decode import decode
from checkfirst.reporting.registry import MODULES, parts_of

Target = Callable[[bytes], None]
#: Names of indexes and configurations, each of another form.
_INDEXES: Final = (
    "INDEX.md",
    "mkdocs.yml",
    "SUMMARY.md",
    "llms.txt",
    "index.rst",
    "index.adoc",
    "_toc.yml",
    "docs.json",
)
_DOCUMENT: Final = "# Limits\n\nThe gateway takes a hundred calls a minute and rejects the others with a code.\n"


def _text(media_type: str) -> Target:
    reader = text_reader(FORMATS[media_type])

    def run(data: bytes) -> None:
        with suppress(ReadingError):
            reader(decode(data).text)

    return run


def _file(media_type: str) -> Target:
    reader = file_reader(FORMATS[media_type])

    def run(data: bytes) -> None:
        with suppress(ReadingError):
            reader(data)

    return run


def _types(data: bytes) -> None:
    name, _, content = data.partition(b"\n")
    identify(name.decode("utf-8", "replace")[:60] or "a", content)


def _archive(data: bytes) -> None:
    with suppress(ReadingError):
        unpack(data, "a.zip")


def _lock(data: bytes) -> None:
    with suppress(CheckfirstError):
        parse_lock(data.decode("utf-8", "replace"), "checkfirst.lock")


def _configuration(data: bytes) -> None:
    with suppress(CheckfirstError, tomllib.TOMLDecodeError, RecursionError):
        from_table(tomllib.loads(data.decode("utf-8", "replace")), "checkfirst.toml")


def _whole(data: bytes) -> None:
    """A whole check: the first byte chooses the name of a file beside a document; all reports are written."""
    choice, content = data[:1], data[1:]
    name = _INDEXES[choice[0] % len(_INDEXES)] if choice else "a.txt"
    report = check_documents([("limits.md", _DOCUMENT), (name, content), ("notes.txt", content)])
    assert {document.path for document in report.documents} | {failure.path for failure in report.failures}
    for form in MODULES:
        for _ in parts_of(form, report):
            pass


def _document(data: bytes) -> None:
    document = read("a.html" if data[:1] == b"<" else "a.md", data)
    document.text.encode("utf-8")


def targets() -> dict[str, Target]:
    """All targets by name."""
    found: dict[str, Target] = {
        "types": _types,
        "archive": _archive,
        "lock": _lock,
        "configuration": _configuration,
        "whole": _whole,
        "document": _document,
    }
    readers: set[str] = set()
    for media_type, spec in FORMATS.items():
        # Languages of one reader differ in the signs of their comments alone.
        if spec.reader is not None and spec.reader not in readers:
            readers.add(spec.reader)
            found[media_type] = _file(media_type) if spec.isolated else _text(media_type)
    return found
