"""A listing of files while it is built."""

import os
from dataclasses import dataclass, field
from functools import partial
from os.path import relpath
from pathlib import Path

from checkfirst.model.finding import Failure, Stage
from checkfirst.model.left_out import LeftOut
from checkfirst.model.report import Skipped, SkipReason
from checkfirst.sources.included import Included
from checkfirst.sources.interface import Found
from checkfirst.sources.regular_file import read_bytes


@dataclass(slots=True)
class Builder:
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
        """Record a failure, which may be above the root, too."""
        name = self.name(path) if path.is_relative_to(self.root) else relpath(path, self.root).replace(os.sep, "/")
        self.failures.append(Failure(path=name, stage=Stage.SOURCES, reason=reason))

    def fail_ignoring(self, path: Path, reason: str) -> None:
        """Record patterns that can't be read: what git ignores by them is checked."""
        self.fail(path, f"its patterns are not read: {reason}")

    def skip(self, path: Path, why: SkipReason, detail: str = "") -> None:
        """Record a path that is not read."""
        self.skipped.append(Skipped(path=self.name(path), why=why, detail=detail))

    def includes(self, path: Path) -> bool:
        """Whether a path, something in it or a folder that it is in is included."""
        name = self.name(path)
        return self.included.has(name) or self.included.leads_to(name)

    def take(self, path: Path) -> None:
        """Record a document."""
        self.found.append(Found(path=self.name(path), load=partial(read_bytes, path)))
