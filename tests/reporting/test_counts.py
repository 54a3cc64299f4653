"""The verdict's reason in one line, and sound documents by what they are."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.reporting.counts import headline, plural
from checkfirst.reporting.rows import rows
from tests.texts import LEDGER_SERIES

INDEX = "# Ledger\n\n" + "".join(f"- [{name}]({name})\n" for name in LEDGER_SERIES)
OLD = "# Fees\n\nStatus: superseded by the price list.\n\n" + "A fee MUST be paid before noon of the next day. " * 9


def line(documents: dict[str, str], *select: str) -> str:
    report = check_documents(documents.items(), config=Config(select=select))
    return headline(report, rows(report))


def test_a_sound_set_is_told_by_its_kinds() -> None:
    assert line({"INDEX.md": INDEX, **LEDGER_SERIES}).startswith("READY  the set · 6 documents: ")
    assert ", the index" in line({"INDEX.md": INDEX, **LEDGER_SERIES})


def test_warnings_of_a_ready_set_are_to_be_looked_at() -> None:
    told = line({"INDEX.md": INDEX, **LEDGER_SERIES, "fees.md": OLD})
    assert told.startswith("READY  the set · 7 documents: ")
    assert told.endswith(" · to look at: 1 superseded")


def test_a_set_that_stops_names_its_faults() -> None:
    files = {"INDEX.md": f"{INDEX}- [Plan](plan.md)\n", **LEDGER_SERIES, "fees.md": OLD}
    assert line(files) == "CHECK FIRST  the set · 7 documents: 1 missing, 1 superseded"


def test_a_set_without_anything_to_build_from() -> None:
    said = line({"a.py": "import os\n\nprint(os.getcwd())\n" * 9}, "IDX009")
    assert said == "CHECK FIRST  the set · 1 document: nothing to build from"


@pytest.mark.parametrize(
    ("noun", "number", "told"),
    [
        ("index", 2, "indexes"),
        ("project policy", 2, "project policies"),
        ("source code", 1, "file of code"),
        ("meeting notes", 1, "file of meeting notes"),
        ("specification", 2, "specifications"),
    ],
)
def test_plurals(noun: str, number: int, told: str) -> None:
    assert plural(noun, number) == told
