"""What file names and folders say of formats: what people write, what is made from it, what it is written for."""

import re
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.similarity.names import ARCHIVE, folders, stem, words_of

#: Words for the format for which a document is written, one version for each.
_FORMAT_WORDS: Final = words_of(
    "latex tex pdf html web www site pages print epub docx odt gfm pandoc rst man text txt md markdown wiki kindle dark "
    "light mobile desktop color colour bw template vorlage plantilla modele"
)
#: Folders that a program shows as one document: its text is beside what was exported from it.
_PACKAGE: Final = lazy_re.compile(
    r".+\.(?:graffle|rtfd|pages|numbers|key|textbundle|scriv|app|framework|xcassets|lproj)"
)
#: Suffixes of formats that people write documents in.
_WRITTEN: Final = words_of(".md .mdc .markdown .mdx .txt .text .rst .adoc .asciidoc .org .textile .wiki .rmd .qmd")
#: Folders that site generators write their output to.
_BUILT: Final = words_of("_build _site _book _sources build dist .docusaurus")
#: Suffixes of formats that are made from a source.
_RENDERED: Final = lazy_re.compile(r"\.(?:x?html?|pdf|docx|odt|epub|[1-9])$")


def page_names(path: str) -> tuple[str, str]:
    """The name, without a date in front, and that of the folder if the file is its page: "docs/guide/index.html"."""
    base = re.sub(r"^[\d._-]+(?=.)", "", stem(path))
    return base, (folders(path)[-1:] or ("",))[0] if base in {"index", "readme"} else base


def suffix(path: str) -> str:
    """The last suffix of the file name in lower case."""
    return PurePosixPath(path.lower()).suffix


def inner_suffix(path: str) -> str:
    """The suffix before the last one, which says what a template makes; empty if there is none."""
    return PurePosixPath(PurePosixPath(path.lower()).stem).suffix


def is_built(path: str) -> bool:
    """Whether the file has a format that is made from a source, or is in a folder for generated files."""
    return bool(_RENDERED.search(path.lower())) or not _BUILT.isdisjoint(folders(path))


def inside_archive(path: str) -> str | None:
    """The path within the archive that the file is in; ``None`` if it is in none."""
    parts = PurePosixPath(path.lower()).parts
    last = max((n for n, part in enumerate(parts[:-1]) if ARCHIVE.search(part)), default=None)
    return None if last is None else "/".join(parts[last + 1 :])


def is_packaged(path: str) -> bool:
    """Whether the file is in a folder that a program shows as one document."""
    return any(_PACKAGE.fullmatch(part) for part in folders(path))


def is_written(path: str) -> bool:
    """Whether its suffix is that of a format in which people write."""
    return suffix(path) in _WRITTEN


def for_formats(path: str) -> tuple[str, str]:
    """The words of the name without those for the format that it is written for, and those."""
    words = [word for word in re.split(r"[\W_]+", stem(path)) if word]
    return " ".join(w for w in words if w not in _FORMAT_WORDS), " ".join(w for w in words if w in _FORMAT_WORDS)
