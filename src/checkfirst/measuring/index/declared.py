"""What an entry, or a file's name, says that a document is: its kind, and its version."""

import re
from pathlib import PurePosixPath
from typing import Final

from checkfirst.measuring.content.versions import agree, declared_date, declared_version, is_date
from checkfirst.model.kinds import Kind
from checkfirst.model.set_measures import Declared, DocumentSummary, Entry, VersionMismatch

_NAMED: Final[tuple[tuple[Kind, str], ...]] = (
    (
        Kind.MEETING_NOTES,
        r"(?:meeting|board|council|committee|group|call|assembly) minutes|minutes of \S.{0,60}|meeting notes|notes of the meeting",
    ),
    (Kind.TRANSCRIPT, r"transcript"),
    (Kind.ACADEMIC_PAPER, r"(?:research |white ?|conference )?paper|preprint"),
    (Kind.CHANGELOG, r"change ?log|release notes"),
    (Kind.LEGAL, r"licen[cs]e|terms of (?:service|use)|privacy (?:policy|notice)"),
    (
        Kind.SPECIFICATION,
        r"(?:technical |functional |formal |api )?(?:spec|specification)|rfc ?\d+|requirements (?:document|specification)",
    ),
    (Kind.REFERENCE, r"(?:api|command|cli|configuration|language) reference"),
    (Kind.TUTORIAL, r"tutorial"),
)
_KINDS: Final = tuple((kind, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for kind, pattern in _NAMED)
#: File names that say a kind by themselves.
_STEMS: Final[dict[str, Kind]] = {
    "spec": Kind.SPECIFICATION,
    "specification": Kind.SPECIFICATION,
    "minutes": Kind.MEETING_NOTES,
    "transcript": Kind.TRANSCRIPT,
    "changelog": Kind.CHANGELOG,
    "license": Kind.LEGAL,
    "licence": Kind.LEGAL,
    "tutorial": Kind.TUTORIAL,
}


def declared_kind(title: str, description: str) -> Kind | None:
    """The kind that an entry names at the end of its title or at the start of its description.

    Elsewhere the word is a subject: "Specification editors" lists people.
    """
    for kind, pattern in _KINDS:
        found = [match for match in pattern.finditer(title) if not title[match.end() :].strip(" .:)(v0123456789")]
        if found or re.match(rf"(?:the |a |an |our |its )?{pattern.pattern}", description, re.IGNORECASE):
            return kind
    return None


def kind_of_name(path: str) -> Kind | None:
    """The kind that a file's name alone says."""
    return _STEMS.get(PurePosixPath(path).stem.lower())


def declared_kinds(documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...]) -> tuple[Declared, ...]:
    """The kinds that entries and names give, each document and kind once."""
    there = {document.path for document in documents}
    found: dict[tuple[str, Kind], Declared] = {}
    for entry in entries:
        kind = declared_kind(entry.title, entry.description)
        if kind and entry.path in there and entry.path != entry.index:
            found.setdefault((entry.path, kind), Declared(path=entry.path, kind=kind, entry=entry))
    for document in documents:
        if document.is_prose and (kind := kind_of_name(document.path)):
            found.setdefault((document.path, kind), Declared(path=document.path, kind=kind, entry=None))
    return tuple(found.values())


def version_mismatches(
    documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...]
) -> tuple[VersionMismatch, ...]:
    """Entries that name one version, or date, of a document that says it is another."""
    by_id = {document.path: document for document in documents}
    found = []
    for entry in entries:
        document = by_id.get(entry.path or "")
        if document is None:
            continue
        title, name = document.title or "", PurePosixPath(document.path).stem
        version = declared_version(title) or document.version
        pairs = (
            (declared_version(entry.title), version if version and not is_date(version) else None),
            # A date in a document's head may be of its last change: only what names it is held against the entry.
            (declared_date(entry.title), declared_date(title) or declared_date(name)),
        )
        found += [
            VersionMismatch(entry=entry, wanted=wanted, found=own, dated=is_date(own))
            for wanted, own in pairs
            if wanted and own and is_date(wanted) == is_date(own) and not agree(wanted, own)
        ]
    return tuple(found)
