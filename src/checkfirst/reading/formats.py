"""Look-ups in the table of media types by file name and by trait, and the reader of each type, imported on first use."""

from collections.abc import Callable
from functools import cache, lru_cache, partial
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, Final

from checkfirst import plugins
from checkfirst.model.formats import FormatSpec, Trait
from checkfirst.path_parts import name_of, suffix_of
from checkfirst.reading.format_table import BINARY, DATA, RICH, TEXTS
from checkfirst.reading.language_table import LANGUAGES
from checkfirst.reading.others import FailedReader, others
from checkfirst.reading.parsed import Structure

#: Every type by its media type.
_OWN: Final[dict[str, FormatSpec]] = {spec.media_type: spec for spec in (*TEXTS, *RICH, *DATA, *LANGUAGES, *BINARY)}
_OTHERS, PROBLEMS = others(_OWN)
FORMATS: Final[dict[str, FormatSpec]] = {**_OWN, **_OTHERS}
_BY_SUFFIX: Final[dict[str, FormatSpec]] = {
    suffix: spec for spec in FORMATS.values() for suffix in (*spec.suffixes, *spec.shared_suffixes)
}


_BY_NAME: Final[dict[str, FormatSpec]] = {name: spec for spec in FORMATS.values() for name in spec.names}


@lru_cache(maxsize=10_000)
def named(name: str) -> FormatSpec | None:
    """The type that a file's whole name declares, else its last suffix, else its name before an unknown one:
    ``Dockerfile.test``."""
    lower = name.lower()
    last = name_of(lower)
    return _BY_NAME.get(last) or _BY_SUFFIX.get(suffix_of(lower)) or _BY_NAME.get(last.partition(".")[0])


def disguise(name: str) -> FormatSpec | None:
    """The PDF or office type that the last suffix but one declares, as in "invoice.pdf.exe" and "report.pdf.html"."""
    if name.find(".") == name.rfind("."):
        return None
    suffixes = PurePosixPath(name.lower()).suffixes
    inner = _BY_SUFFIX.get(suffixes[-2]) if len(suffixes) > 1 else None
    return inner if inner and Trait.EXTRACTED in inner.traits and Trait.TEXTUAL not in inner.traits else None


def suffixes_of(trait: Trait) -> tuple[str, ...]:
    """The suffixes of all types that have a trait, in the order of the table; no shared ones."""
    return tuple(suffix for spec in FORMATS.values() if trait in spec.traits for suffix in spec.suffixes)


def preferred_suffixes(trait: Trait, without: Trait) -> tuple[str, ...]:
    """The first suffix of each type that has one trait and not another."""
    return tuple(
        spec.suffixes[0]
        for spec in FORMATS.values()
        if trait in spec.traits and without not in spec.traits and spec.suffixes
    )


def text_reader(spec: FormatSpec) -> Callable[[str], Structure]:
    """The reader of a text type; it takes the decoded text. Raises ``LookupError`` for a type without a reader."""
    if spec.media_type in _OTHERS:
        return partial(_read_by_other, spec)
    read: Callable[..., Structure] = _function(spec)
    return partial(read, signs=spec.comments) if spec.comments else read


def _read_by_other(spec: FormatSpec, text: str) -> Structure:
    """What the reader of another package makes of a text. Raises ``FailedReader`` for any error in it."""
    with plugins.named("the reader", spec.reader or "", FailedReader):
        read: Callable[..., Structure] = _function(spec)
        return read(text, signs=spec.comments) if spec.comments else read(text)


def file_reader(spec: FormatSpec) -> Callable[[bytes], Structure]:
    """The reader of an ``isolated`` type; it takes bytes and raises ``ReadingError``."""
    read: Callable[[bytes], Structure] = _function(spec)
    return read


def _function(spec: FormatSpec) -> Any:
    if spec.reader is None:
        raise LookupError(f"{spec.media_type} has no reader")
    return _imported(spec.reader, f"{__package__}." if spec.media_type in _OWN else "")


@cache
def _imported(reader: str, package: str) -> Any:
    module, _, name = reader.partition(":")
    return getattr(import_module(f"{package}{module}"), name)
