"""Quoted lines of a document, which support what is measured and found."""

from msgspec import Struct

from checkfirst.model.location import TextSpan


class Quote(Struct, frozen=True, kw_only=True):
    """Lines that support a measure."""

    span: TextSpan
    text: str
    """At most 120 characters of the first line, control characters escaped."""
    path: str | None = None
    """Path of the quoted document, if it is not the document that the measure or finding is about."""
    opens: bool = False
    """Whether it stands for a document as a whole, as its first line does: such a finding is at the top of the file."""
