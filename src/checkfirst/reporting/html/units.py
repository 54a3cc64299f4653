"""What the script needs to know of a finding to mark it: the words of its line in the lock file, and where it stands."""

from checkfirst.model.finding import Finding
from checkfirst.model.lock_line import finding_words
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.html.layout import Layout, Text


def unit(layout: Layout, finding: Finding) -> str:
    """The attributes of the element that tells the finding."""
    words = finding_words(finding.fingerprint, finding.code, finding.path)
    return f' data-line="{safe(words)}" data-severity="{finding.severity.value}"{_beside(layout, finding)}'


def _beside(layout: Layout, finding: Finding) -> str:
    """Where its quotes stand: the number of the document that is shown beside it, and its lines among those shown."""
    if layout.served is None:
        return ""
    path = next((p for p in (finding.path, finding.evidence[0].path) if p in layout.served.files), None)
    if path is None:
        return ""
    text = layout.texts.get(path, Text(()))
    indices = {text.find(evidence) for evidence in finding.evidence if evidence.path == path}
    at = " ".join(str(index) for index in sorted(n for n in indices if n is not None))
    return f' data-file="{layout.served.files[path]}" data-at="{at}"'
