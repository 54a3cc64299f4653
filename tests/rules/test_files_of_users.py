"""Names in code font of text files that a described program reads."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The width of a gate is defined in `gates.txt`.", Severity.NOTE),
        ("Each lamp that is specified in `gates.txt` is lit.", Severity.NOTE),
        ("Colours are those given in `gates.txt` or on the command line.", Severity.NOTE),
        ("The width of a gate is described in `gates.txt`.", Severity.WARNING),
        ("For the width of a gate see `gates.txt`.", Severity.WARNING),
        ("The width of a gate is defined in gates.txt.", Severity.WARNING),
    ],
)
def test_a_file_that_users_of_a_program_write_is_a_note(line: str, told: Severity) -> None:
    files = {f"{n}.md": f"# Part {n}\n\n{line}\n\nThe keeper checks it each day.\n" for n in ("one", "two")}
    findings = check_documents(files.items(), config=Config(select=("GAP003",))).findings
    assert [f.severity for f in findings] == [told]
