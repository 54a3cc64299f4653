"""What is claimed of a document: one statement that all findings about it support."""

from msgspec import Struct

from checkfirst.model.finding import Severity
from checkfirst.model.location import Place
from checkfirst.model.quick_enum import QuickEnum


class ClaimStatus(QuickEnum):
    """What a document is, measured by what it was taken for."""

    AS_PROMISED = "as-promised"
    """Nothing speaks against it."""
    WRONG = "wrong"
    """It is another document than the one that was meant."""
    SUPERSEDED = "superseded"
    """It is the right document in a version that no longer holds."""
    INCOMPLETE = "incomplete"
    """Something of it is missing: a stub, a template, a text that breaks off."""
    DAMAGED = "damaged"
    """Its text cannot be read as it was written."""
    COPY = "copy"
    """It says what another document of the set says."""
    UNSURE = "unsure"
    """Something speaks against it, and not enough to say what it is."""


class Promise(Struct, frozen=True, kw_only=True):
    """The entry of an index by which a document is taken for something."""

    path: str
    """Path of the index."""
    place: Place
    title: str
    """What the entry calls the document."""
    quote: str = ""
    """The line of the entry."""


class Claim(Struct, frozen=True, kw_only=True):
    """One statement about one document, with the findings that support it."""

    status: ClaimStatus
    text: str
    """What the document is, in words that follow its name: ``is a saved blog post, not the webhook specification``."""
    confidence: float
    """Probability that the claim is right, 0..1."""
    codes: tuple[str, ...] = ()
    """Codes of the findings that support it, the one that says most first."""
    severity: Severity | None = None
    """``error`` keeps the set from being ready; ``None`` for a claim that nothing speaks against."""
    promise: Promise | None = None
    """The entry that promises the document, if an index lists it."""

    @property
    def stops(self) -> bool:
        """Whether it keeps the set from being ready."""
        return self.severity is Severity.ERROR
