"""What the indexes of a set promise of its documents."""

from checkfirst.model.claim import Promise
from checkfirst.model.report import ListedEntry


def promises_of(entries: tuple[ListedEntry, ...]) -> dict[str, Promise]:
    """The first entry that lists each file, by the file's path; entries of the principal index come first."""
    promised: dict[str, Promise] = {}
    for entry in entries:
        if entry.exists and entry.file and entry.file not in promised:
            title = entry.title or entry.target
            promised[entry.file] = Promise(path=entry.index, place=entry.place, title=title, quote=entry.quote)
    return promised
