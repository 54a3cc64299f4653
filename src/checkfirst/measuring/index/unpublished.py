"""Pages that a site leaves out, so that nobody follows their links: drafts, and what its configuration excludes."""

import posixpath
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.index.site import Site
from checkfirst.model.document import Document
from checkfirst.path_parts import stem_of
from checkfirst.sources.ignore_patterns import rules_of

#: Keys of front matter that keep a page back: Hugo, Docusaurus, Quarto and others; Jekyll.
_KEYS: Final = {"draft": {"true", "yes"}, "published": {"false", "no"}, "publish": {"false", "no"}}
#: The folder of drafts of Jekyll.
_DRAFTS: Final = "_drafts"
#: A page in the table of contents of Jupyter Book or of MyST.
_IN_TOC: Final = lazy_re.compile(r"^[ \t-]*(?:root|file)[ \t]*:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_PATTERN: Final = lazy_re.compile(r"^[ \t-]*(?:glob|pattern|url)[ \t]*:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


def is_draft(document: Document) -> bool:
    """Whether a document says itself that it is not published."""
    keys = {key.lower(): value.lower() for key, value in document.metadata}
    return any(keys.get(key) in values for key, values in _KEYS.items()) or _DRAFTS in document.path.split("/")


def all_but(table: str) -> tuple[str, ...]:
    """Patterns as in ``.gitignore`` of the pages that a table of contents does not have, where it alone is built."""
    listed = [*_IN_TOC.findall(table), *_PATTERN.findall(table)]
    stems = (re.sub(r"\.(?:md|ipynb|rst|tex)$", "", path) for path in listed)
    return ("*.md", "*.ipynb", "*.rst", *(f"!/{stem}{end}" for stem in stems for end in (".*", ""))) if listed else ()


def excluded_pages(paths: Iterable[str], sites: Iterable[Site]) -> frozenset[str]:
    """The paths that the configuration of a site leaves out of it, without those that code hosts show."""
    paths = tuple(path for path in paths if stem_of(path).lower() != "readme")
    found: set[str] = set()
    for site in sites:
        if not site.excluded:
            continue
        spec = rules_of(site.excluded)
        inside = (path for path in paths if PurePosixPath(path).is_relative_to(site.content) or site.content == ".")
        found.update(path for path in inside if spec.match_file(posixpath.relpath(path, site.content)))
    return frozenset(found)
