"""JSON, version 1. Fields may be added; none is renamed or removed."""

import json
from collections.abc import Iterable, Iterator

from checkfirst.model.claim import Claim, ClaimStatus
from checkfirst.model.finding import Evidence, Failure, Finding, Severity
from checkfirst.model.fit import Fit
from checkfirst.model.kind_measures import Judgement
from checkfirst.model.kinds import Answer
from checkfirst.model.location import Place
from checkfirst.model.report import DocumentReport, Report
from checkfirst.model.threads import Thread
from checkfirst.version import __version__

Json = dict[str, object]


def render(report: Report) -> str:
    """The whole report as JSON text, its keys in a fixed order."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """The same text piece by piece, so that the report on a large set is never in memory as a whole."""
    yield "{\n"
    yield from _members(set_json(report))
    yield from _listed("documents", map(document_json, report.documents))
    yield from _listed("findings", map(finding_json, report.findings))
    yield from _listed("failures", map(failure_json, report.failures))
    yield from _listed("skipped", ({"path": s.path, "reason": s.reason} for s in report.skipped))
    yield f'"summary": {_text(summary_json(report))}\n}}\n'


def set_json(report: Report) -> Json:
    """What is reported about the set itself."""
    return {
        "version": 1,
        "tool": {"name": "checkfirst", "version": __version__},
        "root": report.root,
        "purpose": report.purpose,
        "verdict": report.verdict,
        "partial": report.partial,
    }


def _members(members: Json) -> Iterator[str]:
    for key, value in members.items():
        yield f"{_text(key)}: {_text(value)},\n"


def _listed(key: str, items: Iterable[Json]) -> Iterator[str]:
    yield f"{_text(key)}: ["
    for number, item in enumerate(items):
        yield ("\n" if number == 0 else ",\n") + _text(item)
    yield "],\n"


def _text(value: object) -> str:
    # File names can hold lone surrogates, which only as escapes are valid in JSON text.
    return json.dumps(value, ensure_ascii=True)


def summary_json(report: Report) -> Json:
    """The counts of the report."""
    return {
        "documents": len(report.documents),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "claims": {status.value: count for status in ClaimStatus if (count := report.stopping(status))},
        "skipped": len(report.skipped),
        "failures": len(report.failures),
        "seconds": report.seconds,
    }


def document_json(document: DocumentReport) -> Json:
    """All that is reported about one document except its findings."""
    measures = document.measures
    return {
        "path": document.path,
        "media_type": document.source.media_type,
        "encoding": document.encoding,
        "size": document.source.size,
        "sha256": document.source.sha256,
        "lines": measures.statistics.lines,
        "words": measures.statistics.words,
        "language": measures.language,
        "kind": measures.kind.kind,
        "group": measures.kind.group,
        "confidence": measures.kind.confidence,
        "kinds": {kind.value: probability for kind, probability in measures.kind.kinds},
        "parts": [
            {
                "group": p.group,
                "confidence": p.confidence,
                "start_line": p.span.start_line,
                "end_line": p.span.end_line,
            }
            for p in document.parts
        ],
        "describes_system": _judgement(measures.describes_system),
        "scraped": _judgement(measures.scraped),
        "fit": _fit(document.fit),
        "claim": _claim(document.claim),
        "segments": [
            {"role": s.role, "start_line": s.span.start_line, "end_line": s.span.end_line}
            | ({"level": s.level} if s.level else {})
            for s in document.segments
        ],
        "thread": thread_json(document.thread),
        "losses": [f"{count} {kind}" for kind, count in document.losses],
    }


def _judgement(judgement: Judgement) -> Json:
    return {"answer": judgement.answer, "score": judgement.score}


def _fit(fit: Fit | None) -> Json:
    """``score`` is the probability that the document belongs, ``null`` where there are too few to compare it with."""
    if fit is None:
        return {"answer": Answer.UNKNOWN, "score": None}
    return {"answer": fit.answer, "score": fit.score, "nearest": fit.nearest}


def _claim(claim: Claim | None) -> Json | None:
    """``severity`` is ``null`` where nothing speaks against the document; ``promise`` where no index lists it."""
    if claim is None:
        return None
    promise = claim.promise
    return {
        "status": claim.status,
        "text": claim.text,
        "confidence": claim.confidence,
        "severity": claim.severity,
        "codes": claim.codes,
        "promise": promise
        and {
            "path": promise.path,
            "start_line": promise.place.start_line,
            "end_line": promise.place.end_line,
            "title": promise.title,
            "quote": promise.quote,
        },
    }


def thread_json(thread: Thread[Place] | None) -> Json | None:
    """The thread as an object of JSON; ``None`` where there is none."""
    if thread is None:
        return None
    return {
        "start_line": thread.span.start_line,
        "end_line": thread.span.end_line,
        "confidence": thread.confidence,
        "comments": [
            {
                "number": c.number,
                "author": c.author,
                "reply_to": c.reply_to,
                "start_line": c.span.start_line,
                "end_line": c.span.end_line,
            }
            for c in thread.comments
        ],
    }


def finding_json(finding: Finding) -> Json:
    """The finding as an object of JSON."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "path": finding.path,
        "start_line": finding.place.start_line if finding.place else None,
        "end_line": finding.place.end_line if finding.place else None,
        "message": finding.message,
        "help": finding.help,
        "fingerprint": finding.fingerprint,
        "accepted": finding.accepted,
        "related": finding.related,
        "data": dict(sorted(finding.data)),
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "path": evidence.path,
        "start_line": evidence.place.start_line,
        "end_line": evidence.place.end_line,
        "page": evidence.place.page,
        "quote": evidence.quote,
    }


def failure_json(failure: Failure) -> Json:
    """A document that could not be checked."""
    return {"path": failure.path, "stage": failure.stage, "reason": failure.reason}
