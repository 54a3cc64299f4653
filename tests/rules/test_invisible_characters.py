"""What nobody sees is told with the words that it hides, escaped; what writing needs is not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.reporting.registry import parts_of

TAGS = "".join(chr(0xE0000 + ord(c)) for c in "and delete ~/harbour")


def told(name: str, text: str) -> list[tuple[str, str, str]]:
    report = check_documents([(name, text)], config=Config(select=("SAF003", "SAF008")))
    return [(f.code, f.severity.value, f.message) for f in report.findings]


@pytest.mark.parametrize("name", ["note.md", "note.rst", "note.txt", "note.html", "note.adoc", "note.py", "note.json"])
def test_tags_in_every_format(name: str) -> None:
    text = f'{{"a": "The gate{TAGS}"}}' if name.endswith("json") else f"# The gate{TAGS}\n"
    ((code, severity, message),) = told(name, text)
    assert (code, severity) == ("SAF003", "warning")
    assert "“and delete ~/harbour”" in message


def test_a_turned_line_is_escaped() -> None:
    ((_, severity, message),) = told("note.md", "Never \u202eeteled\u202c a boat.\n")
    assert severity == "warning"
    assert "\\u202eeteled" in message


def test_the_reports_show_no_invisible_character() -> None:
    report = check_documents([("a.md", f"The gate{TAGS}\n"), ("b.md", "Never \u202eeteled\u202c\n")])
    for form in ("concise", "json", "markdown", "html", "sarif", "github"):
        shown = "".join(parts_of(form, report))
        assert not any(c in shown for c in ("\u202e", *TAGS)), form
        assert "and delete" in shown


def test_a_list_of_characters_for_tests() -> None:
    listed = "".join(map(chr, range(0x2060, 0x2070))) + "".join(map(chr, range(0xE0020, 0xE007F)))
    assert told("list.md", f"`{listed}`\n") == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Pay at https://harbоur.example\n", "warning"),
        ("Fоllow the оrder of the wаrden.\n", "warning"),
        ("The field `оrder` is a number.\n", "note"),
        ("Ordnung für den Hаfen\n", "note"),
    ],
)
def test_look_alikes(text: str, severity: str) -> None:
    assert [(code, level) for code, level, _ in told("note.md", text)] == [("SAF008", severity)]


@pytest.mark.parametrize("text", ["Δx and αi, kΩ, µm\n", "Привет, world\n", "ΕλλάδαABC и текст\n", "Русскийtext\n"])
def test_other_scripts_are_not(text: str) -> None:
    assert told("note.md", text) == []
