"""Quantities that texts state, and those of one thing that differ."""

from msgspec import Struct

from checkfirst.model.quotes import Quote


class Quantity(Struct, frozen=True, kw_only=True):
    """A number with its unit, and what it is said of."""

    said_of: frozenset[str]
    """Stems of the content words of its clause, without numbers and units."""
    bound: str
    """``min``, ``max``, or empty for a plain value."""
    unit: str
    value: float
    """In the unit; times in seconds, sizes in bytes."""
    written: str
    """As a message calls it: ``30 days``."""
    quote: Quote


class ConflictingValues(Struct, frozen=True, kw_only=True):
    """Two documents that give one thing two values."""

    path: str
    """Path of the first document."""
    quantity: Quantity
    other_path: str
    other: Quantity
