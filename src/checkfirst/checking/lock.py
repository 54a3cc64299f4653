"""``checkfirst.lock``: findings that people looked at and let stand, and documents that they approved, a line each."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from checkfirst.errors import ConfigError, OutputError
from checkfirst.model.finding import Finding

NAME = "checkfirst.lock"
_HEAD = (
    "# Findings that people looked at and let stand, and documents that they approved. A line each:\n"
    "# finding FINGERPRINT CODE FILE DATE WHO WHY, or document SHA-256 FILE DATE WHO WHY. Delete a line to take it back.\n"
)
#: Bits of a sketch that an edit may change; those of unrelated texts differ in 13 of 32 and more, mostly.
_DIFFERING = 6
_FINDING = re.compile(r"finding ([0-9a-f]{16}) ([A-Z]{3}\d{3}) (\S+) (\d{4}-\d\d-\d\d) (\S+)(?: (.*))?$")
_DOCUMENT = re.compile(r"document ([0-9a-f]{64}) (\S+) (\d{4}-\d\d-\d\d) (\S+)(?: (.*))?$")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Accepted:
    """A finding that somebody let stand. It is known by rule, file and quoted words, not by its lines."""

    path: str
    code: str
    fingerprint: str
    date: str
    who: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Approved:
    """A document that somebody approved as it was."""

    path: str
    sha256: str
    date: str
    who: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """All that was accepted and approved."""

    accepted: tuple[Accepted, ...] = ()
    approved: tuple[Approved, ...] = ()

    def acceptance(self, finding: Finding) -> Accepted | None:
        """The line by which a finding stands: its rule and file are those that the line says."""
        return next((item for item in self.accepted if stands_for(item, finding)), None)

    def text(self) -> str:
        """The file, in a fixed order, so that a change is a line in a diff."""
        findings = (
            f"finding {a.fingerprint} {a.code} {_word(a.path)} {a.date} {_word(a.who)} {a.why}".rstrip()
            for a in sorted(self.accepted)
        )
        documents = (
            f"document {d.sha256} {_word(d.path)} {d.date} {_word(d.who)} {d.why}".rstrip()
            for d in sorted(self.approved)
        )
        return _HEAD + "".join(f"{line}\n" for line in (*findings, *documents))

    def merged(self, accepted: Iterable[Accepted], approved: Iterable[Approved]) -> "Lock":
        """With more of both; a finding or document that is there already is taken anew."""
        findings = {item.fingerprint: item for item in (*self.accepted, *accepted)}
        documents = {item.path: item for item in (*self.approved, *approved)}
        return Lock(accepted=tuple(findings.values()), approved=tuple(documents.values()))

    def without(self, fingerprints: frozenset[str]) -> "Lock":
        """Without some findings."""
        kept = tuple(item for item in self.accepted if item.fingerprint not in fingerprints)
        return Lock(accepted=kept, approved=self.approved)


def stands_for(item: Accepted, finding: Finding) -> bool:
    """Whether an acceptance is of this finding."""
    return (item.code, item.path) == (finding.code, finding.path) and alike(item.fingerprint, finding.fingerprint)


def alike(one: str, other: str) -> bool:
    """Whether two fingerprints are of the same finding: the second half may be a sketch of words that changed a little."""
    if one[:8] != other[:8]:
        return False
    return (int(one[8:], 16) ^ int(other[8:], 16)).bit_count() <= _DIFFERING


def read_lock(path: Path) -> Lock:
    """Read a lock file; none gives an empty lock. Raises ``ConfigError`` with the line that means nothing."""
    try:
        if path.exists() and not path.is_file():
            raise ConfigError(f"{path}: not a file; a lock is one")
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Lock()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read: {error}") from None
    return parse_lock(text, str(path))


def parse_lock(text: str, source: str) -> Lock:
    """A lock file's text. Raises ``ConfigError`` that names ``source`` and the line."""
    accepted, approved = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if match := _FINDING.match(line.strip()):
            fingerprint, code, file, date, who, why = match.groups()
            accepted.append(
                Accepted(
                    path=unquote(file, errors="surrogateescape"),
                    code=code,
                    fingerprint=fingerprint,
                    date=date,
                    who=unquote(who),
                    why=why or "",
                )
            )
        elif match := _DOCUMENT.match(line.strip()):
            sha256, file, date, who, why = match.groups()
            approved.append(
                Approved(
                    path=unquote(file, errors="surrogateescape"),
                    sha256=sha256,
                    date=date,
                    who=unquote(who),
                    why=why or "",
                )
            )
        else:
            raise ConfigError(f"{source}, line {number}: not a line of this file; mend it or delete it")
    return Lock(accepted=tuple(accepted), approved=tuple(approved))


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Keep other processes that accept from writing meanwhile. A process that is killed lets go by itself."""
    try:
        import fcntl
    except ImportError:
        # Windows: files are replaced whole there too; two people at once may lose one's lines.
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OutputError(f"{folder}: can't be opened: {error.strerror}") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _word(text: str) -> str:
    """A name as one word, readable where it is plain."""
    return quote(text, safe="/~!$&'()*+,;=:@._-", errors="surrogateescape") or "-"
