"""Pages that sites and repositories have whatever they are about are none that were taken for another."""

from pathlib import Path

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from checkfirst.rules.fit import odd_one_out

_SAMPLE = Path(odd_one_out.__file__ or "").parent / "samples" / "odd_one_out" / "fires" / "1"
_FILES = {file.name: file.read_text("utf-8") for file in sorted(_SAMPLE.iterdir()) if file.is_file()}


def _told(files: dict[str, str]) -> dict[str, Severity]:
    report = check_documents(files.items(), config=Config(select=("FIT001",)))
    return {finding.path: finding.severity for finding in report.findings}


@pytest.mark.parametrize(
    "name",
    [
        "UNLICENSE.md",
        "ThirdPartyNotices.md",
        "third-party-licenses.md",
        "epl-v10.md",
        "privacy-policy.md",
        "site/terms-of-use.md",
        "Impressum.md",
        "BSD-3-Clause.md",
    ],
)
def test_licences_and_legal_notices_are_notes(name: str) -> None:
    ((path, severity),) = _told(_FILES).items()
    files = {name if file == path else file: text for file, text in _FILES.items()}
    assert severity is Severity.WARNING
    assert _told(files) == {name: Severity.NOTE}
    files = {f"of-{file}" if file == path else file: text for file, text in _FILES.items()}
    assert _told(files) == {f"of-{path}": Severity.WARNING}
