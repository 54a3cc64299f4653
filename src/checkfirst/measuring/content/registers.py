"""Registers: folders whose documents say how they stand, such as decision records, proposals and catalogue cards."""

import posixpath
from collections import Counter
from typing import Final

from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.traces import TraceKind

#: Documents with a status, and those that no longer hold, from which a folder is a register. Not measured.
_STATED: Final = 6
_ENDED: Final = 3


def registers(documents: tuple[DocumentSummary, ...]) -> frozenset[str]:
    """The folders in which most documents of prose state their status and several no longer hold; empty for the root."""
    ended = Counter(_folder(d) for d in documents if d.ended and d.ended.kind is not TraceKind.DEPRECATED)
    stated = Counter(_folder(d) for d in documents if d.states_status)
    prose = Counter(_folder(d) for d in documents if d.is_prose and d.entries is None)
    return frozenset(
        folder
        for folder, count in ended.items()
        if count >= _ENDED and stated[folder] >= _STATED and 2 * stated[folder] >= prose[folder]
    )


def _folder(document: DocumentSummary) -> str:
    return posixpath.dirname(document.path)
