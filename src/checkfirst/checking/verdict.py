"""From findings to the verdict. There is no score: one true error is enough."""

from checkfirst.model.finding import Failure, Finding, Severity, Stage
from checkfirst.model.report import Verdict

#: A link or a pipe among the files is no document; a document that could not be read through is
#: one that nobody vouches for.
_DOCUMENT_STAGES = {Stage.READING, Stage.MEASURING, Stage.RULES}


def verdict_of(
    findings: tuple[Finding, ...], failures: tuple[Failure, ...], documents: int, *, strict: bool
) -> Verdict:
    """``check-first`` for an error (with ``strict``, a warning) not accepted, or a document not read.

    A set of no documents is not ready either: there is nothing to start from.
    """
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    wrong = any(finding.severity in stopping and not finding.accepted for finding in findings)
    unread = any(failure.stage in _DOCUMENT_STAGES for failure in failures)
    return Verdict.CHECK_FIRST if wrong or unread or not documents else Verdict.READY
