"""Words that seem to say something of a document, and speak of something else."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity


def loud(code: str, files: dict[str, str], purpose: str = "build") -> list[str]:
    found = check_documents(files.items(), config=Config(select=(code,)), purpose=purpose).findings
    return [f.path for f in found if f.code == code and f.severity is not Severity.NOTE]


STEP = "# {0}\n\nLooks through the {0}.\n\n- Read results.md\n- {1}\n\nA step that fails says why.\n"


@pytest.mark.parametrize(
    "line",
    ["Append a line to results.md", "Write what you saw into results.md", "Schreibe jede Zeile in results.md"],
)
def test_a_document_that_the_texts_say_to_write_need_not_be_there(line: str) -> None:
    assert loud("GAP003", {f"{name}.md": STEP.format(name, line) for name in ("scan", "sort", "count")}) == []


def test_a_document_that_texts_only_refer_to_should_be_there() -> None:
    assert loud("GAP003", {f"{name}.md": STEP.format(name, "Stop") for name in ("scan", "sort", "count")}) != []


@pytest.mark.parametrize(
    ("line", "reported"),
    [
        ("As an AI language model, I cannot open the gate for you.", True),
        ('It never says "As an AI language model, I cannot open it", but passes the question on.', False),
        ("It drops „as an AI language model“ from the answer.", False),
    ],
)
def test_talk_of_a_chat_model_that_is_quoted_is_spoken_about(line: str, reported: bool) -> None:
    text = f"# Gate assistant\n\nThe assistant answers questions about the gate.\n\n{line}\n\nIt answers within 2 s.\n"
    assert bool(loud("KND005", {"gate.md": text})) is reported


def test_a_page_is_a_listing_only_if_most_of_it_is_links() -> None:
    links = "".join(f"- [`gate-{n}`](gates.md#gate-{n})\n" for n in range(9))
    rows = "".join(f"| G{n} | gate {n} | {n * 3} mm |\n" for n in range(20))
    table = f"# Gates\n\nNames of gates:\n\n{links}\nTheir sizes:\n\n| id | name | size |\n|---|---|---|\n{rows}"
    assert loud("KND004", {"sizes.md": table}) == []


@pytest.mark.parametrize(
    ("name", "severity"), [("404.html", "note"), ("not-found.html", "note"), ("protocol.html", "error")]
)
def test_a_site_keeps_its_own_error_page(name: str, severity: str) -> None:
    page = "<html><body><h1>404</h1><p>Page not found.</p><p><a href='/'>Home</a></p></body></html>"
    found = check_documents([(name, page)], config=Config(select=("KND003",))).findings
    assert [f.severity.value for f in found] == [severity]


@pytest.mark.parametrize("name", ["gates.puml", "gates.mmd", "gates.gv"])
def test_dates_and_names_in_a_diagram_are_no_thread(name: str) -> None:
    rows = "".join(f"@2024/0{n}/11\nAnna is waiting\nTomasz is here\n" for n in range(1, 9))
    files = {name: f"@startuml\nrobust Anna\nrobust Tomasz\n{rows}@enduml\n"}
    assert loud("KND002", files) == [] == loud("WEB002", files)


@pytest.mark.parametrize("heading", ["# 16. Moorings\n\n", "## Preamble\n\n", ""])
def test_fields_in_a_block_above_the_text_are_those_of_the_document(heading: str) -> None:
    fields = "```\nTitle: Moorings\nAuthor: the yard\nStatus: Superseded by 18\nCreated: 2023-05-04\n```\n"
    text = f"{heading}{fields}\n## Simple summary\n\nEvery boat has a mooring of its own.\n"
    assert loud("IDX010", {"0016.md": text}) == ["0016.md"]


def test_a_block_below_the_text_is_a_sample() -> None:
    text = "# Writing\n\nA proposal begins so:\n\n```\nTitle: Moorings\nStatus: Superseded by 18\n```\n\nThen comes its text.\n"
    assert loud("IDX010", {"writing.md": text}) == []


@pytest.mark.parametrize(
    ("line", "reported"),
    [
        ("Please enable JavaScript to view the comments.", True),
        ("A button that a script draws is lost if JavaScript is disabled, so show the address too.", False),
        ("Say what happens when\nJavaScript is disabled on the reader's side.", False),
    ],
)
def test_a_text_that_supposes_a_reader_without_scripts_has_lost_nothing(line: str, reported: bool) -> None:
    text = (
        f"# Contact\n\nThe page of a service says how to reach the yard.\n\n{line}\n\nThe yard answers within a day.\n"
    )
    assert bool(loud("WEB004", {"contact.md": text})) is reported
