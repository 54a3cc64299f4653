"""``checkfirst --fix``: show what can be mended without anybody's judgement, and with ``--write`` write it."""

from collections import defaultdict
from pathlib import Path

from checkfirst.cli.output import CHECK_FIRST, READY, say, write
from checkfirst.fixes import Fix, fixed, fixes
from checkfirst.model.report import Report
from checkfirst.reporting.index_file import diff
from checkfirst.reporting.phrases import counted
from checkfirst.safe_text import inert, on_lines
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes
from checkfirst.whole_file import replace_file


def fix(report: Report, *, writes: bool) -> int:
    """Print the changes, and write them to the files of the set if ``writes``. Returns the exit code."""
    changed = _changed(report)
    if not changed:
        say("nothing that can be mended without your judgement")
        return READY
    count = counted(len(changed), "file")
    for path, (before, after) in changed.items():
        write([inert(on_lines(diff(before, after, path)))], None)
    if not writes:
        say(f"{count} not changed; to write the changes, add --write")
        return CHECK_FIRST
    root = Path(report.root or ".")
    for path, (_, after) in changed.items():
        replace_file(root / path, [after], within=root)
    say(f"{count} written; check again, and see `git diff`")
    return READY


def _changed(report: Report) -> dict[str, tuple[str, str]]:
    """The text of each file that can be mended, before and after."""
    by_path: defaultdict[str, list[Fix]] = defaultdict(list)
    for wanted in fixes(report):
        by_path[wanted.path].append(wanted)
    changed = {}
    for path, wanted_here in sorted(by_path.items()):
        before = _text(Path(report.root or ".") / path)
        after = fixed(before, tuple(wanted_here)) if before is not None else None
        if before is not None and after is not None and after != before:
            changed[path] = (before, after)
    return changed


def _text(path: Path) -> str | None:
    """The text of a file of the set; ``None`` for a document in an archive, and for one that is not UTF-8."""
    try:
        return read_bytes(path).decode("utf-8")
    except (Unreadable, UnicodeDecodeError):
        return None
