"""Which files git ignores, by the ``.gitignore`` files of the tree."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkfirst.sources.ignore_patterns import rules_of
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: The patterns of each folder that has some, from the outermost folder inward.
Rules = tuple[tuple[Path, "GitIgnoreSpec"], ...]
#: Folders above the set whose rules count without a work tree, as in an export of one. Not measured.
_MOST_ABOVE: Final = 3
#: Bytes and lines of the largest file of patterns that is read; the longest of real projects have some thousand lines. Not
#: measured.
_MOST_BYTES: Final = 256 * 1024
_MOST_LINES: Final = 5_000
#: Patterns that one path is held against, of all the files above it: it bounds the time. Not measured.
_MOST_PATTERNS: Final = 2 * _MOST_LINES
#: Called with the path of a file of patterns that can't be read, and the reason.
Unread = Callable[[Path, str], None]


def tell_nobody(path: Path, reason: str) -> None:
    """Tell nobody of patterns that can't be read: those that decide about no file of the set."""


def is_in_work_tree(folder: Path) -> bool:
    """Whether a folder is in a work tree of git: only there git ignores anything."""
    return any((place / ".git").exists() for place in (folder, *folder.parents))


def rules_above(root: Path, unread: Unread = tell_nobody) -> Rules:
    """The ignore rules of the folders from the top of the work tree down to ``root``, both included.

    Outside a work tree git ignores nothing: a set that merely holds such a file can't hide its documents.
    """
    rules: Rules = ()
    chain = [root, *root.parents]
    top = next((i for i, folder in enumerate(chain) if (folder / ".git").exists()), None)
    if top is None:
        return rules
    for folder in reversed(chain[: top + 1]):
        rules = with_folder(rules, folder, unread)
    return rules


def rules_around(root: Path, unread: Unread = tell_nobody) -> Rules:
    """The rules that tell what a build may add to ``root``: those above it, even where no work tree is there.

    Rules that ignore ``root`` itself are those of something else.
    """
    chain = [root, *root.parents]
    if any((folder / ".git").exists() for folder in chain):
        return rules_above(root, unread)
    rules: Rules = ()
    for folder in reversed(chain[1 : _MOST_ABOVE + 1]):
        rules = with_folder(rules, folder, unread)
    rules = tuple(rule for rule in rules if not is_ignored((rule,), root, folder=True))
    return with_folder(rules, root, unread)


def with_folder(rules: Rules, folder: Path, unread: Unread = tell_nobody) -> Rules:
    """The rules with those of one more folder, which take precedence over those of the folders above it.

    Patterns that can't be read, as those behind a symbolic link, which git doesn't follow either, count as none.
    """
    path = folder / ".gitignore"
    if not os.path.lexists(path):
        return rules
    try:
        lines = read_bytes(path, _MOST_BYTES).decode("utf-8", "replace").splitlines()
        if len(lines) > _MOST_LINES:
            raise Unreadable(f"{len(lines):,} lines; at most {_MOST_LINES:,} are read")
        if sum(len(spec.patterns) for _, spec in rules) + len(lines) > _MOST_PATTERNS:
            raise Unreadable(f"with those of the folders above it there are more than {_MOST_PATTERNS:,} lines")
    except Unreadable as error:
        unread(path, str(error))
        return rules
    return (*rules, (folder, rules_of(lines)))


def is_ignored(rules: Rules, path: Path, *, folder: bool) -> bool:
    """Whether the innermost rule that matches ``path`` ignores it."""
    for base, spec in reversed(rules):
        name = path.relative_to(base).as_posix() + ("/" if folder else "")
        ignored = spec.check_file(name).include
        if ignored is not None:
            return ignored
    return False


def ignores_all(folder: Path) -> bool:
    """Whether a folder's own ``.gitignore`` ignores everything in it, as caches and environments have one."""
    rules = with_folder((), folder)
    return is_ignored(rules, folder / "any", folder=False)
