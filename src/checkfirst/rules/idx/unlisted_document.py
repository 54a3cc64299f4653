"""IDX003: no index lists the document."""

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from checkfirst.model.finding import Data, Severity
from checkfirst.model.location import text_span
from checkfirst.model.needs import Needs
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import SetMeasures
from checkfirst.model.views import SetView

#: Unlisted documents of a folder of which the indexes list none, up to which each is told. Not measured.
_MOST_SEPARATE: Final = 5
_CONFIDENCE: Final = 0.95


@rule(
    code="IDX003",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    needs=(Needs.UNLISTED,),
)
def unlisted_document(view: SetView) -> Iterator[Hit]:
    """A document is in the set, but no index lists it.

    Readers who go by the index never see it; or it does not belong in the set. A folder with many documents of which the
    indexes list none is one finding, about its first document.

    List it, or take it out.
    """
    for folder, paths in _by_unlisted_folder(view.measures).items():
        if folder and len(paths) > _MOST_SEPARATE:
            message = f"no index lists it, nor any of the other {len(paths) - 1:,} documents below {folder}/"
            data = facts(folder=folder, count=len(paths))
            yield _hit(view.measures, paths[0], message, related=tuple(paths[1:]), data=data)
        else:
            yield from (_hit(view.measures, path, "no index lists it") for path in paths)


def _hit(measures: SetMeasures, path: str, message: str, *, related: tuple[str, ...] = (), data: Data = ()) -> Hit:
    quote = measures.by_path[path].first_line or Quote(span=text_span(0), text=path)
    return Hit(message=message, evidence=(quote,), confidence=_CONFIDENCE, path=path, related=related, data=data)


def _by_unlisted_folder(measures: SetMeasures) -> dict[str, list[str]]:
    """The unlisted documents by the highest folder below the root of which the indexes list nothing; "" for none."""
    listed = (path for entry in measures.entries for path in (entry.file, entry.path) if path and entry.exists)
    known = {folder for path in {*listed, *measures.indexes} for folder in _folders(path)}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in measures.unlisted:
        found[next((folder for folder in _folders(path) if folder not in known), "")].append(path)
    return found


def _folders(path: str) -> list[str]:
    """The folders on the way to a file, the highest first, without the root."""
    parts = posixpath.dirname(path).split("/")
    return ["/".join(parts[: n + 1]) for n in range(len(parts))] if parts != [""] else []
