"""An entry whose title is the name of its file promises nothing else, though a letter of the name is wrong."""

import pytest

from checkfirst.measuring.index.entry_paths import names_file


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("crane-form-minmal.md", "crane-form-minimal.md"),
        ("`gebuehren-ordnnung.adoc`", "gebuehren-ordnung.adoc"),
        ("docs/horaires-ferrry.rst", "horaires-ferry.rst"),
        ("Tide_Tables.md", "tide-tables.md"),
    ],
)
def test_a_slip_makes_no_other_name(title: str, name: str) -> None:
    assert names_file(title, name)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("refunds.md", "payments.md"),
        ("limits-v1.md", "limits-v2.md"),
        ("crane-form-bare.md", "crane-form-minimal.md"),
        ("crane-form.md", "crane-form-minimal.md"),
        ("import-frames.md", "export-frames.md"),
        ("encode-frames.md", "decode-frames.md"),
        ("Tide tables", "tide-tables.md"),
    ],
)
def test_another_name_stays_another(title: str, name: str) -> None:
    assert not names_file(title, name)
