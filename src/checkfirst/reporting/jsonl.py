"""One JSON object a line, for programs that read a report while it is written: first the set, then documents, findings."""

import json
from collections.abc import Iterator

from checkfirst.model.report import Report
from checkfirst.reporting.json_v1 import document_json, failure_json, finding_json, set_json, summary_json


def parts(report: Report) -> Iterator[str]:
    """The lines. ``type`` says what each is; its other fields are those of the report in JSON."""
    yield _line("set", {**set_json(report), "summary": summary_json(report)})
    for document in report.documents:
        yield _line("document", document_json(document))
    for finding in report.findings:
        yield _line("finding", finding_json(finding))
    for failure in report.failures:
        yield _line("failure", failure_json(failure))
    for skipped in report.skipped:
        yield _line("skipped", {"path": skipped.path, "reason": skipped.reason})


def _line(what: str, fields: dict[str, object]) -> str:
    # File names can hold lone surrogates, which only as escapes are valid in JSON text.
    return json.dumps({"type": what, **fields}, ensure_ascii=True) + "\n"
