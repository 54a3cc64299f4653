"""Listing files and folders: recursive, sorted, and never outside the root."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from os.path import relpath
from pathlib import Path

from checkfirst.errors import UsageError
from checkfirst.model.finding import Failure, Stage
from checkfirst.model.left_out import LeftOut
from checkfirst.model.report import Skipped, SkipReason
from checkfirst.safe_text import shortened
from checkfirst.sources.hidden import built, survey
from checkfirst.sources.ignored import Rules, is_ignored, is_in_work_tree, rules_above, rules_around, with_folder
from checkfirst.sources.included import Included
from checkfirst.sources.interface import Found, Listing, never
from checkfirst.sources.on_disk import beside
from checkfirst.sources.regular_file import read_bytes, refusal
from checkfirst.sources.site_files import location_of, site_files

#: The folder that a browser saves beside a page: the page's name and a suffix in the browser's language.
_PARTS_OF_PAGE = re.compile(
    r"(.+?)(?:[_-](?:files|file|fichiers|dateien|archivos|bestanden|ficheiros|pliki)|\.files)", re.IGNORECASE
)
#: Files and folders inside hidden folders that are listed, and the hidden folders of programs that hold no documents.
#: Not measured.
_MOST_HIDDEN = 20_000
_NOT_LISTED = {".git", ".hg", ".svn", ".venv", ".tox", ".nox", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
#: Files of checkfirst itself, which are not documents.
OUR_OWN = {"checkfirst.lock", "checkfirst.toml"}


@dataclass(slots=True)
class _Builder:
    """A listing while it is built."""

    root: Path
    included: Included
    found: list[Found] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    aliases: list[tuple[str, str]] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    _outside: int = 0

    def __post_init__(self) -> None:
        self._outside = len(os.path.join(self.root, ""))

    def name(self, path: Path) -> str:
        """The path relative to the root, of a path that is not outside it."""
        return str(path)[self._outside :].replace(os.sep, "/") or "."

    def fail(self, path: Path, reason: str) -> None:
        name = self.name(path) if path.is_relative_to(self.root) else relpath(path, self.root).replace(os.sep, "/")
        self.failures.append(Failure(path=name, stage=Stage.SOURCES, reason=reason))

    def fail_ignoring(self, path: Path, reason: str) -> None:
        """Record patterns that can't be read: what git ignores by them is checked."""
        self.fail(path, f"its patterns are not read: {reason}")

    def skip(self, path: Path, why: SkipReason, detail: str = "") -> None:
        self.skipped.append(Skipped(path=self.name(path), why=why, detail=detail))

    def includes(self, path: Path) -> bool:
        """Whether a path, something in it or a folder that it is in is included."""
        name = self.name(path)
        return self.included.has(name) or self.included.leads_to(name)

    def take(self, path: Path) -> None:
        self.found.append(Found(path=self.name(path), load=partial(read_bytes, path)))


def list_paths(paths: list[Path], include: tuple[str, ...] = ()) -> Listing:
    """The files at and below the paths. A path that is named itself is listed even if hidden or ignored.

    So are files that ``include`` names by patterns in the syntax of ``.gitignore``. Of other hidden files those are
    listed that people or agents read. Raises ``UsageError`` for a path that does not exist, ``ConfigError`` for a
    wrong pattern.
    """
    for path in paths:
        if not _is_there(path):
            raise UsageError(f"{shortened(str(path))}: no such file or folder")
    resolved = sorted({path.resolve() for path in paths})
    root = _common_root(resolved)
    listing = _Builder(root=root, included=Included(include))
    for path in resolved:
        if any(path != other and path.is_relative_to(other) for other in resolved):
            continue
        if path.is_dir():
            _walk(path, listing)
        elif why := refusal(path.stat().st_mode):
            listing.fail(path, why)
        else:
            listing.take(path)
    around = rules_around(root, listing.fail_ignoring)
    return Listing(
        root=_shown_root(paths, root),
        found=tuple(sorted(listing.found, key=lambda f: f.path)),
        skipped=tuple(sorted(listing.skipped, key=lambda s: s.path)),
        failures=tuple(sorted(set(listing.failures), key=lambda f: (f.path, f.reason))),
        aliases=tuple(sorted(listing.aliases)),
        folders=tuple(sorted(listing.folders)),
        hidden=tuple(sorted(listing.hidden)),
        site_files=site_files(root, sorted(f.path for f in listing.found), sorted(listing.hidden)),
        location=location_of(root),
        ignores=partial(_ignores, root, around, {}),
        on_disk=beside(root) if any(path.is_file() for path in resolved) else never,
        left_out=tuple(sorted(listing.left_out, key=lambda item: item.path)),
        unread=tuple(sorted(listing.unread)),
    )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        # A name that is too long, or that no file can have.
        return False


def _ignores(root: Path, rules: Rules, known: dict[str, Rules], path: str) -> bool:
    """Whether the rules above a path below the root, those of its own folder among them, ignore it or a folder of it.

    ``known`` keeps the rules of each folder that was asked for.
    """
    parts = [part for part in path.split("/") if part not in {"", "."}]
    if ".." in parts or "\0" in path:
        return False
    for end in range(1, len(parts) + 1):
        if is_ignored(rules, root.joinpath(*parts[:end]), folder=end < len(parts)):
            return True
        inside = "/".join(parts[:end])
        if inside not in known and end < len(parts):
            known[inside] = with_folder(rules, root / inside)
        rules = known.get(inside, rules)
    return False


def _common_root(paths: list[Path]) -> Path:
    folders = [path if path.is_dir() else path.parent for path in paths]
    return Path(os.path.commonpath(folders))


def _shown_root(paths: list[Path], root: Path) -> str:
    """The root as it is printed: as typed for one folder, else relative to the current folder where it is inside."""
    if len(paths) == 1:
        return str(paths[0] if paths[0].is_dir() else paths[0].parent)
    here = Path.cwd()
    return str(root.relative_to(here)) if root.is_relative_to(here) else str(root)


def _walk(folder: Path, listing: _Builder) -> None:
    # No recursion: trees can be deeper than Python's stack.
    waiting = [(folder, rules_above(folder, listing.fail_ignoring), is_in_work_tree(folder))]
    while waiting:
        here, rules, is_tracked = waiting.pop()
        children = list(_children(here, listing))
        files = {path.name for path, is_folder, _ in children if not is_folder}
        if not is_tracked and any(path.name == ".git" for path, _, _ in children):
            # A work tree inside a folder that is none.
            rules, is_tracked = with_folder(rules, here, listing.fail_ignoring), True
        for path, is_folder, is_link in children:
            page = _saved_page(path.name, files) if is_folder else None
            if path.name.startswith("."):
                _list_hidden(path, listing)
            if path.name.startswith(".") and not listing.includes(path):
                _take_hidden(path, is_folder, rules, listing)
            elif path.name in OUR_OWN:
                listing.skip(path, SkipReason.OWN_FILE)
            elif is_link:
                _follow(path, listing)
            elif is_ignored(rules, path, folder=is_folder) and not listing.includes(path):
                listing.skip(path, SkipReason.IGNORED)
            elif page:
                _skip_parts(path, page, listing)
            elif is_folder:
                listing.folders.append(listing.name(path))
                inner = with_folder(rules, path, listing.fail_ignoring) if is_tracked else rules
                waiting.append((path, inner, is_tracked))
            else:
                _take_entry(path, listing)


def _list_hidden(path: Path, listing: _Builder) -> None:
    """Record the names below a hidden folder, without those that links never lead to, and not too many."""
    waiting = [path]
    while waiting and len(listing.hidden) < _MOST_HIDDEN:
        here = waiting.pop()
        listing.hidden.append(listing.name(here))
        if here.name not in _NOT_LISTED and here.is_dir() and not here.is_symlink():
            with suppress(OSError):
                waiting += [here / name for name in sorted(os.listdir(here))]


def _take_hidden(path: Path, is_folder: bool, rules: Rules, listing: _Builder) -> None:
    """Take the documents of a dot folder. Other hidden files are skipped, or named as what a tool made."""
    if not is_folder or path.is_symlink():
        listing.skip(path, SkipReason.HIDDEN)
        return
    hidden = survey(path, rules, listing.fail_ignoring)
    name = listing.name(path)
    above = name[: -len(path.name)]
    left_out = built(path, name, hidden)
    if left_out and not is_ignored(rules, path, folder=True):
        listing.left_out.append(left_out)
    if not hidden.documents:
        listing.skip(path, SkipReason.HIDDEN)
        listing.unread += [above + other for other in hidden.others]
        return
    for document in hidden.documents:
        _take_document(path.parent / document, listing)
    for other in hidden.others:
        listing.skip(path.parent / other, SkipReason.HIDDEN)


def _take_document(path: Path, listing: _Builder) -> None:
    """Take a document in a dot folder. A symbolic link there is a matter of tools: it fails only inside the root."""
    if not path.is_symlink():
        _take_entry(path, listing)
    elif path.exists() and path.resolve().is_relative_to(listing.root):
        _follow(path, listing)
    else:
        listing.skip(path, SkipReason.HIDDEN)


def _saved_page(folder: str, files: set[str]) -> str | None:
    """The page whose pictures, styles and scripts a browser saved in this folder, if it is one of ``files``."""
    match = _PARTS_OF_PAGE.fullmatch(folder)
    stem = match[1] if match else ""
    return next((name for name in (f"{stem}.html", f"{stem}.htm") if name in files), None)


def _skip_parts(folder: Path, page: str, listing: _Builder) -> None:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        listing.folders.append(listing.name(here))
        for path, is_folder, _ in _children(here, listing):
            if is_folder:
                waiting.append(path)
            else:
                listing.skip(path, SkipReason.PART_OF_PAGE, page)


def _children(folder: Path, listing: _Builder) -> Iterator[tuple[Path, bool, bool]]:
    """The paths in a folder by name, each with whether it is a folder and whether it is a symbolic link."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted((e.name, e.is_dir(follow_symlinks=False), e.is_symlink()) for e in entries)
    except OSError as error:
        if folder == listing.root:
            raise UsageError(f"{folder}: can't be listed: {error.strerror}") from None
        listing.fail(folder, f"can't be listed: {error.strerror}")
        return
    for name, is_folder, is_link in listed:
        yield folder / name, is_folder, is_link


def _take_entry(path: Path, listing: _Builder) -> None:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        listing.fail(path, f"vanished or can't be looked at: {error.strerror}")
        return
    if why := refusal(mode):
        listing.fail(path, why)
    else:
        listing.take(path)


def _follow(path: Path, listing: _Builder) -> None:
    """Record a symbolic link: an alias inside the root, a failure outside. Its target is listed by its own path only."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        loop = isinstance(error, RuntimeError) or error.errno == errno.ELOOP
        listing.fail(path, "symbolic link that leads in a circle" if loop else "broken symbolic link")
        return
    if target.is_relative_to(listing.root):
        listing.aliases.append((listing.name(path), listing.name(target)))
        listing.skip(path, SkipReason.LINK, listing.name(target))
    else:
        listing.fail(path, "symbolic link that leads out of the folder; not followed")
