"""Documents that sound sets hold, and that were once told falsely."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from tests.texts import LEDGER_SERIES

DRAWING = (
    '<!DOCTYPE html>\n<html><head><title>flow</title></head><body>\n<div class="chart" data-chart="'
    + "{&quot;nodes&quot;:[1,2,3],&quot;edges&quot;:[[1,2],[2,3]]}" * 5
    + '"></div>\n<script src="https://viewer.example/static.min.js"></script>\n</body></html>\n'
)
SHELL = (
    '<!DOCTYPE html>\n<html><head><title>App</title></head><body><div id="root"></div>\n'
    '<script src="/static/js/main.4f2a.js"></script></body></html>\n'
)
HEADER = """<header>
  <a href="#main">Skip to content</a>
  <form action="/search"><input name="q"></form>
  {% if page.layout == "error" %}<p>Page not found</p><p>Error 404: the page you requested could not be found.</p>{% endif %}
</header>
"""
PARSE_ERROR = """# Parse error: unexpected end

These and similar errors occur when files of the shop were damaged while they were uploaded. Delete them on the
server, fetch them again, and upload them in binary mode.
"""
IGNORED = """# Keys that should not both be set

The tool for the database warns of this for no reason. You can ignore it.
"""


def found(files: dict[str, str], *codes: str) -> list[Finding]:
    return list(check_documents(files.items(), config=Config(select=codes)).findings)


def test_a_drawing_that_a_script_shows_is_no_page_without_text() -> None:
    assert [f.severity for f in found({"flow.html": DRAWING, **LEDGER_SERIES}, "FIL004")] == [Severity.NOTE]
    assert [f.severity for f in found({"flow.html": SHELL, **LEDGER_SERIES}, "FIL004")] == [Severity.ERROR]


@pytest.mark.parametrize("text", [PARSE_ERROR, IGNORED])
def test_a_short_answer_about_an_error_is_no_error_page(text: str) -> None:
    assert [f for f in found({"answer.md": text, **LEDGER_SERIES}, "KND003") if f.severity is Severity.ERROR] == []


def test_a_part_of_a_page_is_no_error_page() -> None:
    assert found({"_includes/header.html": HEADER, **LEDGER_SERIES}, "KND003") == []


def test_a_row_about_a_part_of_a_file_does_not_outweigh_its_own_entry() -> None:
    listed = "".join(f"- [{path.removesuffix('.md').capitalize()} of the ledger]({path})\n" for path in LEDGER_SERIES)
    table = "| kind | what | where |\n|---|---|---|\n| 34 | Bridge toll manifest | [S](storage.md) (deprecated) |\n"
    assert found({"README.md": f"# Ledger\n\n{listed}\n{table}", **LEDGER_SERIES}, "IDX004", "IDX005") == []


@pytest.mark.parametrize(
    ("name", "entry", "heading", "codes"),
    [
        ("030-root-user.md", "30. Root user security", "29 Auditing of the cluster", ["IDX004"]),
        ("ADR-0007.md", "ADR 7: Pumps", "ADR 6: Valves", ["IDX004"]),
        ("12-anlage.md", "12. Anlage", "11. Anlage", ["IDX004"]),
        ("12-anlage.md", "12. Anlage", "12. Die Anlage", []),
        ("12-anlage.md", "Anlage", "3 Wege zur Anlage", []),
        ("notes.md", "12. Anlage", "3 Wege zur Anlage", []),
        ("1.2-release.md", "1.2 Release", "1.3 Release", []),
    ],
)
def test_the_number_of_a_series_is_that_of_its_entry(name: str, entry: str, heading: str, codes: list[str]) -> None:
    files = {"INDEX.md": f"# Entscheidungen\n\n- [{entry}]({name})\n", name: f"# {heading}\n\nEin Satz dazu.\n"}
    assert [f.code for f in found(files, "IDX004")] == codes


@pytest.mark.parametrize(
    "banner",
    [
        "> __Warning__ `unrecommended`: deprecated in favor of [N-17](17.md)",
        "> **Hinweis** `alt`: ersetzt durch [N-17](17.md)",
        "> Note: *legacy*: superseded by N-17",
    ],
)
def test_a_banner_may_have_a_word_of_its_own(banner: str) -> None:
    text = f"{banner}\n\n# Messages\n\nThe relay keeps each message for a day.\n"
    assert [f.code for f in found({"04.md": text}, "IDX010")] == ["IDX010"]


def test_how_to_enter_a_licence_is_no_wrong_kind() -> None:
    text = (
        "# Licensing\n\n## Upload a key\n\nOpen the settings of the server and choose *License*. Paste the key into the field, "
        "then press `Save`.\n\n## Check a key\n\nRun `runbook license show`. The command prints the date on which the key ends.\n"
    )
    assert found({"administration/license.md": text * 3, **LEDGER_SERIES}, "KND001") == []
