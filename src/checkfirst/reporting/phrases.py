"""Phrases that several reports share."""

from collections import Counter

from checkfirst.model.claim import ClaimStatus
from checkfirst.model.finding import SET_PATH, Evidence, Failure, Stage
from checkfirst.model.kinds import Answer, Group, Kind, plain_name
from checkfirst.model.location import Place, Unit
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.report import DocumentReport, Report, SkipReason, Verdict
from checkfirst.model.threads import Thread
from checkfirst.safe_text import printable, shortened

_UNTOLD = "can't tell what it is"


def counted(number: int, noun: str) -> str:
    """The number with the noun in singular or plural: ``1 error``, ``3 errors``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def lines_of(place: Place) -> str:
    """``line 4`` or ``lines 4-9``; with the page, slide or sheet where there is one."""
    page = f"{place.unit or Unit.PAGE} {place.page}, " if place.page else ""
    if place.cell and place.start_line == place.end_line:
        return f"{page}{'cells' if ':' in place.cell else 'cell'} {place.cell}"
    line = "row" if place.unit is Unit.SHEET else "line"
    if place.start_line == place.end_line:
        return f"{page}{line} {place.start_line}"
    return f"{page}{line}s {place.start_line}-{place.end_line}"


def fitted(quote: str, most: int) -> str:
    """The quote in at most so many characters; one of the end of a line loses its beginning."""
    if len(quote) <= most or not quote.startswith("…"):
        return shortened(quote, most)
    return f"…{quote[1 - most :].lstrip()}"


def line_of(evidence: Evidence, path: str) -> str:
    """The line of a quote of a finding on ``path``; with its file where the finding is about the set."""
    file = "" if evidence.path == path else f"{printable(evidence.path)}:"
    return f"{file}{evidence.place.start_line}"


def on_page(place: Place | None) -> str:
    """``page 3, line 12: `` in front of a message, for formats that know lines alone; nothing without pages."""
    return f"{lines_of(place)}: " if place and place.page else ""


def kind_phrase(measures: DocumentMeasures, thread: Thread[Place] | None) -> str:
    """What a document is, in a few words with the probability; an empty text where it has no words."""
    kind = measures.kind
    if measures.statistics.words == 0:
        return ""
    if kind.group is Group.UNKNOWN:
        what = _UNTOLD
    elif kind.kind is Kind.UNKNOWN:
        what = f"{kind.group}, kind in doubt ({kind.confidence:.0%})"
    else:
        what = f"{plain_name(kind.kind)} ({kind.confidence:.0%})"
    if measures.scraped.answer is Answer.YES:
        what = f"saved web page: {what}"
    if thread and thread.is_sure and kind.group is not Group.DISCUSSION:
        where = lines_of(thread.span)
        what += f", with a reader-comment thread ({where}, {counted(len(thread.comments), 'comment')})"
    return what


def claim_phrase(document: DocumentReport) -> str:
    """What is claimed of a document, with the probability; what it is, where nothing speaks against it."""
    claim = document.claim
    if claim is None or claim.status is ClaimStatus.AS_PROMISED:
        # Words alone make no error page: where no finding says it, the kind is not believed.
        if claim and document.measures.kind.kind is Kind.ERROR_PAGE:
            return _UNTOLD
        return kind_phrase(document.measures, document.thread)
    return f"{claim.text} ({claim.confidence:.0%})"


def shown_path(root: str, path: str) -> str:
    """The path as a caller would type it, with nothing in it that acts on a terminal."""
    base = root.rstrip("/")
    if path == SET_PATH:
        return printable(f"{base}/" if base else "the set")
    return printable(path if base in {"", "."} else f"{base}/{path}")


def true_path(root: str, path: str) -> str:
    """The path unescaped, for programs that look for the file; each format escapes it in its own way."""
    base = root.rstrip("/")
    if path == SET_PATH:
        return base or "."
    return path if base in {"", "."} else f"{base}/{path}"


def skipped_phrase(report: Report) -> str:
    """What was not looked at: the number of paths for each reason, the most frequent first; empty if there are none.

    An archive is not among them, for its members are checked.
    """
    reasons = Counter(skipped.why for skipped in report.skipped if skipped.why is not SkipReason.ARCHIVE)
    if not reasons:
        return ""
    counted_reasons = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    named = ", ".join(f"{n:,} {why.value}" for why, n in counted_reasons)
    return f"skipped {counted(reasons.total(), 'path')} ({named})"


def verdict_phrase(report: Report) -> str:
    """The verdict in words; that of an interrupted check says that it is no verdict."""
    if report.partial:
        return "not finished"
    return "ready" if report.verdict is Verdict.READY else "check first"


def not_done(failure: Failure) -> str:
    """What a failure is called: a file is not read, the documents of a set are not compared."""
    return "not compared" if failure.stage is Stage.SET else "not read"


def not_checked(report: Report) -> list[str]:
    """How many files were not read, and whether the documents were not compared in full."""
    files = sum(failure.stage is not Stage.SET for failure in report.failures)
    unread = [f"{counted(files, 'file')} not read"] if files else []
    return unread + (["not all was compared"] if files < len(report.failures) else [])
