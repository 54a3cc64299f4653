"""Questions to git about a folder: which files changed since a revision, and the files at a revision."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from checkfirst.errors import UsageError
from checkfirst.sources.dot_folders import readable
from checkfirst.sources.folder import OUR_OWN
from checkfirst.sources.included import Included


def changed_since(revision: str, folder: Path) -> tuple[set[str], set[str]]:
    """Paths below ``folder`` that differ from a revision or are new, and those that were deleted.

    Raises ``UsageError`` for an unknown revision, or where git can't be run.
    """
    _resolved(revision, folder)
    fields = _git(folder, "diff", "--name-status", "-z", "--no-renames", "--relative", revision, "--", ".").split("\0")
    status = dict(zip(fields[1::2], fields[::2], strict=False))
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").split("\0")
    gone = {path for path, letter in status.items() if letter == "D"}
    return {*(path for path in status if path not in gone), *filter(None, new)}, gone


def files_at(revision: str, folder: Path, include: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """The files below ``folder`` at a revision, with their contents; without our own and hidden ones.

    Hidden files that are documents in dot folders, or that ``include`` names, are among them. Raises ``UsageError`` for an unknown revision, or where git can't be run.
    """
    commit = _resolved(revision, folder)
    prefix = _git(folder, "rev-parse", "--show-prefix").strip()
    top = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
    listed = _run(top, "ls-tree", "-r", "-z", f"{commit}:{prefix}").split(b"\0")
    files = [entry.partition(b"\t") for entry in listed if entry.startswith((b"100644 blob", b"100755 blob"))]
    names = [name.decode("utf-8", "surrogateescape") for _, _, name in files]
    objects = b"".join(entry.split()[2] + b"\n" for entry, _, _ in files)
    # For each object a line with its size, its content, and a line feed (git-cat-file(1), batch output).
    batch = _run(top, "cat-file", "--batch", input_=objects)
    included = Included(include)
    documents = readable(names)
    position = 0
    for name in names:
        end = batch.index(b"\n", position)
        size = int(batch[position:end].split()[2])
        content = batch[end + 1 : end + 1 + size]
        position = end + 1 + size + 1
        is_read = not any(part.startswith(".") for part in name.split("/")) or name in documents or included.has(name)
        if is_read and name.rpartition("/")[2] not in OUR_OWN:
            yield name, content


def is_revision(revision: str, folder: Path) -> bool:
    """Whether git knows a commit by this name."""
    try:
        _resolved(revision, folder)
    except UsageError:
        return False
    return True


def _resolved(revision: str, folder: Path) -> str:
    """The hash of a revision's commit. Raises ``UsageError`` for an unknown one, or one that git takes for an option."""
    if revision.startswith("-"):
        raise UsageError(f"{revision!r} is no revision")
    _git(folder, "rev-parse", "--is-inside-work-tree")
    try:
        return _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
    except UsageError:
        shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == "true"
        hint = "; this clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` in CI" if shallow else ""
        raise UsageError(f"git knows no commit {revision!r} here{hint}") from None


def _git(folder: Path, *arguments: str) -> str:
    return _run(folder, *arguments).decode("utf-8", "surrogateescape")


def _run(folder: Path, *arguments: str, input_: bytes = b"") -> bytes:
    call = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(call, capture_output=True, check=False, input=input_)
    except OSError as error:
        raise UsageError(f"git can't be run: {error.strerror}; install it, or leave out the revision") from None
    if done.returncode:
        problem = (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git has no answer"])[-1]
        if "not a git repository" in problem:
            problem = "not in a git repository; a revision needs one"
        raise UsageError(f"{folder}: {problem.removeprefix('fatal: ')}")
    return done.stdout
