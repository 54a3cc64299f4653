"""What a set holds, counted in words: faults by what they are, sound documents by their kind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from checkfirst.model.finding import SET_PATH, Severity
from checkfirst.model.kinds import Group, Kind, Purpose, plain_name
from checkfirst.model.report import DocumentReport, Report, SkipReason, Verdict
from checkfirst.reporting.phrases import counted, not_checked, shown_path, skipped_phrase, verdict_phrase
from checkfirst.reporting.rows import Row, RowStatus

#: What is said of an incomplete document, by the rule that says most about it.
_INCOMPLETE: Final = {
    "FIL004": "empty",
    "FIL005": "cut off",
    "FIL008": "not fetched",
    "FIL016": "stub",
    "KND006": "unfilled template",
}
_STATUSES: Final = {RowStatus.COPY: "copy", RowStatus.UNSURE: "doubtful"}
_PLURALS: Final = {
    "stub": "stubs",
    "unfilled template": "unfilled templates",
    "source code": "files of code",
    "structured data": "files of data",
    "meeting notes": "meeting notes",
    "instructions for a coding agent": "instructions for coding agents",
    "shop page or notice": "shop pages or notices",
    "policy or legal text": "policies or legal texts",
    "text from a book": "texts from books",
    "household how-to or recipe": "how-tos or recipes",
    "notice or job advertisement": "notices or job advertisements",
}
_SINGULARS: Final = {
    "source code": "file of code",
    "structured data": "file of data",
    "meeting notes": "file of meeting notes",
    "instructions for a coding agent": "file of instructions for coding agents",
}
#: What a document is called whose kind is in doubt and whose group is not.
_OF_GROUP: Final = {
    Group.TECHNICAL: "technical document",
    Group.RESEARCH: "research document",
    Group.RECORD: "record",
    Group.ARTICLE: "article",
    Group.DISCUSSION: "discussion",
    Group.COMMERCE: "shop page or notice",
    Group.POLICY: "policy or legal text",
    Group.LITERATURE: "text from a book",
    Group.DATA: "structured data",
}
#: Faults that are nouns, and rules on a set whose names say what is wrong with it.
_NOUNS: Final = {"copy", "stub", "unfilled template"}
_OF_SET: Final = {"nothing to build from"}
#: Why files are skipped that an option lets in.
_INCLUDED: Final = {SkipReason.HIDDEN, SkipReason.IGNORED, SkipReason.LEFT_OUT}
#: Groups that nothing can be built from.
_DOUBTFUL: Final = (Group.ARTICLE, Group.DISCUSSION, Group.COMMERCE, Group.LITERATURE)
#: What is said of a document by the rule of its worst error, where nothing is claimed against it.
_ERRORS: Final = {"approved-document-changed": "changed since approved"}
#: What a fault is called that is neither a claim nor a missing file.
_OTHER: Final = "with other errors"


def headline(report: Report, rows: Sequence[Row]) -> str:
    """``CHECK FIRST  payments/ · 8 documents: 1 wrong, 1 missing``."""
    return "  ".join(verdict_and_reason(report, rows))


def verdict_and_reason(report: Report, rows: Sequence[Row]) -> tuple[str, str]:
    """The verdict, and its reason in one line."""
    root = shown_path(report.root, SET_PATH)
    if not report.documents:
        return "NOTHING TO CHECK", f"{root} · {_why_nothing(report)}"
    found = faults(rows)
    found += not_checked(report)
    reason = ", ".join(found)
    if report.verdict is Verdict.READY or not found:
        parts = (_kinds(report, rows), f"to look at: {reason}" if found else "")
        reason = " · ".join(filter(None, parts))
    lead = f"{root} · {counted(len(report.documents), 'document')}"
    return verdict_phrase(report).upper(), f"{lead}{': ' if reason else ''}{reason}"


def _why_nothing(report: Report) -> str:
    """Why there is no document to check."""
    if failed := not_checked(report):
        return ", ".join(failed)
    if not report.skipped:
        return "no file is there"
    included = any(skipped.why in _INCLUDED for skipped in report.skipped)
    return f"{skipped_phrase(report)}{'; --include PATH checks them all the same' if included else ''}"


def _kinds(report: Report, rows: Sequence[Row]) -> str:
    """``3 specifications, 1 plan, the index · 2 could not be judged``."""
    told, untold = kinds([row.document for row in rows if row.document], report)
    named = [
        "the index" if what == "index" and len(paths) == 1 else f"{len(paths):,} {plural(what, len(paths))}"
        for what, paths in told.items()
    ]
    doubtful = [f"{len(untold):,} could not be judged"] if untold else []
    return " · ".join([*([", ".join(named)] if named else []), *doubtful])


def severities(rows: Iterable[Row]) -> Counter[Severity]:
    """How many claims and findings beside them are told, by severity. A claim counts once, whatever it rests on."""
    counts: Counter[Severity] = Counter()
    for row in rows:
        if row.text:
            claim = row.document.claim if row.document else None
            worst = min((finding.severity for finding in row.behind), key=lambda s: s.rank, default=Severity.NOTE)
            counts[(claim.severity if claim else None) or worst] += 1
        counts.update(finding.severity for group in row.beside for finding in group.findings)
    return counts


def faults(rows: Iterable[Row]) -> list[str]:
    """``1 wrong``, ``2 missing``: the claims that are no notes, and the missing files, in the order of the rows."""
    listed = list(rows)
    # What is wrong with the set follows from its documents, where something is wrong with them.
    counts = Counter(fault_of(row) for row in listed if row.status is not RowStatus.SET)
    if not any(counts):
        counts = Counter(fault_of(row) for row in listed)
    return [_counted_fault(what, n) for what, n in counts.items() if what]


def _counted_fault(what: str, number: int) -> str:
    if what in _OF_SET:
        return what
    return f"{number:,} {plural(what, number) if what in _NOUNS else what}"


def fault_of(row: Row) -> str:
    """What is wrong with a document in a word or two; empty for one of notes, or of warnings about a part of it."""
    if row.severity in {None, Severity.NOTE}:
        return ""
    if row.text:
        lead = row.codes[0] if row.codes else ""
        told = _INCOMPLETE.get(lead) if row.status is RowStatus.INCOMPLETE else None
        return told or _STATUSES.get(row.status, row.status.value)
    if row.severity is not Severity.ERROR:
        return ""
    name = row.beside[0].first.name
    return name.replace("-", " ") if row.status is RowStatus.SET else _ERRORS.get(name, _OTHER)


def kinds(documents: Iterable[DocumentReport], report: Report) -> tuple[dict[str, list[str]], list[str]]:
    """Paths of documents by what they are, the most frequent first; and of those of which nobody can tell."""
    indexes = {entry.index for entry in report.entries}
    told: dict[str, list[str]] = {}
    untold: list[str] = []
    for document in documents:
        what = "index" if document.path in indexes else _name_of(document, report.purpose)
        (told.setdefault(what, []) if what else untold).append(document.path)
    return dict(sorted(told.items(), key=lambda item: (item[0] == "index", -len(item[1]), item[0]))), untold


def _name_of(document: DocumentReport, purpose: Purpose) -> str:
    """What a document is in a word or two; empty where nobody can tell.

    Where nothing speaks against a document that seems to be no specification, its kind is in doubt.
    """
    kind = document.measures.kind
    if kind.group is Group.SHELL or not document.is_read:
        return ""
    if purpose is Purpose.BUILD and (kind.group in _DOUBTFUL or kind.kind in {Kind.MEETING_NOTES, Kind.TRANSCRIPT}):
        return ""
    return _OF_GROUP.get(kind.group, "") if kind.kind is Kind.UNKNOWN else plain_name(kind.kind)


def plural(noun: str, number: int) -> str:
    """The noun for so many: ``story``, ``stories``."""
    if number == 1:
        return _SINGULARS.get(noun, noun)
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return _PLURALS.get(noun) or (f"{noun}es" if noun.endswith("x") else f"{noun}s")
