"""Which file lists the set, what it lists, and whether that is there."""

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from checkfirst.config import Config
from checkfirst.measuring.content.references import absent_documents
from checkfirst.measuring.index.declared import declared_kinds, other_versions
from checkfirst.measuring.index.entries import BY_FIRMNESS, FIRM, SOFT, bare
from checkfirst.measuring.index.entry_match import broken_promises
from checkfirst.measuring.index.fuzzy_names import Names
from checkfirst.measuring.index.links import broken_links
from checkfirst.measuring.models.weights import Weights
from checkfirst.measuring.similarity.duplicates import find_copies
from checkfirst.measuring.similarity.outliers import main_language, measure_fits
from checkfirst.measuring.similarity.topic import measure_mission
from checkfirst.model.needs import EVERYTHING, Needs
from checkfirst.model.set_measures import DocumentSummary, Entry, RawEntry, SetMeasures

#: Missing targets for which a like name is looked for; the search compares with every file.
_MOST_GUESSED: Final = 50


def measure_set(
    documents: tuple[DocumentSummary, ...],
    present: Iterable[str],
    unread: int,
    weights: Weights,
    config: Config | None = None,
    needs: frozenset[Needs] = EVERYTHING,
) -> SetMeasures:
    """The set's indexes, their entries resolved against what is there, and of the other measures what is needed.

    ``present`` names every file and folder known below the root, read or not.
    """
    there, settings = set(present), config or Config()
    indexes = _with_principal((d for d in documents if d.entries is not None), settings.index)
    entries = _entries(indexes, there)
    language = main_language(documents) if needs & {Needs.LANGUAGE, Needs.MISSION} else None
    return SetMeasures(
        documents=documents,
        indexes=tuple(index.path for index in indexes),
        entries=tuple(entries),
        unlisted=_unlisted(documents, indexes, entries) if Needs.UNLISTED in needs else (),
        broken_links=broken_links(documents, frozenset(there)) if Needs.LINKS in needs else (),
        copies=find_copies(documents) if Needs.COPIES in needs else (),
        absent=absent_documents(documents, frozenset(there)) if Needs.REFERENCES in needs else (),
        fits=measure_fits(documents, frozenset(i.path for i in indexes), weights) if Needs.FITS in needs else {},
        language=language,
        mission=measure_mission(
            documents, indexes[0] if indexes else None, settings.about, language, weights.vocabulary.numbers
        )
        if Needs.MISSION in needs
        else None,
        promises=broken_promises(documents, tuple(entries), weights) if Needs.PROMISES in needs else (),
        declared=declared_kinds(documents, tuple(entries)) if Needs.DECLARED in needs else (),
        other_versions=other_versions(documents, tuple(entries)) if Needs.VERSIONS in needs else (),
        unread=unread,
    )


def _entries(indexes: list[DocumentSummary], there: set[str]) -> list[Entry]:
    """The entries of all indexes with the paths that they resolve to."""
    lower = {path.lower(): path for path in sorted(there)}
    entries: list[Entry] = []
    guesses = _MOST_GUESSED
    files: _Near | None = None
    for index in indexes:
        for raw in index.entries or ():
            path = _resolved(index.path, raw)
            exists = path is not None and _is_there(path, there)
            near = None
            if not exists and path is not None and guesses > 0:
                guesses -= 1
                files = files or _Near(there)
                near = lower.get(path.lower()) or files.to(path)
            entries.append(
                Entry(
                    index=index.path,
                    title=raw.title,
                    target=raw.target,
                    path=path,
                    exists=exists,
                    quote=raw.quote,
                    description=raw.description,
                    firm=raw.firm,
                    nearest=near,
                )
            )
    return entries


def _with_principal(indexes: Iterable[DocumentSummary], named: tuple[str, ...]) -> list[DocumentSummary]:
    """Only the set's principal index makes firm promises: the highest one, of the firmest name.

    Below it, a folder's own page lists what it likes, and misses what its author moved.
    """

    def rank(index: DocumentSummary) -> tuple[bool, int, int, str]:
        path = PurePosixPath(index.path)
        return (index.path not in named, BY_FIRMNESS.get(path.name.lower(), 9), len(path.parts), index.path)

    ranked = sorted(indexes, key=rank)
    return [
        index
        if n == 0 or index.path in named
        else replace(index, entries=tuple(replace(entry, firm=False) for entry in index.entries or ()))
        for n, index in enumerate(ranked)
    ]


def _resolved(index: str, raw: RawEntry) -> str | None:
    """The entry's path from the root; ``None`` when it leaves the set or names nothing."""
    target = bare(raw.target)
    if not target or any(sign in target for sign in "*?[{"):
        return None
    folder = "" if target.startswith("/") else posixpath.join(posixpath.dirname(index), raw.base)
    path = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
    return None if path == ".." or path.startswith("../") or path == "." else path


def _is_there(path: str, there: set[str]) -> bool:
    """A file, a folder, or a page by the name under which a site generator serves it."""
    stem = path.removesuffix(".html").removesuffix(".htm")
    tried = (path, *(stem + s for s in (".md", ".rst", ".txt", ".mdx", ".ipynb", ".adoc")))
    return any(t in there for t in tried) or any(
        f"{path}/{name}" in there for name in ("index.md", "README.md", "index.rst")
    )


class _Near:
    """The file whose name is most like a missing one's; made when the first is missing."""

    def __init__(self, there: set[str]) -> None:
        self.paths: dict[str, str] = {}
        for path in sorted(there):
            self.paths.setdefault(PurePosixPath(path).name, path)
        self.names = Names(self.paths)

    def to(self, path: str) -> str | None:
        close = self.names.nearest(PurePosixPath(path).name, cutoff=0.75)
        return self.paths[close] if close else None


def _unlisted(
    documents: tuple[DocumentSummary, ...], indexes: list[DocumentSummary], entries: list[Entry]
) -> tuple[str, ...]:
    """Documents in or below the folder of a firm index that no index of the set leads to."""
    firm = [index for index in indexes if index.entries and all(e.firm for e in index.entries)]
    folders = {posixpath.join(posixpath.dirname(i.path), (i.entries or ())[0].base) for i in firm}
    listed = {e.path for e in entries} | {index.path for index in indexes}
    stems = {p.rpartition(".")[0] or p for p in listed if p}
    return tuple(
        d.path
        for d in documents
        if d.written
        and d.path not in listed
        and (d.path.rpartition(".")[0] or d.path) not in stems
        and PurePosixPath(d.path).name.lower() not in FIRM | SOFT
        and any(folder in {"", "."} or d.path.startswith(folder.rstrip("/") + "/") for folder in folders)
    )
