"""The names under which headings can be linked to, as each site generator makes them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from checkfirst.model.document import Anchor
from checkfirst.model.index_names import INDEX_NAMES


class Dialect(StrEnum):
    """Who turns headings into names."""

    GITHUB = "github"
    MKDOCS = "mkdocs"
    MDBOOK = "mdbook"
    SPHINX = "sphinx"


_NOT_IN_NAMES = re.compile(r"[^\w\- ]")
_RUNS = re.compile(r"[-\s]+")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def _github(text: str) -> str:
    # GitHub keeps letters of all scripts, "_" and "-"; every space becomes a hyphen of its own.
    return _NOT_IN_NAMES.sub("", text.strip().lower()).replace(" ", "-")


def _mkdocs(text: str) -> str:
    # Python-Markdown's toc.slugify: to ASCII, then runs of spaces and hyphens to one hyphen.
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _RUNS.sub("-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _mdbook(text: str) -> str:
    # mdBook's normalize_id: letters, digits, "_" and "-" stay, white space becomes "-", the rest goes.
    return "".join("-" if c.isspace() else c.lower() for c in text.strip() if c.isalnum() or c in "_-" or c.isspace())


def _sphinx(text: str) -> str:
    # docutils.nodes.make_id: runs of anything but a-z and 0-9 to one hyphen, none at the ends.
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _NOT_ALPHANUMERIC.sub("-", plain.lower()).strip("-")


_SLUGS = {Dialect.GITHUB: _github, Dialect.MKDOCS: _mkdocs, Dialect.MDBOOK: _mdbook, Dialect.SPHINX: _sphinx}


def anchor_names(anchors: Iterable[Anchor], dialect: Dialect) -> dict[str, str]:
    """The names of a document's anchors with the text of each; names taken twice are numbered."""
    slug, joint = _SLUGS[dialect], "_" if dialect is Dialect.MKDOCS else "-"
    taken: Counter[str] = Counter()
    names: dict[str, str] = {}
    for anchor in anchors:
        if anchor.explicit:
            names.setdefault(anchor.text, anchor.text)
            continue
        name = slug(anchor.text)
        number, taken[name] = taken[name], taken[name] + 1
        # A numbered name may be another heading's own: the next free one is taken.
        while number and f"{name}{joint}{number}" in names:
            number += 1
        names.setdefault(f"{name}{joint}{number}" if number else name, anchor.text)
    return names


#: Files by which a site generator is known.
_CONFIGURATIONS: Final = {
    Dialect.MKDOCS: {name for name, index in INDEX_NAMES.items() if index.navigation},
    Dialect.MDBOOK: {"book.toml"},
    Dialect.SPHINX: {"conf.py"},
}


def dialect_of(present: Iterable[str]) -> Dialect:
    """Who makes the names of headings, guessed from the files of the tree."""
    names = {PurePosixPath(path).name for path in present}
    return next((dialect for dialect, marks in _CONFIGURATIONS.items() if names & marks), Dialect.GITHUB)
