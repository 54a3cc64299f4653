"""Markers of a merge in a text that is indented as a whole; samples of them stay silent."""

from textwrap import indent

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

MERGE = "<<<<<<< HEAD\nThe weir closes at nine.\n=======\nThe weir closes at ten.\n>>>>>>> autumn\n"
FUSION = "<<<<<<< principal\nLe barrage ferme à neuf heures.\n||||||| base\nIl ferme.\n=======\nIl ferme à dix heures.\n>>>>>>> automne\n"


def severities(name: str, text: str) -> list[str]:
    report = check_documents([(name, text)], config=Config(select=("FIL010",)))
    return [f.severity.value for f in report.findings]


FOUND = {
    "text": ("weir.txt", indent(f"The weir is closed at night.\n\n{MERGE}\nThe keeper writes the hour down.\n", "   ")),
    "French, three sides, tabs": ("barrage.txt", indent(f"Le gardien note l'heure.\n\n{FUSION}", "\t")),
    "below a list item": ("weir.md", "# Weir\n\n- The keeper is called at night.\n" + indent(MERGE, "  ") + "- It rains.\n"),
    "the first lines": ("weir.rst", indent(MERGE, " ") + "\nThe keeper writes the hour down.\n"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), FOUND.values(), ids=list(FOUND))
def test_markers_that_are_indented_alike_are_an_unfinished_merge(name: str, text: str) -> None:
    assert severities(name, text) == ["error"]


SILENT = {
    "announced": ("git.txt", "  When two of us change a line, git writes:\n\n" + indent(MERGE, "  ")),
    "indented further": ("git.txt", "Git then writes both\n\n" + indent(MERGE, "    ") + "\nand waits.\n"),
    "indented code": ("git.md", "# Git\n\nThen there is this\n\n" + indent(MERGE, "    ") + "\nand git waits.\n"),
    "a fence in a list": ("git.md", "1. Look at the file\n\n   ```\n" + indent(MERGE, "   ") + "   ```\n"),
    "literal block": ("git.rst", "Git\n===\n\nIt writes::\n\n" + indent(MERGE, "  ") + "\nand waits.\n"),
    "listing": ("git.adoc", "= Git\n\nIt writes\n\n----\n" + indent(MERGE, "  ") + "----\n\nand waits.\n"),
    "listing at the margin": ("git.adoc", f"= Git\n\nIt writes\n\n----\n{MERGE}----\n\nand waits.\n"),
    "a string of a program": ("test_git.py", 'TEXT = """\n' + indent("x\n" + MERGE, "    ") + '"""\n'),
    "other indentation": ("weir.txt", "  The weir.\n" + indent(MERGE, "  ").replace("  =======", "      =======")),
    "no middle": ("weir.txt", "  The weir.\n" + indent(MERGE.replace("=======\n", ""), "  ")),
}


@pytest.mark.parametrize(("name", "text"), SILENT.values(), ids=list(SILENT))
def test_samples_of_markers_are_silent(name: str, text: str) -> None:
    assert severities(name, text) == []


@pytest.mark.parametrize(("name", "merge"), [("weir.md", MERGE), ("barrage.txt", FUSION), ("weir.rst", MERGE + "\n")])
def test_of_very_many_merges_the_last_finding_counts_the_others(name: str, merge: str) -> None:
    report = check_documents([(name, merge * 500)], config=Config(select=("FIL010",)))
    assert len(report.findings) == 20
    assert "480 times more" in report.findings[-1].message
    assert "more" not in report.findings[0].message
    few = check_documents([(name, merge * 3)], config=Config(select=("FIL010",)))
    assert [f.message.count("more") for f in few.findings] == [0, 0, 0]
    assert [f.place.start_line for f in few.findings if f.place] == [1 + n * merge.count("\n") for n in range(3)]
