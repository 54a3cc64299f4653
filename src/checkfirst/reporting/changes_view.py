"""The difference between two states of a set, for a reviewer."""

import json
from collections.abc import Iterator

from checkfirst.model.changes import Changes
from checkfirst.model.finding import Finding
from checkfirst.model.kinds import plain_name
from checkfirst.reporting.json_v1 import finding_json
from checkfirst.reporting.phrases import counted, lines_of
from checkfirst.safe_text import printable

#: Promises and documents that are named one by one.
_MOST = 40


def render_changes(found: Changes) -> str:
    """As text: the new findings in full, the gone ones in a line each."""
    return "\n".join(_safe(line) for line in _lines(found)) + "\n"


def _safe(line: str) -> str:
    """A line that acts on no terminal, with its indentation."""
    said = line.lstrip(" ")
    return " " * (len(line) - len(said)) + printable(said)


def _lines(found: Changes) -> Iterator[str]:
    for finding in found.new:
        yield f"+ {_head(finding)}"
        yield f"    {finding.message}"
        for evidence in finding.evidence[:3]:
            yield f"    {evidence.place.start_line} │ {evidence.quote}"
        yield f"    → {finding.help}"
    for finding in found.gone:
        yield f"- {_head(finding)}: {finding.message}"
    for path, was, now in found.kinds:
        yield f"~ {path}: was a {plain_name(was)}, is a {plain_name(now)}"
    for what, paths in (("added", found.added), ("removed", found.removed), ("edited", found.edited)):
        yield from (f"~ {path}: {what}" for path in paths[:_MOST])
        if len(paths) > _MOST:
            yield f"~ {len(paths) - _MOST:,} more documents {what}"
    yield from (f"~ {said}" for said in found.promises[:_MOST])
    if len(found.promises) > _MOST:
        yield f"~ {len(found.promises) - _MOST:,} more changes of promises"
    findings = f"{counted(len(found.new), 'finding')} new, {len(found.gone):,} gone, {len(found.kept):,} kept"
    documents = f"documents: {len(found.added):,} added, {len(found.removed):,} removed, {len(found.edited):,} edited"
    yield f"{findings} · {documents}"


def _head(finding: Finding) -> str:
    where = f", {lines_of(finding.place)}" if finding.place else ""
    return f"{finding.path}: {finding.severity.value} {finding.code} {finding.name}{where}"


def changes_json(found: Changes) -> str:
    """As JSON."""
    whole = {
        "new": [finding_json(f) for f in found.new],
        "gone": [finding_json(f) for f in found.gone],
        "kept": [finding_json(f) for f in found.kept],
        "documents": {"added": list(found.added), "removed": list(found.removed), "edited": list(found.edited)},
        "kinds": [{"path": path, "was": was.value, "is": now.value} for path, was, now in found.kinds],
        "promises": list(found.promises),
    }
    return json.dumps(whole, ensure_ascii=True, indent=1) + "\n"
