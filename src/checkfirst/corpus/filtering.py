"""What is kept of a corpus and what is dropped, each row as it was, the dropped ones with the reason."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from checkfirst import lazy_re
from checkfirst.checking.document import text_of
from checkfirst.config import Config
from checkfirst.corpus.batch import as_file
from checkfirst.corpus.blocks import Block, blocks_of
from checkfirst.corpus.inputs import Input
from checkfirst.corpus.row import Row
from checkfirst.corpus.store import Store, rule_set
from checkfirst.errors import OutputError, UsageError
from checkfirst.model.finding import Severity
from checkfirst.whole_file import replace_file

KEPT, DROPPED, NOT_CHECKED = "kept", "dropped", "not checked"
#: What a row of the output has beside what it had.
_RESULT: Final = "checkfirst"
#: What is told of a row, by the column that has it.
_TOLD: Final = {
    "claim": "claim",
    "severity": "claim_severity",
    "confidence": "claim_confidence",
    "code": "claim_code",
    "line": "claim_line",
    "quote": "claim_quote",
}
_COLUMNS: Final = [*_TOLD.values(), "claim_text", "main_text", "failure"]
#: The names of files that are written here.
_WRITTEN: Final = lazy_re.compile(r"[0-9a-f]{32}(?:-\d{1,9})?\.jsonl")


def filter_corpus(
    inputs: list[Input], store: Store, output: Path, config: Config, *, drop_from: Severity, clean: bool
) -> Counter[str]:
    """Write the rows into ``output/kept`` and ``output/dropped``, JSON lines, a file for each block.

    A row is dropped for a claim of the severity ``drop_from`` or a worse one, and if it could not be checked. With ``clean``
    the texts that are kept have the lines of their main text. Files of an earlier call are replaced or taken away. Returns
    how many rows were kept, and dropped by each rule. Raises ``UsageError`` for a block that was not checked, ``OutputError``.
    """
    for name in (KEPT, DROPPED):
        try:
            (output / name).mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise OutputError(f"{output}: a file; rows are written into a folder") from None
    counts: Counter[str] = Counter()
    met: Counter[str] = Counter()
    written: set[Path] = set()
    for one in inputs:
        for block in blocks_of(one.rows(), rule_set(config)):
            if not store.has(block.key):
                raise UsageError(f"{one.name}: not checked as it is now; run `checkfirst corpus check` first")
            met[block.key] += 1
            # Two inputs may have the same rows.
            name = f"{block.key}.jsonl" if met[block.key] == 1 else f"{block.key}-{met[block.key]}.jsonl"
            parts: dict[str, list[str]] = {KEPT: [], DROPPED: []}
            for line, dropped_by in _sorted(block, store, drop_from, clean=clean):
                parts[DROPPED if dropped_by else KEPT].append(line)
                counts[dropped_by or KEPT] += 1
            for part, lines in parts.items():
                if lines:
                    replace_file(output / part / name, lines)
                    written.add(output / part / name)
    _take_away(output, written)
    return counts


def _take_away(output: Path, written: set[Path]) -> None:
    """Remove what an earlier call wrote and this one did not: its rows would be there twice."""
    for part in (KEPT, DROPPED):
        for file in (output / part).iterdir():
            if file not in written and _WRITTEN.fullmatch(file.name):
                with suppress(FileNotFoundError):
                    file.unlink()


def _sorted(block: Block, store: Store, drop_from: Severity, *, clean: bool) -> Iterator[tuple[str, str]]:
    """The line of each row, with the rule by which it is dropped; empty for one that is kept."""
    results = store.documents(block.key, _COLUMNS).to_pylist()
    for row, result in zip(block.rows, results, strict=True):
        dropped_by = _dropped_by(result, drop_from)
        told: dict[str, object] = {"id": row.id}
        if dropped_by:
            told["reason"] = _reason(row, result)
        told |= {name: result[column] for name, column in _TOLD.items() if result[column] is not None}
        if clean and not dropped_by:
            told["main_text"] = _main_text(row, result["main_text"])
        record = json.loads(row.record) if row.record else {}
        yield f"{json.dumps({**record, _RESULT: told}, ensure_ascii=False)}\n", dropped_by


def _dropped_by(result: dict[str, object], drop_from: Severity) -> str:
    if result["failure"] is not None:
        return NOT_CHECKED
    severity = result["claim_severity"]
    stops = severity is not None and Severity(str(severity)).rank <= drop_from.rank
    return str(result["claim_code"]) if stops else ""


def _reason(row: Row, result: dict[str, object]) -> str:
    """Why a row is dropped, in words: the rule, what is claimed, and the line that says so; or why it was not checked."""
    if result["failure"] is not None:
        where = f" ({row.place})" if row.place else ""
        return f"{NOT_CHECKED}: {result['failure']}{where}"
    quote = f"; line {result['claim_line']:,}: {result['claim_quote']}" if result["claim_quote"] else ""
    return f"{result['claim_code']} ({result['claim']}): {result['claim_text']}{quote}"


def _main_text(row: Row, spans: object) -> str:
    """The lines of the main text alone; of a page or an office file, those that a reader sees."""
    lines = text_of(as_file(row)).split("\n")
    kept = spans if isinstance(spans, list) else []
    return "\n".join(line for span in kept for line in lines[span["first_line"] - 1 : span["last_line"]])
