"""What is suggested for a missing file or place: nothing that differs in numbers or in a word, and nothing far off."""

import pytest

from checkfirst.measuring.index.likely_names import Extensions
from checkfirst.measuring.index.similar_files import SimilarFiles


@pytest.mark.parametrize(
    ("wanted", "there", "nearest"),
    [
        ("docs/gaet.md", ("docs/gate.md", "old/gaed.md"), "docs/gate.md"),
        ("docs/fish-pas.md", ("fish-pass.md",), "fish-pass.md"),
        ("docs/gates.html", ("docs/gate.md",), "docs/gate.md"),
        ("report-2024.md", ("report-2023.md",), ""),
        ("releases/v1.2.md", ("releases/v1.3.md",), ""),
        ("adr-007.md", ("adr-017.md",), ""),
        ("client-configuration.md", ("server-configuration.md",), ""),
        ("export.md", ("import.md",), ""),
        ("gate.png", ("gates.md",), ""),
        ("7.12-gates.md", ("712-gates.md",), "712-gates.md"),
        ("plan.md", ("a/plan.md", "b/plan.md"), ""),
        ("werft.md", ("kraft.md",), ""),
    ],
)
def test_files(wanted: str, there: tuple[str, ...], nearest: str) -> None:
    assert SimilarFiles(there).nearest(wanted, "") == nearest


@pytest.mark.parametrize(
    ("wanted", "names", "nearest"),
    [
        ("opening-hours", ("hours", "3-opening-hours", "closing-hours"), "3-opening-hours"),
        ("fees", ("all-the-fees", "fees-and-fines"), "fees-and-fines"),
        ("release-2", ("release-2-1",), ""),
        ("wie-oft", ("wie-oft-geölt-wird",), "wie-oft-geölt-wird"),
        ("a", ("a-b",), ""),
    ],
)
def test_places(wanted: str, names: tuple[str, ...], nearest: str) -> None:
    assert Extensions(names).of(wanted) == nearest
