"""Records that an index lists as a document about a subject: release notes in the place of a specification."""

import re
from collections import Counter
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.entries import Declared, Entry
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.set_measures import DocumentSummary

#: What the title of a record calls it, by kind, at its start or its end.
_TITLED: Final = (
    (
        Kind.CHANGELOG,
        r"change ?-?log|release notes|version history|versionshinweise|änderungsprotokoll|notes de version|notas de (?:la )?versión|note di rilascio",
    ),
    (
        Kind.MEETING_NOTES,
        r"(?:[\w-]{1,40} )?meeting notes|(?:[\w-]{1,40} )?minutes|sitzungsprotokoll|protokoll der sitzung|compte[- ]rendu|acta de (?:la )?reunión|verbale della riunione",
    ),
    (Kind.TRANSCRIPT, r"transcript|transkript|transcription|transcripción"),
)
_TITLES: Final = tuple(
    (kind, lazy_re.compile(rf"^(?:{names})\b|\b(?:{names})$", re.IGNORECASE)) for kind, names in _TITLED
)
#: Words and numbers of an entry, its section or its file's path that let one expect a record.
_ANNOUNCED: Final = lazy_re.compile(
    r"chang|releas|histor|news?\b|version|updat|log\b|minute|meeting|\bcall|notes?\b|transcri|record|archiv|roadmap|migrat|sitzung|protokoll|änderung|compte|séance"
    r"|reuni|acta\b|verbale|interview|\d",
    re.IGNORECASE,
)
#: Probability of the kind from which a document is of it; other documents of the index, the share of them that a system can
#: be built from, and the most records among them. Not measured.
_KIND_FROM, _FEWEST_OTHERS, _BUILDABLE_FROM, _MOST_RECORDS = 0.9, 3, 0.6, 2
#: Probability from which a document is of a group.
_GROUP_FROM: Final = 0.5


def unannounced_records(documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...]) -> tuple[Declared, ...]:
    """The entries whose file says itself that it is a record, where the entry promises a subject among specifications."""
    by_path = {document.path: document for document in documents}
    records = {d.path for d in documents if _is_record(d)}
    if not records or len(records) > _MOST_RECORDS:
        return ()
    listed = {(e.index, e.listed) for e in entries if e.listed in by_path and e.listed not in records | {e.index}}
    others = Counter(index for index, _ in listed)
    buildable = Counter(index for index, path in listed if path and _is_buildable(by_path[path]))
    found = {
        entry.listed: Declared(path=entry.listed, kind=None, entry=entry)
        for entry in entries
        if entry.listed in records
        and others[entry.index] >= _FEWEST_OTHERS
        and buildable[entry.index] >= _BUILDABLE_FROM * others[entry.index]
        and not entry.in_sentence
        and entry.firm
        and not _ANNOUNCED.search(f"{entry.title} {entry.description} {entry.section} {entry.listed}")
    }
    return tuple(found.values())


def _is_record(document: DocumentSummary) -> bool:
    """Whether a document's title names it a record, and it is one by its words, too."""
    title = (document.title or "").strip()
    kind = next((kind for kind, pattern in _TITLES if pattern.search(title)), None)
    return kind is not None and not document.specifies and document.kind.probability(kind) >= _KIND_FROM


def _is_buildable(document: DocumentSummary) -> bool:
    return document.specifies or document.kind.probability(Group.TECHNICAL, Group.RESEARCH) >= _GROUP_FROM
