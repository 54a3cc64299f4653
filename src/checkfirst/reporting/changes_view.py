"""The difference between two states of a set, as text and as JSON: for ``checkfirst diff``."""

import json
from collections.abc import Iterator

from checkfirst.model.changes import Changes
from checkfirst.model.finding import Finding
from checkfirst.model.kinds import plain_name
from checkfirst.reporting.json_v1 import finding_json
from checkfirst.reporting.phrases import counted, lines_of
from checkfirst.safe_text import printable

#: Documents of each sort, and changed promises, that are named one by one; not measured.
_MOST_NAMED = 40
#: Lines that a finding quotes.
_MOST_QUOTES = 3


def render_changes(found: Changes) -> str:
    """The changes as text: new findings in full, and a line for each that is gone."""
    return "\n".join(_safe(line) for line in _lines(found)) + "\n"


def _safe(line: str) -> str:
    """The line with its indentation, and without characters that act on a terminal."""
    text = line.lstrip(" ")
    return " " * (len(line) - len(text)) + printable(text)


def _lines(found: Changes) -> Iterator[str]:
    for finding in found.new:
        yield f"+ {_head(finding)}"
        yield f"    {finding.message}"
        for evidence in finding.evidence[:_MOST_QUOTES]:
            yield f"    {evidence.place.start_line} │ {evidence.quote}"
        yield f"    → {finding.help}"
    for finding in found.gone:
        yield f"- {_head(finding)}: {finding.message}"
    for path, was, now in found.kinds:
        yield f"~ {path}: was a {plain_name(was)}, is a {plain_name(now)}"
    for what, paths in (("added", found.added), ("removed", found.removed), ("edited", found.edited)):
        yield from (f"~ {path}: {what}" for path in paths[:_MOST_NAMED])
        if len(paths) > _MOST_NAMED:
            yield f"~ {len(paths) - _MOST_NAMED:,} more documents {what}"
    yield from (f"~ {promise}" for promise in found.promises[:_MOST_NAMED])
    if len(found.promises) > _MOST_NAMED:
        yield f"~ {len(found.promises) - _MOST_NAMED:,} more changes of promises"
    findings = f"{counted(len(found.new), 'finding')} new, {len(found.gone):,} gone, {len(found.kept):,} kept"
    documents = f"documents: {len(found.added):,} added, {len(found.removed):,} removed, {len(found.edited):,} edited"
    yield f"{findings} · {documents}"


def _head(finding: Finding) -> str:
    where = f", {lines_of(finding.place)}" if finding.place else ""
    return f"{finding.path}: {finding.severity.value} {finding.code} {finding.name}{where}"


def changes_json(found: Changes) -> str:
    """The changes as JSON text."""
    members = {
        "new": [finding_json(f) for f in found.new],
        "gone": [finding_json(f) for f in found.gone],
        "kept": [finding_json(f) for f in found.kept],
        "documents": {"added": list(found.added), "removed": list(found.removed), "edited": list(found.edited)},
        "kinds": [{"path": path, "was": was.value, "is": now.value} for path, was, now in found.kinds],
        "promises": list(found.promises),
    }
    return json.dumps(members, ensure_ascii=True, indent=1) + "\n"
