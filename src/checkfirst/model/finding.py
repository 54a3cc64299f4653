"""What checkfirst says: findings with their evidence, and failures."""

from dataclasses import dataclass
from enum import StrEnum

from checkfirst.model.location import Place

#: Path under which findings about the set itself are listed.
SET_PATH = "."


#: What programs need of a message, by name, in the order of the names.
Data = tuple[tuple[str, str | int | float | tuple[str, ...]], ...]


class Severity(StrEnum):
    """How much a true finding matters. How likely it is to be true is its confidence."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst, for sorting."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quoted place that carries a finding."""

    path: str
    """The document that is quoted."""
    place: Place
    quote: str
    """At most 120 characters, control characters escaped."""
    primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect at one place, with the lines that prove it."""

    code: str
    name: str
    severity: Severity
    confidence: float
    """Probability that the finding is right, 0..1."""
    path: str
    """The document, or the folder for what is wrong with the set."""
    place: Place | None
    message: str
    help: str
    evidence: tuple[Evidence, ...]
    fingerprint: str
    accepted: bool = False
    related: tuple[str, ...] = ()
    """Other files of the set that it names, by path; one that is missing, too."""
    data: Data = ()

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """Path, line, code; the message last, so that the order is total."""
        return (self.path, self.place.start_line if self.place else 0, self.code, self.message)


class Stage(StrEnum):
    """Where a document was when it failed."""

    SOURCES = "sources"
    READING = "reading"
    MEASURING = "measuring"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that could not be carried through; a result like any other."""

    path: str
    stage: Stage
    reason: str
