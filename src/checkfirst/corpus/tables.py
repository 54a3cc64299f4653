"""The tables that the results of a corpus are kept in."""

from typing import Final

import pyarrow as pa

FINDING: Final = pa.struct(
    [
        ("code", pa.string()),
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("confidence", pa.float64()),
        ("message", pa.string()),
        ("line", pa.int32()),
        ("quote", pa.string()),
    ]
)
SPAN: Final = pa.struct([("first_line", pa.int32()), ("last_line", pa.int32())])
#: A row for each row that was checked, in their order: what is known of a document, or why it failed. Of a document that
#: nothing speaks against, ``claim`` and what belongs to it is null. ``claim_code`` is the rule that says most of the claim, with
#: the line that it quotes; ``codes`` are all rules that find an error or a warning,
#: and ``opening`` is the first line that is not blank.
CHECKED: Final = pa.schema(
    [
        ("id", pa.string()),
        ("source", pa.string()),
        ("name", pa.string()),
        ("media_type", pa.string()),
        ("sha256", pa.string()),
        ("size", pa.int64()),
        ("words", pa.int64()),
        ("language", pa.string()),
        ("kind", pa.string()),
        ("group", pa.string()),
        ("kind_probability", pa.float64()),
        ("claim", pa.string()),
        ("claim_text", pa.string()),
        ("claim_severity", pa.string()),
        ("claim_confidence", pa.float64()),
        ("claim_code", pa.string()),
        ("claim_line", pa.int32()),
        ("claim_quote", pa.string()),
        ("codes", pa.list_(pa.string())),
        ("opening", pa.string()),
        ("main_text", pa.list_(SPAN)),
        ("text_digest", pa.binary()),
        ("shingles", pa.binary()),
        ("numbers", pa.binary()),
        ("embedding", pa.binary()),
        ("findings", pa.list_(FINDING)),
        ("failure_stage", pa.string()),
        ("failure", pa.string()),
    ]
)
#: A row for each finding.
FINDINGS: Final = pa.schema([("id", pa.string()), ("source", pa.string()), *FINDING])
#: A row for each document that could not be checked.
FAILURES: Final = pa.schema([(n, pa.string()) for n in ("id", "source", "stage", "reason")])
#: Documents as they are kept: findings and failures have tables of their own.
DOCUMENTS: Final = pa.schema([f for f in CHECKED if f.name not in {"findings", "failure_stage"}])
#: Columns that nothing makes smaller: hashes, and the embedding.
DENSE: Final = frozenset({"text_digest", "shingles", "numbers", "embedding"})


def table_of_rows(rows: list[dict[str, object]], schema: pa.Schema) -> pa.Table:
    """A table of these rows, in this schema."""
    return pa.Table.from_pylist(rows, schema=schema)
