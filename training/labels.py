"""Rows whose label is set right or set aside before learning, each with its reason."""

from training.corpus import Row

#: Technical books that teach: their text is a tutorial's, whatever the shelf.
_TEACHING_BOOKS = {"djnavarro/rbook", "progit/progit2", "algorithm-archivists/algorithm-archive"}


def cleaned(rows: list[Row]) -> list[Row]:
    """The rows to learn from, relabelled where the label is about the source and not the text."""
    kept = []
    for row in rows:
        if row["kind"] == "nonfiction" and row["family"] in _TEACHING_BOOKS:
            row = {**row, "kind": "tutorial"}
        kept.append(row)
    return kept
