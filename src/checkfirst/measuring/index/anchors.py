"""Anchors of headings, as each site generator makes them from their texts."""

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
    """The program that makes the anchors of headings."""

    GITHUB = "github"
    MKDOCS = "mkdocs"
    MDBOOK = "mdbook"
    SPHINX = "sphinx"


_NOT_IN_NAMES = re.compile(r"[^\w\- ]")
_RUNS = re.compile(r"[-\s]+")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def _github(text: str) -> str:
    # GitHub keeps letters of all scripts, "_" and "-"; each space becomes one hyphen.
    return _NOT_IN_NAMES.sub("", text.strip().lower()).replace(" ", "-")


def _mkdocs(text: str) -> str:
    # Python-Markdown's toc.slugify: to ASCII, then runs of spaces and hyphens to one hyphen.
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _RUNS.sub("-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _mdbook(text: str) -> str:
    # mdBook's normalize_id: letters, digits, "_" and "-" stay, white space becomes "-", and the rest is dropped.
    return "".join("-" if c.isspace() else c.lower() for c in text.strip() if c.isalnum() or c in "_-" or c.isspace())


def _sphinx(text: str) -> str:
    # docutils.nodes.make_id: runs of anything but a-z and 0-9 become one hyphen, with none at the ends.
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _NOT_ALPHANUMERIC.sub("-", plain.lower()).strip("-")


_SLUGS = {Dialect.GITHUB: _github, Dialect.MKDOCS: _mkdocs, Dialect.MDBOOK: _mdbook, Dialect.SPHINX: _sphinx}


def anchor_names(anchors: Iterable[Anchor], dialect: Dialect) -> dict[str, str]:
    """The names of a document's anchors, each with the text of its heading; equal names are numbered."""
    slug, joint = _SLUGS[dialect], "_" if dialect is Dialect.MKDOCS else "-"
    taken: Counter[str] = Counter()
    names: dict[str, str] = {}
    for anchor in anchors:
        if anchor.explicit:
            names.setdefault(anchor.text, anchor.text)
            continue
        name = slug(anchor.text)
        number, taken[name] = taken[name], taken[name] + 1
        # The numbered name may already be that of another heading.
        while number and f"{name}{joint}{number}" in names:
            number += 1
        names.setdefault(f"{name}{joint}{number}" if number else name, anchor.text)
    return names


#: Names of the configuration files of site generators.
_CONFIGURATIONS: Final = {
    Dialect.MKDOCS: {name for name, index in INDEX_NAMES.items() if index.navigation},
    Dialect.MDBOOK: {"book.toml"},
    Dialect.SPHINX: {"conf.py"},
}


def dialect_of(present: Iterable[str]) -> Dialect:
    """The dialect of a set, from the configuration files among its paths; GitHub's if there are none."""
    names = {PurePosixPath(path).name for path in present}
    return next((dialect for dialect, files in _CONFIGURATIONS.items() if names & files), Dialect.GITHUB)
