"""A report in one line for each document: its path, and ``ok`` or what is claimed of it."""

from collections.abc import Iterator

from checkfirst.model.report import Report
from checkfirst.safe_text import printable


def parts(report: Report) -> Iterator[str]:
    """The lines. Words of documents go through ``printable``, so that nothing in them acts."""
    for document in report.documents:
        claim = document.claim
        yield f"{printable(document.path)}\t{printable(claim.text) if claim and claim.severity else 'ok'}\n"
