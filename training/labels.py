"""Corrections of labels before training: some rows get another label, some are left out, each with the reason.

Labels come from the source of a document, and some texts are plainly of another kind. No label is changed because of a
model's answer: each correction matches the title or the first lines.
"""

import re
from collections import Counter
from dataclasses import dataclass

from training.corpus import Row

#: Number of first characters that are matched: those with the title or the front matter.
_START = 400


@dataclass(frozen=True)
class Correction:
    """Rows of one label that need another, with the reason."""

    kind: str
    families: re.Pattern[str]
    start: re.Pattern[str]
    """Pattern for the start of the text."""
    becomes: str | None
    """The right kind; ``None`` leaves the row out."""
    reason: str


def _correction(kind: str, families: str, start: str, becomes: str | None, reason: str) -> Correction:
    return Correction(kind, re.compile(families), re.compile(start, re.IGNORECASE | re.MULTILINE), becomes, reason)


CORRECTIONS = (
    _correction(
        "nonfiction",
        r"^(?:djnavarro/rbook|progit/progit2|algorithm-archivists/algorithm-archive|hadley/r4ds)$",
        r"",
        "tutorial",
        "technical books that teach: tutorials, whatever the shelf",
    ),
    _correction(
        "reference",
        r"^wcxb$",
        r"\A\W*(?:.{0,20}\btutorial\b|get(?:ting)? started|quick ?start)",
        "tutorial",
        "pages of documentation that call themselves tutorial, quick start or getting started",
    ),
    _correction("specification", r"^python/peps$", r"^Title:.*release schedule", "plan", "release schedules"),
    _correction("specification", r"^rust-lang/rfcs$", r"^# \d{4} roadmap", "plan", "a roadmap"),
    _correction(
        "blog-post",
        r"^rust-lang/blog",
        r"^title = \"\d{4}-\d\d-\d\d .*\bmeeting\"",
        "meeting-notes",
        "notes of team meetings, kept on a blog",
    ),
    _correction(
        "blog-post", r"^rust-lang/blog", r"^title = \"announcing ", "announcement", "announcements of releases"
    ),
    _correction(
        "legal",
        r"",
        r"\bcode of conduct\b|^reporting a vulnerability",
        "project-policy",
        "codes of conduct and security policies among terms of service",
    ),
    _correction("tutorial", r"", r"\A# contributing\s*$", "project-policy", "a contribution guide among tutorials"),
    _correction("readme", r"^sindresorhus/awesome$", r"", "index-listing", "a list of lists"),
    _correction(
        "error-page",
        r"^(?:tarampampam/error-pages|gglucass/AQUSA|pallets/flask)$",
        r"",
        None,
        "templates of error pages whose every word is a blank",
    ),
    _correction("error-page", r"^tldr-pages/tldr$", r"", None, "help on commands named login"),
)


def cleaned(rows: list[Row]) -> list[Row]:
    """The rows with corrected labels, without those that are left out."""
    kept = []
    for row in rows:
        correction = correction_of(row)
        if correction is None:
            kept.append(row)
        elif correction.becomes is not None:
            kept.append({**row, "kind": correction.becomes})
    return kept


def correction_of(row: Row) -> Correction | None:
    """The correction that matches a row, if there is one."""
    for correction in CORRECTIONS:
        if (
            row["kind"] == correction.kind
            and correction.families.search(row["family"])
            and correction.start.search(row["text"][:_START])
        ):
            return correction
    return None


def corrected_counts(rows: list[Row]) -> list[tuple[Correction, int]]:
    """Each correction with the number of rows it matches, for the model card."""
    found = Counter(c for c in map(correction_of, rows) if c is not None)
    return [(correction, found[correction]) for correction in CORRECTIONS if found[correction]]
