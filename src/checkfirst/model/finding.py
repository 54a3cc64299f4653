"""Findings with their evidence, and failures."""

from enum import StrEnum

from msgspec import Struct

from checkfirst.model.location import Place

#: Path of findings about the set itself.
SET_PATH = "."
#: One value in a message.
Value = str | int | float | tuple[str, ...]
#: The values in a message, for programs: pairs of name and value, sorted by name.
Data = tuple[tuple[str, Value], ...]


class Severity(StrEnum):
    """How much a finding matters if it is right. Its confidence says how likely it is to be right."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Sort key: 0 for the worst."""
        return list(Severity).index(self)


class Evidence(Struct, frozen=True, kw_only=True):
    """Quoted lines that support a finding."""

    path: str
    """Path of the quoted document."""
    place: Place
    quote: str
    """At most 120 characters, control characters escaped."""


class Finding(Struct, frozen=True, kw_only=True):
    """One defect at one place, with the lines that show it."""

    code: str
    name: str
    severity: Severity
    confidence: float
    """Probability that the finding is right, 0..1."""
    path: str
    """Path of the document; ``SET_PATH`` for a defect of the set as a whole."""
    place: Place | None
    message: str
    """What is wrong, for people."""
    help: str
    """What to do about it, in a sentence."""
    evidence: tuple[Evidence, ...]
    """At least one; the first is the main one."""
    fingerprint: str
    """16 hexadecimal digits that identify the finding while lines elsewhere change."""
    accepted: bool = False
    """Whether the lock file, or a comment in the document, accepts it."""
    related: tuple[str, ...] = ()
    """Paths of the other files that the message names, missing files included."""
    data: Data = ()

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """Path, line, code, and last the message, so that no two findings compare equal."""
        return (self.path, self.place.start_line if self.place else 0, self.code, self.message)


class Stage(StrEnum):
    """The stage at which a document failed."""

    SOURCES = "sources"
    READING = "reading"
    MEASURING = "measuring"
    RULES = "rules"
    SET = "set"
    """The documents compared with one another; its failures concern the set as a whole."""


class Failure(Struct, frozen=True, kw_only=True, tag=True):
    """A document that could not be checked, or a step on the whole set; it is reported like any other result."""

    path: str
    stage: Stage
    reason: str
