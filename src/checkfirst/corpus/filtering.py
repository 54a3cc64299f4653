"""What is kept of a corpus and what is dropped, each row as it was, the dropped ones with the reason."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from checkfirst.config import Config
from checkfirst.corpus.blocks import Block, blocks_of
from checkfirst.corpus.inputs import Input
from checkfirst.corpus.row import Row
from checkfirst.corpus.store import Store, rule_set
from checkfirst.errors import OutputError, UsageError
from checkfirst.model.finding import Severity
from checkfirst.whole_file import replace_file

KEPT, DROPPED = "kept", "dropped"
#: What a row of the output has beside what it had.
_RESULT: Final = "checkfirst"
_COLUMNS: Final = ["claim", "claim_text", "claim_severity", "claim_confidence", "main_text", "failure"]


def filter_corpus(
    inputs: list[Input], store: Store, output: Path, config: Config, *, drop_from: Severity, clean: bool
) -> Counter[str]:
    """Write the rows into ``output/kept`` and ``output/dropped``, JSON lines, a file for each block.

    A row is dropped for a claim of the severity ``drop_from`` or a worse one, and if it could not be checked. With ``clean``
    the texts that are kept lose the lines around their main text. Returns how many rows were kept, and dropped for each
    reason. Raises ``UsageError`` for a block that was not checked, ``OutputError``.
    """
    for name in (KEPT, DROPPED):
        try:
            (output / name).mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise OutputError(f"{output}: a file; rows are written into a folder") from None
    counts: Counter[str] = Counter()
    for one in inputs:
        for block in blocks_of(one.rows(), rule_set(config)):
            if not store.has(block.key):
                raise UsageError(f"{one.name}: not checked as it is now; run `checkfirst corpus check` first")
            parts: dict[str, list[str]] = {KEPT: [], DROPPED: []}
            for part, line, reason in _sorted(block, store, drop_from, clean=clean):
                parts[part].append(line)
                counts[reason or KEPT] += 1
            for part, lines in parts.items():
                if lines:
                    replace_file(output / part / f"{block.key}.jsonl", lines)
    return counts


def _sorted(block: Block, store: Store, drop_from: Severity, *, clean: bool) -> Iterator[tuple[str, str, str]]:
    """For each row the part that it goes to, its line, and the reason if it is dropped."""
    results = store.documents(block.key, _COLUMNS).to_pylist()
    for row, result in zip(block.rows, results, strict=True):
        reason = _reason(result, drop_from)
        told: dict[str, object] = {"id": row.id, "claim": result["claim"]}
        if reason:
            told |= {"reason": reason, "text": result["claim_text"], "confidence": result["claim_confidence"]}
        if clean and not reason and isinstance(row.content, str):
            told["main_text"] = _main_text(row, result["main_text"])
        record = json.loads(row.record) if row.record else {}
        line = json.dumps({**record, _RESULT: told}, ensure_ascii=False)
        yield (DROPPED if reason else KEPT), f"{line}\n", reason


def _reason(result: dict[str, object], drop_from: Severity) -> str:
    if result["failure"] is not None:
        return "not checked"
    severity = result["claim_severity"]
    stops = severity is not None and Severity(str(severity)).rank <= drop_from.rank
    return f"{result['claim']}" if stops else ""


def _main_text(row: Row, spans: object) -> str:
    """The lines of the main text alone."""
    assert isinstance(row.content, str)
    lines = row.content.splitlines()
    kept = spans if isinstance(spans, list) else []
    return "\n".join(line for span in kept for line in lines[span["first_line"] - 1 : span["last_line"]])
