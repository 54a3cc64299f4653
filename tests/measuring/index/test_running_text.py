"""A link inside a sentence promises no subject; one that stands for itself, with a label or a description, does."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.index.running_text import is_in_sentence
from tests.texts import OPINION


@pytest.mark.parametrize(
    "text",
    [
        "- Before a flood see [the notes](x.md) for how the gates are opened.",
        "1. Voir [les notes](x.md).",
        "| Gates | as told in [the notes](x.md) |",
        "- The gates are opened by hand, as\n  [the notes](x.md) say.",
        "- [A](a.md) was written first, before anyone had read [the notes](x.md).",
    ],
)
def test_sentences(text: str) -> None:
    lines = text.split("\n")
    number = next(n for n, line in enumerate(lines) if "(x.md" in line)
    assert is_in_sentence(lines, number, "x.md")


@pytest.mark.parametrize(
    "text",
    [
        "- [The notes](x.md): how the gates are opened",
        "* [ ] **[The notes](x.md)** explain how the gates are opened.",
        "- Gates: [the notes](x.md)",
        "3. 📖 [The notes](x.md)",
        "| Gates | [The notes](x.md) |",
        "- [A](a.md), [B](b.md) and [C](x.md)",
        "- **Schleusen** – [Die Notizen](x.md)",
        "- [The notes][x]",
    ],
)
def test_entries(text: str) -> None:
    assert not is_in_sentence([text], 0, "x.md")


@pytest.mark.parametrize(
    ("entry", "code"),
    [("[The notes](x.md)", "IDX002"), ("Before a flood see [the notes](x.md).", "IDX006")],
)
def test_a_missing_file_is_told_once(entry: str, code: str) -> None:
    report = check_documents([("INDEX.md", f"# Set\n\n- {entry}\n")], config=Config(select=("IDX002", "IDX006")))
    assert [finding.code for finding in report.findings] == [code]


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("[Turbine schema](turbine-notes.md): the tables", ["IDX004"]),
        ("For the tables of the house see the [turbine schema](turbine-notes.md)", []),
    ],
)
def test_only_an_entry_is_held_against_its_file(entry: str, codes: list[str]) -> None:
    files = {"INDEX.md": f"# Set\n\n- {entry}\n", "turbine-notes.md": OPINION}
    report = check_documents(list(files.items()), config=Config(select=("IDX004", "IDX005")))
    assert [finding.code for finding in report.findings] == codes
