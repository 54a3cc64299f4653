"""Scans whose names say so, and quantities in brackets."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.content.blanks import is_unfilled
from tests.rules.test_losses import scanned


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("sheet-scan.pdf", "note"),
        ("Messblatt_gescannt.pdf", "note"),
        ("plan numérisé 2.pdf", "note"),
        ("scanner.pdf", "warning"),
        ("scandium.pdf", "warning"),
        ("sheet.pdf", "warning"),
    ],
)
def test_a_file_that_is_named_a_scan_is_one(name: str, severity: str) -> None:
    report = check_documents([(name, scanned(3, 4))], config=Config(select=("FIL009",)))
    assert [f.severity.value for f in report.findings] == [severity]


@pytest.mark.parametrize("line", ["[Slide 2]", "- [2 mins]", "[Folie 3-5]", "[00:12:30]", "* [~10 minutes]", "[p. 4]"])
def test_quantities_are_no_blanks(line: str) -> None:
    assert not is_unfilled(line)


@pytest.mark.parametrize("line", ["[Item 1]", "[Number of minutes]", "[Slide title]", "Owner: [Name]"])
def test_blanks_stay_blanks(line: str) -> None:
    assert is_unfilled(line)
