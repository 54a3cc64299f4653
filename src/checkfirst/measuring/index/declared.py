"""The kind and the version of a document according to its index entry or its file name."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.versions import (
    agree,
    declared_date,
    declared_version,
    declared_years,
    is_date,
    version_in_name,
)
from checkfirst.model.entries import Declared, Entry, VersionMismatch
from checkfirst.model.kinds import Kind
from checkfirst.model.set_measures import DocumentSummary

#: Words of titles and descriptions that name a kind. Chosen by hand.
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
_KINDS: Final = tuple((kind, lazy_re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for kind, pattern in _NAMED)
#: File names, without suffix, that name a kind.
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

#: The number of a document in a series at the start of a title or of a file name: ``ADR 7:``, ``030-``, ``12. ``.
_ORDINAL = lazy_re.compile(r"\W*(?:[A-Za-z]{2,6}[-_ ]?)?0*(\d{1,4})(?=[.:)_\s–—-])(?!\.\d)")
#: Brackets; with several words in them they may name the version of something else: "Web API (server v5.1 or later)".
_BRACKETS = lazy_re.compile(r"[(（]([^()（）]*)[)）]")
_WORD = lazy_re.compile(r"[^\W\d_]{2,}")
#: The version at the end of a description, set apart from what stands before it: ", version 2.3", "(v2)".
_VERSION_AT_END = lazy_re.compile(r"(?:^|[,;(–—-] ?)(?:version |v\.? ?)\d{1,4}(?:\.\d{1,4}){0,3}\)?\.?$", re.IGNORECASE)
_SEVERAL: Final = 2


def declared_kind(title: str, description: str) -> Kind | None:
    """The kind that the end of an entry's title or the start of its description names.

    Elsewhere the words may be the topic: "Specification editors" is a list of people.
    """
    for kind, pattern in _KINDS:
        found = [match for match in pattern.finditer(title) if not title[match.end() :].strip(" .:)(v0123456789")]
        if found or re.match(rf"(?:the |a |an |our |its )?{pattern.pattern}", description, re.IGNORECASE):
            return kind
    return None


def kind_of_name(path: str) -> Kind | None:
    """The kind that a file name gives."""
    return _STEMS.get(PurePosixPath(path).stem.lower())


def declared_kinds(documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...]) -> tuple[Declared, ...]:
    """The kinds that entries and file names give, each pair of document and kind once."""
    paths = {document.path for document in documents}
    found: dict[tuple[str, Kind], Declared] = {}
    for entry in entries:
        kind = declared_kind(entry.title, entry.description)
        # A place within a document is of no kind: the items of minutes name what was spoken of.
        whole = not entry.in_sentence and "#" not in entry.target
        if kind and whole and entry.listed in paths and entry.listed != entry.index:
            found.setdefault((entry.listed, kind), Declared(path=entry.listed, kind=kind, entry=entry))
    for document in documents:
        if document.is_prose and (kind := kind_of_name(document.path)):
            found.setdefault((document.path, kind), Declared(path=document.path, kind=kind, entry=None))
    return tuple(found.values())


def version_mismatches(
    documents: tuple[DocumentSummary, ...], entries: tuple[Entry, ...]
) -> tuple[VersionMismatch, ...]:
    """Entries that name another version, date, year or number in a series than their document does."""
    by_path = {document.path: document for document in documents}
    return tuple(
        mismatch
        for entry in entries
        if not entry.in_sentence and (document := by_path.get(entry.listed or ""))
        for mismatch in (
            *_other_version(entry, document),
            *_other_ordinal(entry, document),
            *_other_year(entry, document),
        )
    )


def _other_version(entry: Entry, document: DocumentSummary) -> Iterator[VersionMismatch]:
    title, name = document.title or "", PurePosixPath(document.path).stem
    version = declared_version(_BRACKETS.sub(_unless_words, title)) or document.version
    told = declared_version(entry.title)
    if told is None and (ending := _VERSION_AT_END.search(entry.description)):
        told = declared_version(ending[0])
    # A document may count its drafts otherwise than its name and the index.
    if told and (own := version_in_name(document.path)) and agree(told, own):
        told = None
    pairs = (
        (told, version if version and not is_date(version) else None),
        # Dates elsewhere in a document may be those of its last change, so only title and file name are compared.
        (declared_date(entry.title), declared_date(title) or declared_date(name)),
    )
    for wanted, found in pairs:
        if wanted and found and is_date(wanted) == is_date(found) and not agree(wanted, found):
            named = is_date(found) and declared_date(name) == found
            yield VersionMismatch(entry=entry, wanted=wanted, found=found, dated=is_date(found), is_named=named)


def _other_year(entry: Entry, document: DocumentSummary) -> Iterator[VersionMismatch]:
    """Another year in the title than in the entry, where both are the same but for that."""
    told, own = declared_years(entry.title), declared_years(document.title or "")
    if told and own and told[0].isdisjoint(own[0]) and told[1] == own[1] and told[1]:
        wanted, found = (tuple(sorted(years)) for years in (told[0], own[0]))
        named = any(str(year) in PurePosixPath(document.path).stem for year in found)
        yield VersionMismatch(entry=entry, wanted=wanted, found=found, dated=True, is_named=named)


def _other_ordinal(entry: Entry, document: DocumentSummary) -> Iterator[VersionMismatch]:
    """Another number in the title than in the entry, which the file's name confirms."""
    named = _ordinal(f"{PurePosixPath(document.path).stem} ")
    wanted, found = _ordinal(entry.title), _own_ordinal(document.title or "")
    if wanted and found and wanted == named and wanted != found:
        yield VersionMismatch(entry=entry, wanted=wanted, found=found, dated=False, ordinal=True)


def _ordinal(text: str) -> tuple[int, ...] | None:
    found = _ORDINAL.match(text)
    return (int(found[1]),) if found else None


def _own_ordinal(title: str) -> tuple[int, ...] | None:
    """The number of a title, if it is set apart, stands before a capital or follows a sign such as "ADR".

    "Bell 4 rules" and "5 steps" have none.
    """
    found = _ORDINAL.match(title)
    if found is None:
        return None
    sign, after = found[0].strip(" -_0123456789"), title[found.end() :].lstrip()
    apart = not title[found.end() :].startswith(" ") or after[:1] in {".", ":", ")", "-", "–", "—"}
    begins = not sign and after[:1].isupper()
    return (int(found[1]),) if apart or begins or sign.isupper() else None


def _unless_words(match: re.Match[str]) -> str:
    """A blank for brackets with several words in them, else the brackets as they are."""
    return " " if len(_WORD.findall(match[1])) >= _SEVERAL else match[0]
