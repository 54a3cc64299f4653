"""``checkfirst.lock``: accepted findings and approved documents, one per line."""

import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Generic, TypeVar
from urllib.parse import unquote

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.errors import ConfigError
from checkfirst.model.finding import Finding
from checkfirst.model.lock_line import as_word, finding_words
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes

NAME = "checkfirst.lock"
#: The comment at the top of the file.
_HEAD = (
    "# Findings that people looked at and let stand, and documents that they approved. A line each:\n"
    "# finding FINGERPRINT CODE FILE DATE WHO WHY, or document SHA-256 FILE DATE WHO WHY. Delete a line to take it back.\n"
)
#: Hexadecimal digits of a fingerprint that must match exactly; the others are a simhash of the quoted words.
_EXACT_DIGITS = 8
#: Bits of a simhash in which two fingerprints of one finding may differ, for a small edit of the quoted words. Those of
#: unrelated texts mostly differ in 13 or more of 32.
_MOST_DIFFERING_BITS = 6
#: Bytes of the largest lock file, some 200,000 lines. Not measured.
_MOST_BYTES = 32_000_000
_FINDING = lazy_re.compile(r"finding ([0-9a-f]{16}) ([A-Z]{3}\d{3}) (\S+) (\d{4}-\d\d-\d\d) (\S+)(?: (.*))?$")
_DOCUMENT = lazy_re.compile(r"document ([0-9a-f]{64}) (\S+) (\d{4}-\d\d-\d\d) (\S+)(?: (.*))?$")


class Accepted(Struct, frozen=True, kw_only=True, order=True):
    """A finding that somebody accepted. It is recognized by rule, file and quoted words, not by its lines."""

    path: str
    code: str
    fingerprint: str
    date: str
    who: str
    why: str = ""


class Approved(Struct, frozen=True, kw_only=True, order=True):
    """A document that somebody approved, by the SHA-256 of its bytes."""

    path: str
    sha256: str
    date: str
    who: str
    why: str = ""


class Lock(Struct, frozen=True, kw_only=True):
    """All accepted findings and approved documents."""

    accepted: tuple[Accepted, ...] = ()
    approved: tuple[Approved, ...] = ()

    def text(self) -> str:
        """The text of the lock file, its lines sorted."""
        findings = (
            f"finding {finding_words(a.fingerprint, a.code, a.path)} {a.date} {as_word(a.who)} {a.why}".rstrip()
            for a in sorted(self.accepted)
        )
        documents = (
            f"document {d.sha256} {as_word(d.path)} {d.date} {as_word(d.who)} {d.why}".rstrip()
            for d in sorted(self.approved)
        )
        return _HEAD + "".join(f"{line}\n" for line in (*findings, *documents))

    def merged(self, accepted: Iterable[Accepted], approved: Iterable[Approved]) -> "Lock":
        """The lock with more of both; they replace those of the same fingerprint or path."""
        findings = {item.fingerprint: item for item in (*self.accepted, *accepted)}
        documents = {item.path: item for item in (*self.approved, *approved)}
        return Lock(accepted=tuple(findings.values()), approved=tuple(documents.values()))

    def without(self, fingerprints: frozenset[str]) -> "Lock":
        """The lock without the findings of these fingerprints."""
        kept = tuple(item for item in self.accepted if item.fingerprint not in fingerprints)
        return Lock(accepted=kept, approved=self.approved)


def same_finding(one: str, other: str) -> bool:
    """Whether two fingerprints are of the same finding, whose quoted words may have changed a little."""
    if one[:_EXACT_DIGITS] != other[:_EXACT_DIGITS]:
        return False
    return (int(one[_EXACT_DIGITS:], 16) ^ int(other[_EXACT_DIGITS:], 16)).bit_count() <= _MOST_DIFFERING_BITS


_Item = TypeVar("_Item", Finding, Accepted)


class Known(Generic[_Item]):
    """Findings or acceptances, among which those of one finding are found at once."""

    def __init__(self, items: Iterable[_Item]) -> None:
        self._items: dict[tuple[str, str, str], list[_Item]] = defaultdict(list)
        for item in items:
            self._items[_key(item)].append(item)

    def same_as(self, other: Finding | Accepted) -> _Item | None:
        """The item of the same rule and file whose quoted words are the same; else the first of nearly the same."""
        near = [i for i in self._items.get(_key(other), ()) if same_finding(i.fingerprint, other.fingerprint)]
        return next((item for item in near if item.fingerprint == other.fingerprint), near[0] if near else None)


def _key(item: Finding | Accepted) -> tuple[str, str, str]:
    return item.code, item.path, item.fingerprint[:_EXACT_DIGITS]


def read_lock(path: Path) -> Lock:
    """The lock in a file; empty if there is no file. Raises ``ConfigError``, which names the wrong line."""
    if not os.path.exists(path):
        return Lock()
    try:
        text = read_bytes(path, _MOST_BYTES, follow=True).decode("utf-8-sig")
    except Unreadable as error:
        raise ConfigError(f"{path}: {error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: can't be read: {error}") from None
    return parse_lock(text, str(path))


def parse_lock(text: str, source: str) -> Lock:
    """The lock in a text. Raises ``ConfigError``, which names ``source`` and the wrong line."""
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
