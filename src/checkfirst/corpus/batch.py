"""The check of one batch of documents: an Arrow table in, an Arrow table out, nothing else read or kept.

Works by hand in any engine that maps a function over Arrow batches: Ray Data, Daft, Spark, DuckDB, Polars.
"""

import hashlib
import mimetypes
from array import array
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final
from zlib import crc32

import pyarrow as pa

from checkfirst import lazy_re
from checkfirst.checking.document import Checked, check_one, rules_of
from checkfirst.claims.fusion import claim_of_one
from checkfirst.config import Config
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.row import Row
from checkfirst.corpus.rows_of_records import rows_of
from checkfirst.corpus.tables import CHECKED, table_of_rows
from checkfirst.measuring.danger.private import has_private, without_private
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.claim import ClaimStatus
from checkfirst.model.document import Role
from checkfirst.model.finding import Failure, Finding, Severity
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.needs import Needs, complete
from checkfirst.model.report import DocumentReport
from checkfirst.rules.registry import Selection
from checkfirst.safe_text import printable, shortened
from checkfirst.sources.interface import Found

#: Roles of lines that are no main text of a document.
_AROUND: Final = frozenset(
    {Role.NAVIGATION, Role.PAGE_CHROME, Role.ADVERTISEMENT, Role.TAGS, Role.COMMENT, Role.COMMENT_HEADER, Role.METADATA}
)
#: Numbers of a text, and hashes of them that are kept, the smallest ones. They are not among the runs of words.
_NUMBER: Final = lazy_re.compile(r"\d+")
NUMBERS: Final = 256
#: Hashes of runs of words that are kept of a document, the smallest ones: all of them, for a text of as many words.
SHINGLES: Final = 1_024


def check_batch(
    batch: "pa.RecordBatch | pa.Table", columns: Columns | None = None, config: Config | None = None
) -> pa.Table:
    """The results for the documents of a batch, a row each in their order: ``tables.CHECKED`` names the columns.

    A document that can't be checked has a ``failure``. Documents are not compared with one another. ``columns`` are those
    that hold texts, names and so on, and are guessed if they are not named. Raises ``UsageError`` for columns that are not
    there, and for an unknown rule code.
    """
    rows = rows_of(batch.to_pylist(), columns or Columns(), "the batch")
    return check_rows(list(rows), config or Config())


def check_rows(rows: list[Row], config: Config) -> pa.Table:
    """The results for rows, in their order."""
    rules = _rules(config)
    return table_of_rows([_checked(row, rules, config) for row in rows], CHECKED)


@lru_cache(maxsize=4)
def _rules(config: Config) -> Selection:
    """The rules about single documents, with what they need and what documents are compared by."""
    chosen = rules_of(config)
    needs = complete((Needs.TEXT, *(need for rule in chosen.document for need in rule.needs)))
    return Selection(document=chosen.document, set=(), needs=needs)


def _checked(row: Row, rules: Selection, config: Config) -> dict[str, object]:
    known: dict[str, object] = {"id": row.id, "source": row.source, "name": row.name, "size": row.size}
    if row.content is None:
        return {**known, "failure_stage": "sources", "failure": printable(row.problem)}
    content = row.content
    if not content.strip():
        return {**known, "failure_stage": "sources", "failure": "the row has no text"}
    file = as_file(row)
    result = check_one(file, rules, config, load_weights())
    match result:
        case Checked():
            numbers = numbers_of(content) if isinstance(content, str) else None
            return {**known, **_of_document(result.report, result.findings, config), "numbers": numbers}
        case Failure():
            return {**known, "failure_stage": str(result.stage), "failure": printable(result.reason)}
        case _:
            digest = hashlib.sha256(file.load()).hexdigest()
            return {**known, "sha256": digest, "failure_stage": "sources", "failure": printable(result.reason)}


def as_file(row: Row) -> Found:
    """The content of a row as the file that it is read as."""
    content = row.content or b""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return Found(path=_path(row), load=lambda: data)


def _path(row: Row) -> str:
    """The name that a document is read by; one that has none has the ending of its media type."""
    name = PurePosixPath(row.name).name if row.name else ""
    if PurePosixPath(name).suffix or not isinstance(row.content, bytes):
        return name or "document"
    return f"{name or 'document'}{mimetypes.guess_extension(row.media_type, strict=False) or ''}"


def _of_document(report: DocumentReport, findings: tuple[Finding, ...], config: Config) -> dict[str, object]:
    kind, fingerprint = report.measures.kind, report.measures.fingerprint
    return {
        "media_type": report.source.media_type,
        "sha256": report.source.sha256,
        "words": report.measures.statistics.words,
        "language": report.measures.language,
        "kind": kind.kind.value,
        "group": kind.group.value,
        "kind_probability": kind.confidence,
        **_claimed(report, findings, config),
        "codes": sorted({f.code for f in findings if f.severity is not Severity.NOTE}),
        "opening": _opening(report.measures),
        "main_text": _main_text(report),
        "text_digest": fingerprint.text_digest if fingerprint else None,
        "shingles": fingerprint.shingles[: 4 * SHINGLES] if fingerprint else None,
        "embedding": report.measures.embedding or None,
        "findings": [_finding(finding) for finding in findings],
    }


def _claimed(report: DocumentReport, findings: tuple[Finding, ...], config: Config) -> dict[str, object]:
    """What is claimed of a document, with the finding that says most; nothing where nothing speaks against it."""
    claim = claim_of_one(report, findings, config.purpose)
    if claim.status is ClaimStatus.AS_PROMISED:
        return {}
    own = [finding for finding in findings if finding.code == claim.codes[0]]
    first = _finding(min(own, key=lambda finding: (finding.severity.rank, -finding.confidence)))
    return {
        "claim": claim.status.value,
        "claim_text": claim.text,
        "claim_severity": claim.severity.value if claim.severity else None,
        "claim_confidence": claim.confidence,
        "claim_code": claim.codes[0],
        "claim_line": first["line"],
        "claim_quote": first["quote"],
    }


def _opening(measures: DocumentMeasures) -> str | None:
    first = measures.first_line
    if first is None:
        return None
    return without_private(first.text) if has_private(measures) else first.text


def numbers_of(text: str) -> bytes:
    """Hashes of the distinct numbers of a text: 32-bit integers in ascending order."""
    hashes = sorted({crc32(number.encode()) for number in set(_NUMBER.findall(text))})[:NUMBERS]
    return array("I", hashes).tobytes()


def _main_text(report: DocumentReport) -> list[dict[str, int]]:
    """The lines of the main text, as spans of lines of the decoded text."""
    spans: list[dict[str, int]] = []
    for segment in report.measures.segments:
        first, last = int(segment.span.start_line), int(segment.span.end_line)
        if segment.role in _AROUND:
            continue
        if spans and spans[-1]["last_line"] == first - 1:
            spans[-1]["last_line"] = last
        else:
            spans.append({"first_line": first, "last_line": last})
    return spans


def _finding(finding: Finding) -> dict[str, object]:
    first = finding.evidence[0] if finding.evidence else None
    return {
        "code": finding.code,
        "rule": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "line": int(first.place.start_line) if first else None,
        "quote": shortened(first.quote) if first else None,
    }
