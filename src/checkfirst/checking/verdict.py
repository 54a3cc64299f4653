"""The verdict on a set. There is no score: one error is enough."""

from checkfirst.model.finding import Failure, Finding, Severity, Stage
from checkfirst.model.report import DocumentReport, Verdict

#: The stages whose failures leave a document or the set unchecked. Failures in listing the sources concern symbolic links,
#: pipes and the like.
_CHECKING_STAGES = {Stage.READING, Stage.MEASURING, Stage.RULES, Stage.SET}


def verdict_of(
    findings: tuple[Finding, ...],
    documents: tuple[DocumentReport, ...],
    failures: tuple[Failure, ...],
    *,
    stops_from: Severity,
    partial: bool = False,
) -> Verdict:
    """``check-first`` for a finding or a claim of the severity ``stops_from`` or a worse one, or a step that failed.

    Findings that are accepted don't count. A set without documents, or of which none holds anything that could be
    read, is not ready either, nor is one whose check was interrupted (``partial``).
    """
    stopping = set(list(Severity)[: stops_from.rank + 1])
    wrong = any(finding.severity in stopping and not finding.accepted for finding in findings)
    claimed = any(document.claim and document.claim.severity in stopping for document in documents)
    unread = any(failure.stage in _CHECKING_STAGES for failure in failures)
    nothing = not any(document.is_read for document in documents)
    return Verdict.CHECK_FIRST if wrong or claimed or unread or partial or nothing else Verdict.READY
