"""Quantities that texts state, and those of one thing that differ."""

from msgspec import Struct

from checkfirst.model.quick_enum import QuickEnum
from checkfirst.model.quotes import Quote


class Form(QuickEnum):
    """Where a quantity is stated."""

    SENTENCE = "sentence"
    CELL = "cell"
    """A cell of a table, or the value behind a label."""
    SETTING = "setting"
    """A line of a configuration, which may be a sample."""


class Quantity(Struct, frozen=True, kw_only=True):
    """A number with its unit, and what it is said of."""

    said_of: frozenset[str]
    """Terms of its clause, without numbers and units: stems of words, and predicates, which begin with ``=``."""
    before: frozenset[str] = frozenset()
    """Those of them that stand before the number: in many languages what the sentence is about."""
    sentence: frozenset[str] = frozenset()
    """Terms of the whole sentence, if it has no other number; else those of the clause."""
    bound: str
    """``min``, ``max``, or empty for a plain value."""
    unit: str
    value: float
    """In the unit; times in seconds, sizes in bytes."""
    written: str
    """As a message calls it: ``30 days``."""
    quote: Quote
    form: Form = Form.SENTENCE
    condition: frozenset[str] = frozenset()
    """Terms of the clauses of its sentence, and words of the heading above, that say when it holds."""
    is_fragment: bool = False
    """Whether it is an item of a list without a verb, which is said of what the list is about."""
    section: int = 0
    """Number of headings above it."""
    of_article: bool = False
    """Whether the heading above it is that of an article or a paragraph of a law."""
    heading: frozenset[str] = frozenset()
    """Terms of the heading above it."""


class ConflictingValues(Struct, frozen=True, kw_only=True):
    """Two statements, in two documents or one, that give one thing two values."""

    path: str
    """Path of the first document."""
    quantity: Quantity
    other_path: str
    other: Quantity
