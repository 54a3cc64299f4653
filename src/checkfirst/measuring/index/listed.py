"""The indexes of a set, their entries with resolved targets, and the documents that no index lists."""

import posixpath
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.index.series import left_out_of_series
from checkfirst.measuring.index.targets import Targets, TargetState
from checkfirst.measuring.index.toctrees import in_toctrees
from checkfirst.measuring.index.tree import PLAIN_TREE, Tree
from checkfirst.measuring.index.wiki_links import WikiPages
from checkfirst.model.entries import Entry, RawEntry
from checkfirst.model.form_names import is_in_form
from checkfirst.model.formats import Trait
from checkfirst.model.index_names import FOLDER_PAGES, INDEX_NAMES, OTHER_RANK, SITE_INDEX
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.path_parts import name_of
from checkfirst.reading.formats import suffixes_of
from checkfirst.sources.ignore_patterns import rules_of

#: Fewest other documents that one without the name of an index links to, to be taken for one. Not measured.
_FEWEST_LINKED: Final = 3

#: Names of pages that a site shows on its own occasions.
_NEVER_LISTED: Final = ("404.md", "404.html")
#: Lists of packages for pip, and the build file of CMake.
_FOR_PROGRAMS = lazy_re.compile(
    r"(?:requirements|constraints)(?:[-_.][\w.-]+)?\.txt|[\w.-]+[-_.]requirements\.txt|cmakelists\.txt"
)
#: Suffixes of documents.
_LISTED: Final = suffixes_of(Trait.LISTED)


def with_principal(documents: Iterable[DocumentSummary], named: tuple[str, ...]) -> list[DocumentSummary]:
    """The indexes among the documents, the principal one first: the one with the lowest rank nearest to the root.

    Only entries of the principal index, and of those ``named`` in the configuration, stay firm. Indexes of folders are
    seldom complete, and those of forms are filled in with their copies.
    """

    def rank(index: DocumentSummary) -> tuple[bool, bool, int, int, str]:
        path = PurePosixPath(index.path)
        known = INDEX_NAMES.get(path.name.lower())
        is_form = is_in_form(index.path)
        return (index.path not in named, is_form, known.rank if known else OTHER_RANK, len(path.parts), index.path)

    ranked = sorted((document for document in documents if document.entries is not None), key=rank)
    return [
        index
        if (n == 0 and not is_in_form(index.path)) or index.path in named
        else replace(index, entries=tuple(replace(entry, firm=False) for entry in index.entries or ()))
        for n, index in enumerate(ranked)
    ]


def resolved_entries(indexes: Iterable[DocumentSummary], targets: Targets) -> tuple[Entry, ...]:
    """The entries of all indexes with their targets resolved."""
    found: list[Entry] = []
    for index in indexes:
        raws = index.entries or ()
        if name_of(index.path).lower() == SITE_INDEX:
            raws = _from_index_folder(index.path, raws, targets)
        found += [_resolved(index.path, raw, targets) for raw in raws]
    return tuple(found)


def _from_index_folder(index: str, raws: tuple[RawEntry, ...], targets: Targets) -> tuple[RawEntry, ...]:
    """The entries of llms.txt with paths from the root of the site made relative to its folder, if that is the root.

    It lies at the root of its site (llmstxt.org); of a set that is only a part, most such paths lead to no file.
    """
    relative = [replace(raw, target=raw.target.lstrip("/")) if raw.target.startswith("/") else raw for raw in raws]
    rooted = [one for one, raw in zip(relative, raws, strict=True) if one is not raw]
    there = sum(_resolved(index, raw, targets).exists for raw in rooted)
    return tuple(relative) if there * 2 > len(rooted) else raws


def _resolved(index: str, raw: RawEntry, targets: Targets) -> Entry:
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(index), raw.base))
    found = targets.find("" if folder == "." else folder, raw.inside or raw.target)
    missing = found.state is TargetState.MISSING and found.path is not None
    return Entry(
        index=index,
        title=raw.title,
        target=raw.target,
        path=found.path,
        exists=found.state is TargetState.THERE,
        file=found.file,
        quote=raw.quote,
        description=raw.description,
        firm=raw.firm and not (missing and raw.inside),
        in_sentence=raw.in_sentence,
        has_parts=raw.has_parts,
        section=raw.section,
        nearest=(targets.similar.nearest(found.path, folder) or None) if missing and found.path else None,
    )


def listed_folder(index: DocumentSummary) -> str:
    """The folder whose documents an index lists, with a final ``/``; empty for the root."""
    base = index.entries[0].base if index.entries else ""
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(index.path), base))
    return "" if folder == "." else f"{folder}/"


def firm_folders(indexes: Iterable[DocumentSummary]) -> frozenset[str]:
    """The folders of the indexes that should list all documents of their folder: those with only firm entries."""
    return frozenset(listed_folder(i) for i in indexes if i.entries and all(entry.firm for entry in i.entries))


def unlisted(
    documents: Iterable[DocumentSummary],
    indexes: Iterable[str],
    entries: Collection[Entry],
    folders: Collection[str],
    tree: Tree = PLAIN_TREE,
) -> tuple[DocumentSummary, ...]:
    """Documents in or below ``folders`` that no index and no toctree lists, neither themselves nor under another suffix.

    So are members of a numbered series in any folder, if the index there lists the others. Indexes and files with the name of an index need not be listed, nor documents in dot folders, which tools find, nor
    parts that another document includes, nor pages that say themselves, or whose site says, that they are left out, nor
    those in the navigation of a site whose configuration may lie above the set.
    """
    listed = {*indexes, *(path for entry in entries for path in (entry.path, entry.file) if path)}
    documents, in_part = tuple(documents), left_out_of_series(documents, entries)
    stems = {_without_suffix(path) for path in listed} | in_toctrees(documents, tree.sites)
    patterns = [(site.content, (*site.listed, *site.unlisted)) for site in tree.sites]
    known = [(content, rules_of(lines)) for content, lines in patterns if lines]
    return tuple(
        document
        for document in documents
        if document.is_prose
        and document.path not in listed
        and _without_suffix(document.path) not in stems
        and _may_be_listed(document.path)
        and (document.path in in_part or any(document.path.startswith(folder) for folder in folders))
        and document.path not in tree.includers
        and not document.unlisted_on_purpose
        and not any(spec.match_file(posixpath.relpath(document.path, content)) for content, spec in known)
        and not document.is_hidden
    )


def _may_be_listed(path: str) -> bool:
    """Whether a document is a page that an index may list: no index, no page that is shown anyway, and no part of one.

    The names of parts, and of the folders of templates and pictures, begin with "_" in most generators.
    """
    name = name_of(path).lower()
    return (
        name.endswith(_LISTED)
        and name not in {*INDEX_NAMES, *_NEVER_LISTED, *map(str.lower, FOLDER_PAGES)}
        and _FOR_PROGRAMS.fullmatch(name) is None
        and not any(part.startswith("_") for part in path.split("/"))
    )


def links_to_most(documents: Iterable[DocumentSummary], targets: Targets, pages: WikiPages | None = None) -> bool:
    """Whether a document links to most of the others, and so is their index, whatever its name."""
    documents = tuple(documents)
    paths = {document.path for document in documents if document.is_prose}
    for document in documents:
        folder = posixpath.dirname(document.path)
        files = {targets.find(folder, link.target, document.path).file for link in document.links}
        files |= {pages.file(link.target, document.path) for link in document.wiki_links} if pages else set()
        count = len(paths & files - {document.path})
        if count >= _FEWEST_LINKED and count * 2 > len(paths) - 1:
            return True
    return False


def _without_suffix(path: str) -> str:
    return path.rpartition(".")[0] or path
