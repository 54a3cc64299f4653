"""Listing files and folders of the disk: recursive, ordered, and never out of the root."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from checkfirst.errors import UsageError
from checkfirst.model.finding import Failure, Stage
from checkfirst.model.report import Skipped, SkipReason
from checkfirst.sources.ignored import Rules, is_ignored, rules_above, with_folder
from checkfirst.sources.interface import Found, Listing
from checkfirst.sources.regular_file import read_bytes, refusal

#: What browsers put between a saved page's name and that of the folder with its parts.
_PARTS_OF_PAGE = re.compile(
    r"(.+?)(?:[_-](?:files|file|fichiers|dateien|archivos|bestanden|ficheiros|pliki)|\.files)", re.IGNORECASE
)
#: Files by which a check is told what to do: no documents.
OUR_OWN = {"checkfirst.lock", "checkfirst.toml"}


@dataclass(slots=True)
class _Gathered:
    root: Path
    found: list[Found] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    aliases: list[tuple[str, str]] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def fail(self, path: Path, reason: str) -> None:
        self.failures.append(Failure(path=self.name(path), stage=Stage.SOURCES, reason=reason))

    def skip(self, path: Path, why: SkipReason, detail: str = "") -> None:
        self.skipped.append(Skipped(path=self.name(path), why=why, detail=detail))

    def take(self, path: Path) -> None:
        self.found.append(Found(path=self.name(path), load=partial(read_bytes, path)))


def list_paths(paths: list[Path], shown: str | None = None) -> Listing:
    """What is below the paths. A path that is named itself is read even if hidden or ignored.

    Raises ``UsageError`` for a path that is not there.
    """
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    resolved = sorted({path.resolve() for path in paths})
    root = _common_root(resolved)
    gathered = _Gathered(root=root)
    for path in resolved:
        if any(path != other and path.is_relative_to(other) for other in resolved):
            continue
        if path.is_dir():
            _walk(path, rules_above(path), gathered)
        elif why := refusal(path.stat().st_mode):
            gathered.fail(path, why)
        else:
            gathered.take(path)
    return Listing(
        root=shown or _shown_root(paths, root),
        found=tuple(sorted(gathered.found, key=lambda f: f.path)),
        skipped=tuple(sorted(gathered.skipped, key=lambda s: s.path)),
        failures=tuple(sorted(gathered.failures, key=lambda f: f.path)),
        aliases=tuple(sorted(gathered.aliases)),
        folders=tuple(sorted(gathered.folders)),
    )


def _common_root(paths: list[Path]) -> Path:
    folders = [path if path.is_dir() else path.parent for path in paths]
    return Path(os.path.commonpath(folders))


def _shown_root(paths: list[Path], root: Path) -> str:
    """The root as the caller would name it: as typed for one folder, else relative to here."""
    if len(paths) == 1:
        return str(paths[0] if paths[0].is_dir() else paths[0].parent)
    here = Path.cwd()
    return str(root.relative_to(here)) if root.is_relative_to(here) else str(root)


def _walk(folder: Path, rules: Rules, gathered: _Gathered) -> None:
    # A stack rather than recursion: trees can be deeper than Python's stack.
    waiting = [(folder, rules)]
    while waiting:
        here, rules = waiting.pop()
        children = list(_children(here, gathered))
        files = {path.name for path, is_folder in children if not is_folder}
        for path, is_folder in children:
            page = _saved_page(path.name, files) if is_folder else None
            if path.name.startswith("."):
                gathered.skip(path, SkipReason.HIDDEN)
            elif path.name in OUR_OWN:
                gathered.skip(path, SkipReason.OWN_FILE)
            elif path.is_symlink():
                _follow(path, gathered)
            elif is_ignored(rules, path, folder=is_folder):
                gathered.skip(path, SkipReason.IGNORED)
            elif page:
                _skip_parts(path, page, gathered)
            elif is_folder:
                gathered.folders.append(gathered.name(path))
                waiting.append((path, with_folder(rules, path)))
            else:
                _take_entry(path, gathered)


def _saved_page(folder: str, files: set[str]) -> str | None:
    """The page beside which a browser saved this folder with its pictures, styles and scripts."""
    match = _PARTS_OF_PAGE.fullmatch(folder)
    stem = match[1] if match else ""
    return next((name for name in (f"{stem}.html", f"{stem}.htm") if name in files), None)


def _skip_parts(folder: Path, page: str, gathered: _Gathered) -> None:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        gathered.folders.append(gathered.name(here))
        for path, is_folder in _children(here, gathered):
            if is_folder:
                waiting.append(path)
            else:
                gathered.skip(path, SkipReason.PART_OF_PAGE, page)


def _children(folder: Path, gathered: _Gathered) -> Iterator[tuple[Path, bool]]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted((e.name, e.is_dir(follow_symlinks=False)) for e in entries)
    except OSError as error:
        if folder == gathered.root:
            raise UsageError(f"{folder}: can't be listed: {error.strerror}") from None
        gathered.fail(folder, f"can't be listed: {error.strerror}")
        return
    for name, is_folder in listed:
        yield folder / name, is_folder


def _take_entry(path: Path, gathered: _Gathered) -> None:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        gathered.fail(path, f"vanished or can't be looked at: {error.strerror}")
        return
    if why := refusal(mode):
        gathered.fail(path, why)
    else:
        gathered.take(path)


def _follow(path: Path, gathered: _Gathered) -> None:
    """Note where a symbolic link leads; what it leads to is read under its own name or not at all."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        loop = isinstance(error, RuntimeError) or getattr(error, "errno", 0) == 40
        gathered.fail(path, "symbolic link that leads in a circle" if loop else "broken symbolic link")
        return
    if target.is_relative_to(gathered.root):
        gathered.aliases.append((gathered.name(path), gathered.name(target)))
        gathered.skip(path, SkipReason.LINK, gathered.name(target))
    else:
        gathered.fail(path, "symbolic link that leads out of the folder; not followed")
