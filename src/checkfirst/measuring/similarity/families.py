"""Files of one name and one folder that are versions of one another, by what their names say."""

from collections import defaultdict
from typing import Final

from msgspec import Struct

from checkfirst.measuring.content.versions import is_date, version_in_name, without_version
from checkfirst.measuring.similarity import names, version_names
from checkfirst.model.kinds import Group
from checkfirst.model.set_measures import DocumentSummary

#: Years of a name that has neither more nor fewer than these files may be versions; more are a series of records.
_YEARS: Final = 2
#: Groups of kinds that record something once, so that a later one doesn't replace them.
_RECORDS: Final = {Group.RECORD, Group.DATA, Group.DISCUSSION}


class Family(Struct, frozen=True, kw_only=True):
    """Documents with names that differ in a version alone."""

    members: tuple[DocumentSummary, ...]
    """From the oldest to the newest."""
    in_doubt: bool = False
    """Whether the members may be documents of their own: years in names, or folders beside one another."""


def families(documents: list[DocumentSummary]) -> list[Family]:
    """The families by numbers ("api-v1", "api-v2"), by words ("fees_old", "fees") and by years ("fees-2022")."""
    return [*_by_number(documents), *_by_old_word(documents), *_by_year(documents)]


def by_statement(a: DocumentSummary, b: DocumentSummary) -> Family | None:
    """The family of two files of one name and title that state versions in their texts; else ``None``.

    Versions in data describe the format of the data, and those in names come first.
    """
    stated = [d.version for d in (a, b) if d.is_prose and d.version and version_in_name(d.path) is None]
    named_alike = names.stem(a.path) == names.stem(b.path) and (a.title or "") == (b.title or "")
    # Dates and version numbers can't be compared.
    if (
        not named_alike
        or len(stated) < len((a, b))
        or is_date(stated[0]) != is_date(stated[1])
        or stated[0] == stated[1]
    ):
        return None
    # In "north/pump.md" and "south/pump.md" each may go its own way.
    beside = len(names.folders(a.path)) == len(names.folders(b.path)) and not version_names.is_kept(
        f"{a.path}/{b.path}"
    )
    return Family(members=(a, b) if stated[0] < stated[1] else (b, a), in_doubt=beside)


def _by_number(documents: list[DocumentSummary]) -> list[Family]:
    found: dict[tuple[tuple[str, ...], str], dict[tuple[int, ...], DocumentSummary]] = defaultdict(dict)
    for document in documents:
        version = version_in_name(document.path)
        if version and not is_date(version):
            name = without_version(document.path)
            found[names.folders(document.path), name].setdefault(version, document)
    return [
        Family(members=tuple(versions[key] for key in sorted(versions)))
        for versions in found.values()
        if len(versions) > 1
    ]


def _by_old_word(documents: list[DocumentSummary]) -> list[Family]:
    plain = {(names.folders(d.path), names.stem(d.path)): d for d in documents}
    found = []
    for document in documents:
        rest = version_names.without_old(document.path)
        newer = plain.get((names.folders(document.path), rest)) if rest else None
        if newer is not None:
            found.append(Family(members=(document, newer)))
    return found


def _by_year(documents: list[DocumentSummary]) -> list[Family]:
    found: dict[tuple[tuple[str, ...], str], dict[int, DocumentSummary]] = defaultdict(dict)
    for document in documents:
        if document.is_prose and (named := version_names.year(document.path)):
            found[names.folders(document.path), named[0]][named[1]] = document
    return [
        Family(members=tuple(years[key] for key in sorted(years)), in_doubt=True)
        for years in found.values()
        if len(years) == _YEARS and not any(d.kind.group in _RECORDS for d in years.values())
    ]
