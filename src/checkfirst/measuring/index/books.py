"""Lists of files that a program joins to one book, in which a link may name a place of any other chapter by its id alone."""

import posixpath
import re
from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.site import from_root
from checkfirst.sources.interface import SiteFile

_CHAPTER: Final = r"[\w./ -]{0,300}[\w.*-]\.(?:adoc|asciidoc|asc|md|markdown|mkd|qmd|rmd|txt|html)"
#: An item of a list: O'Reilly's atlas.json; keys of Pandoc's defaults and of lists like them; lines of Leanpub's Book.txt.
_IN_JSON: Final = lazy_re.compile(rf"[\"']({_CHAPTER})[\"']", re.IGNORECASE)
_KEY: Final = lazy_re.compile(
    r"^[ \t]*+(?:input-files|input_files|files|chapters|parts|contents)[ \t]*+:[ \t]*+(\[[^\[\]]*+\]|\n(?:[ \t]*+(?:-|\w++:)[^\n]*+\n?)++)",
    re.MULTILINE,
)
_IN_YAML: Final = lazy_re.compile(rf"[-\[,:][ \t\n]*+[\"']?({_CHAPTER})[\"']?[ \t]*+(?=[\n,\]]|$)", re.IGNORECASE)
_LINE: Final = lazy_re.compile(rf"^[ \t]*+({_CHAPTER})[ \t]*+$", re.MULTILINE | re.IGNORECASE)
#: An argument of Pandoc in a Makefile, or a part of a variable for it.
_ARGUMENT: Final = lazy_re.compile(rf"(?<![\w./-])({_CHAPTER.replace(' ', '')})(?![\w./-])", re.IGNORECASE)
#: The keys of spec-up: the files of a specification, and the folder that they lie in.
_PATHS: Final = lazy_re.compile(r"[\"']markdown_paths[\"']\s*+:\s*+(\[[^\[\]]*+\])")
_FOLDER: Final = lazy_re.compile(r"[\"']spec_directory[\"']\s*+:\s*+[\"']([^\"'\n]{1,300}+)[\"']")
#: Fewest chapters of a book.
_FEWEST: Final = 2


def books_of(files: Iterable[SiteFile], location: str = "") -> tuple[tuple[str, ...], ...]:
    """The chapters of each book, from the root of the set and without suffix, which a conversion may have changed.

    ``location`` has the names of the root and of folders above it. A chapter may be a pattern.
    """
    books = []
    listed = ((file.path, chapters) for file in files for chapters in _lists(file))
    for file, chapters in listed:
        folder = posixpath.dirname(file)
        written = [path for path in chapters if not path.lower().endswith(".html")]
        paths = (from_root(posixpath.join(folder, path.strip()), location) for path in written)
        book = tuple(dict.fromkeys(path.rpartition(".")[0] for path in paths))
        if len(book) >= _FEWEST or any("*" in chapter for chapter in book):
            books.append(book)
    return tuple(dict.fromkeys(books))


def _lists(file: SiteFile) -> list[list[str]]:
    """The lists of chapters in a file; that of spec-up may have several specifications, each in a folder of its own."""
    name = posixpath.basename(file.path).lower()
    if name != "specs.json":
        return [_chapters(name, file.text)]
    return [
        [posixpath.join(folder, path) for path in _IN_JSON.findall(listed)]
        for listed, folder in zip(_PATHS.findall(file.text), _FOLDER.findall(file.text), strict=False)
    ]


def _chapters(name: str, text: str) -> list[str]:
    if name == "atlas.json":
        return _IN_JSON.findall(text)
    if name == "book.txt":
        return _LINE.findall(text)
    if name == "makefile":
        return _ARGUMENT.findall(text) if re.search(r"\b(?:pandoc|asciidoctor)\b", text) else []
    if name.endswith((".yml", ".yaml")) and name.rpartition(".")[0] in {"defaults", "pandoc", "book", "metadata"}:
        return [chapter for listed in _KEY.findall(text) for chapter in _IN_YAML.findall(listed)]
    return []
