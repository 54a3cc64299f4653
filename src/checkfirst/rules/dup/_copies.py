"""Shared by the rules on copies."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_page_part, is_sample, is_test_data
from checkfirst.model.form_names import is_in_form
from checkfirst.model.likeness import Alike, Change, DuplicateGroup
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView

#: Members that a message names besides the copy and its original.
_NAMED: Final = 3
#: Groups with the same names up to which each is told; not measured.
_MOST_SEPARATE: Final = 5
_REASONS: Final = {
    Alike.TRANSLATIONS: "their names or languages say that they are translations",
    Alike.EDITIONS: "each belongs to a year or version of its own",
    Alike.SERIES: "their names or titles say that they are one series",
    Alike.LICENCES: "they are licences or notices",
    Alike.TOOLS: "each is for an agent or editor of its own",
    Alike.FOLDERS: "each folder has one",
    Alike.FORMATS: "they are one document in several formats",
}

#: Data and settings that programs read, each at its place; and tables, which people keep.
_SETTINGS: Final = (
    ".json",
    ".jsonc",
    ".yaml",
    ".yml",
    ".toml",
    ".ini",
    ".cfg",
    ".xml",
    ".properties",
    ".ent",
    ".dtd",
    ".xsd",
    ".xsl",
    ".xslt",
    ".config",
)
_TABLES: Final = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
#: What a person calls a copy.
_COPY: Final = lazy_re.compile(r"(?:^|[\W_])(?:copy|kopie|copie|copia|cópia|kopia)(?:$|[\W_])", re.IGNORECASE)
#: The name of a file from which a program makes another one: "limits.src.md", "README.tmpl.md".
_SOURCE: Final = lazy_re.compile(r"\.(?:src|source|tmpl|tpl|template|in|raw)\.\w+$", re.IGNORECASE)
#: Lists of packages, which each project has for itself.
MANIFEST: Final = lazy_re.compile(
    r"^(?:package|composer|tsconfig|manifest)\.json$|[.-]lock(?:\.\w+)?$|^(?:cargo|pyproject)\.toml$|^go\.(?:mod|sum|work|work\.sum)$"
)
#: Drawings that a program keeps as text.
_DRAWINGS: Final = (".excalidraw.md", ".drawio", ".canvas")


def is_expected(by_path: Mapping[str, DocumentSummary], group: DuplicateGroup) -> bool:
    """Whether files like these are often the same: parts of pages, samples, test data, what was made
    from a template beside it, drawings, data, notes not begun.

    ``by_path`` has the documents of the set.
    """
    if any(_COPY.search(PurePosixPath(path).stem) for path in group.paths):
        return False
    members = [by_path[path] for path in group.paths if path in by_path]
    return (
        all(PurePosixPath(path).name.startswith("_") or is_page_part(path) for path in group.paths)
        or any(is_test_data(path) or is_in_form(path) for path in group.paths)
        or all(map(is_sample, group.paths))
        or any(map(_SOURCE.search, group.paths))
        or all(MANIFEST.search(PurePosixPath(path).name.lower()) for path in group.paths)
        or all(path.lower().endswith(_DRAWINGS) for path in group.paths)
        or all(path.lower().endswith(_SETTINGS) for path in group.paths)
        or all(d.is_prose and not d.first_sentence and not d.path.lower().endswith(_TABLES) for d in members)
    )


def with_one_cause(groups: Iterable[DuplicateGroup]) -> Iterator[DuplicateGroup]:
    """The groups, those of files with the same names in many folders as one: a program made them."""
    by_names: dict[tuple[object, ...], list[DuplicateGroup]] = {}
    for group in groups:
        names = tuple(sorted(PurePosixPath(path).name for path in group.paths))
        apart = group.paths if group.alike or group.likewise else ()
        by_names.setdefault((*names, *apart, group.named_as_copies), []).append(group)
    for alike in by_names.values():
        if len(alike) > _MOST_SEPARATE:
            yield replace(alike[0], likewise=tuple(group.paths for group in alike[1:]))
        else:
            yield from alike


def group_hit(view: SetView, group: DuplicateGroup, message: str, confidence: float, severity: Severity) -> Hit:
    """A hit on the copy, which names the original and other members and quotes the lines that differ, else its first."""
    original, copy, *others = group.paths
    first = next((d.first_line for d in view.measures.documents if d.path == copy), None)
    comparison = group.comparison
    quotes = (comparison.lines if comparison else ()) or (first or Quote(span=text_span(0), text=copy),)
    if group.alike:
        message += f"; {_REASONS[group.alike]}"
    if group.likewise:
        message += f"; likewise {listed(tuple(paths[1] for paths in group.likewise))}"
    return Hit(
        message=message,
        evidence=quotes,
        confidence=confidence,
        path=copy,
        severity=severity,
        related=(original, *others, *(path for paths in group.likewise for path in paths)),
        data=facts(
            other=original,
            likeness=group.likeness.value,
            similarity=comparison.share if comparison else group.similarity,
            differing=comparison.differing if comparison else 0,
            numbers=(comparison.numbers or None) if comparison else None,
            members=group.paths if others else (),
            groups=(len(group.likewise) + 1) if group.likewise else None,
            reason=group.alike.value if group.alike else None,
            changes=tuple(map(str, comparison.changes)) if comparison else (),
        ),
    )


def changes_told(changes: tuple[Change, ...]) -> str:
    """How many changes there are and the first of them: "3 changes: 30 → 45 seconds, must → must not and 1 more"."""
    count = f"{len(changes)} change{'s' if len(changes) > 1 else ''}"
    return f"{count}: {listed(tuple(map(str, changes)))}"


def listed(paths: tuple[str, ...]) -> str:
    """The first paths, and how many more there are: "a.md, b.md, c.md and 37 more"."""
    more = len(paths) - _NAMED
    if more > 1:
        return f"{', '.join(paths[:_NAMED])} and {more} more"
    return " and ".join(part for part in (", ".join(paths[:-1]), *paths[-1:]) if part)
