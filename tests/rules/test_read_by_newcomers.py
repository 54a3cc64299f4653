"""Mistakes that somebody met who read a public set for the first time, each kind in other words."""

import pytest

from checkfirst import check_documents
from checkfirst.model.finding import Finding, Severity

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR


def found(files: dict[str, str | bytes], *codes: str) -> list[Finding]:
    documents = [(path, text.encode() if isinstance(text, str) else text) for path, text in files.items()]
    return [finding for finding in check_documents(documents).findings if finding.code in codes]


def severities(files: dict[str, str | bytes], *codes: str) -> list[Severity]:
    return [finding.severity for finding in found(files, *codes)]


def page(head: str, body: str) -> str:
    return f"<!doctype html>\n<html><head><title>Tides</title>{head}</head>\n<body>{body}</body></html>\n"


@pytest.mark.parametrize(
    "body",
    [
        "<redoc spec-url='https://tides.example/v2/openapi.yaml'></redoc><script src='https://cdn.example/redoc.js'></script>",
        "<div id='ui'></div><script src='https://cdn.example/ui.js'></script>"
        "<script>window.ui = SwaggerUIBundle({url: '/tides.json', dom_id: '#ui'})</script>",
        "<elements-api apiDescriptionUrl='tides.yaml' router='hash'></elements-api><script src='/web.min.js'></script>",
        "<script id='api-reference' data-url='/tides.json'></script><script src='https://cdn.example/api.js'></script>",
    ],
)
def test_a_page_that_shows_the_description_of_an_interface_is_meant_to_hold_no_text(body: str) -> None:
    assert severities({"tides.html": page("", body)}, "FIL004") == [NOTE]


def test_a_page_whose_text_was_not_saved_is_empty() -> None:
    shell = page("<script defer src='/static/main.4f1c2a9b.js'></script>", "<div id='root'></div>")
    assert severities({"tides.html": shell}, "FIL004") == [ERROR]


def test_a_name_with_two_endings_is_told_by_the_one_that_people_read() -> None:
    text = page("", "<p>The tide tables are printed each January, and the pier office keeps the last ten.</p>")
    report = check_documents([("tables.pdf.html", text.encode())])
    assert [f.message for f in report.findings if f.code == "FIL001"] == ["named like a PDF, but it is an HTML page"]
    claim = report.documents[0].claim
    assert claim
    assert claim.text == "is an HTML page, not a PDF as its name says"


RULES = "{title}\n{line}\n\nThe {what} is checked by two people each morning. They write down its state and the time.\n"


def rules(suffix: str, *paths: str) -> dict[str, str | bytes]:
    """A document for each path, about what its name says."""
    return {
        f"{path}{suffix}": RULES.format(title=path.title(), line="=" * len(path), what=path.rpartition("/")[2])
        for path in paths
    }


@pytest.mark.parametrize(
    ("index", "suffix", "folder"),
    [
        ({"INDEX.md": "# Yard\n\n- [Crane](crane.md)\n- [Slip](docks/slip.md)\n"}, ".md", "docks/tools"),
        ({"index.rst": "Yard\n====\n\n.. toctree::\n\n   crane\n   docks/slip\n"}, ".rst", "docks/tools"),
        ({"INDEX.txt": "The yard\n\ncrane.txt: the crane\ndocks/slip.txt: the slip\n"}, ".txt", "werkzeug"),
    ],
)
def test_a_folder_that_no_index_knows_is_one_finding(index: dict[str, str | bytes], suffix: str, folder: str) -> None:
    tools = [f"{folder}/{name}" for name in ("adze", "brace", "chisel", "drill", "edge", "file", "gouge")]
    files = {**index, **rules(suffix, "crane", "docks/slip", "docks/rope", *tools)}
    told = found(files, "IDX003")
    assert [f.path for f in told] == sorted([f"docks/rope{suffix}", f"{tools[0]}{suffix}"])
    assert [f.message for f in told if f.related] == [
        f"no index lists it, nor any of the other 6 documents below {folder}/"
    ]


def test_documents_beside_listed_ones_are_told_each() -> None:
    index = "# Yard\n\n- [Crane](yard/crane.md)\n- [Slip](yard/slip.md)\n- [Rope](yard/rope.md)\n"
    left = [f"yard/{name}" for name in ("adze", "brace", "chisel", "drill", "edge", "file", "gouge")]
    files: dict[str, str | bytes] = {"INDEX.md": index, **rules(".md", "yard/crane", "yard/slip", "yard/rope", *left)}
    assert [f.path for f in found(files, "IDX003")] == [f"{path}.md" for path in left]
