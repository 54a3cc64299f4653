"""Files whose content looks like another type at places, and files without text: what is sound and what is not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from tests.reading.binary.rich_files import pdf_of

CONFIG = Config(select=("FIL",))
ROWS = "\n".join(
    f'        {{"gate": {n}, "open": {str(n % 2 == 0).lower()}, "by": ["tide", "hand"]}},' for n in range(40)
)
XML = "\n".join(f"        <gate n='{n}'><by>tide</by></gate>" for n in range(40))
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9v9z'/></svg>"
PROLOG = (
    '<?xml version="1.0"?>\n<!-- Drawn > by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [\n'
    + "".join(f'  <!ENTITY ns_{n} "http://draw.example/[{n}]/">\n' for n in range(60))
    + "]>\n"
)
PDF_SAMPLE = "\n".join(
    ["", "    %PDF-1.4", "    1 0 obj << /Type /Catalog >> endobj", "    trailer << /Size 1 >>", "    %%EOF", ""]
)
SHELL = "<!doctype html><html><head><script src='/app.8f3.js'></script></head><body><div id='root'></div></body></html>"


def said(name: str, data: bytes | str) -> list[tuple[str, str]]:
    raw = data.encode() if isinstance(data, str) else data
    found = check_documents([(name, raw)], config=CONFIG).findings
    return [(f.code, f.message) for f in found if f.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gates.md", f"# Gates\n\nThe answer lists all gates.\n\n    [\n{ROWS}\n    ]\n\nA gate moves once an hour.\n"),
        ("gates.rst", f"Gates\n=====\n\nThe answer lists all gates::\n\n    [\n{ROWS}\n    ]\n\nA gate moves.\n"),
        (
            "tore.md",
            f"# Tore\n\nDie Antwort nennt alle Tore.\n\n    <gates>\n{XML}\n    </gates>\n\nEin Tor geht auf.\n",
        ),
        ("print.txt", f"The smallest file for the printer.\n{PDF_SAMPLE}\nIt has no page. The printer refuses it.\n"),
        ("gate.svg", PROLOG + DRAWING),
        ("gate.svg", f"<!-- {'long ' * 900}-->\n{DRAWING}"),
    ],
    ids=["JSON in Markdown", "JSON in reST", "XML in Markdown", "PDF in a text", "entities", "long comment"],
)
def test_samples_of_another_type_in_a_text_are_not_its_type(name: str, text: str) -> None:
    assert said(name, text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gates.md", f"[\n{ROWS}\n        {{}}\n]\n"),
        ("gate.svg", "<?xml version='1.0'?>\n<gates><gate n='1'/></gates>\n"),
    ],
)
def test_a_file_that_is_another_type_as_a_whole_is_reported(name: str, text: str) -> None:
    assert [code for code, _ in said(name, text)] == ["FIL001"]


def test_the_title_says_what_was_fetched() -> None:
    page = "<html><head><title>503 Service Unavailable</title></head><body><h1>Sorry</h1></body></html>"
    assert said("protocol.md", page) == [
        (
            "FIL001",
            "named as Markdown, but it is an HTML page titled '503 Service Unavailable'; if it is the right one, its name"
            " should end in .html",
        )
    ]


@pytest.mark.parametrize("name", ["levels.npy", "hull.dwg", "scene.blend", "cache.pyc", "dump"])
def test_unknown_binary_files_are_not_read(name: str) -> None:
    assert said(name, b"\x93NUM" + bytes(range(1, 32)) * 20 + b"\0\0label of a row\n") == []


def test_a_text_with_nul_bytes_is_still_damaged() -> None:
    assert [code for code, _ in said("notes.txt", b"The queue keeps\0 every message.\n")] == ["FIL002"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_parts/menu.html", "<nav>{{ range .Pages }}{{ .Title }}{{ end }}</nav>"),
        ("layout/head.html", "<%= yield :head %>"),
        ("partials/pick.html", "<select id='pick'></select>\n<script>fill('pick')</script>"),
        ("game.html", "<!doctype html><body><canvas id=sea></canvas><script>sail()</script></body>"),
        ("index.html", SHELL),
        ("old.html", "<html><head><meta http-equiv='refresh' content='0;url=/new'></head><body></body></html>"),
        ("photos/keep.md", ""),
        ("_sidebar.md", ""),
        ("source/Staticfile", ""),
        ("CNAME-OFF", ""),
        ("logo.pdf", pdf_of(["ET 10 10 m 90 10 l 90 90 l h f BT"])),
    ],
)
def test_files_that_hold_no_text_on_purpose(name: str, text: bytes | str) -> None:
    assert said(name, text) == []


@pytest.mark.parametrize(
    ("name", "text"), [("tides/guide.html", SHELL), ("protocol.md", ""), ("protocol.txt", "\n\n"), ("LICENSE", "")]
)
def test_files_that_should_hold_text(name: str, text: str) -> None:
    assert [code for code, _ in said(name, text)] == ["FIL004"]


@pytest.mark.parametrize("name", ["tides.csv", "plans/Schleuse.SVG", "标尺/水位.jpg", "relevés.geojson", "logs.zip"])
def test_pictures_and_tables_of_no_bytes_are_a_warning(name: str) -> None:
    found = check_documents([(name, b"")], config=CONFIG).findings
    assert [(f.code, f.severity.value) for f in found] == [("FIL004", "warning")]


@pytest.mark.parametrize(
    "name",
    ["keep.png", "_empty.csv", "settings.yaml", "gate.toml", ".gitkeep", "fixtures/none.csv", "gates/__init__.py"],
)
def test_files_that_may_be_of_no_bytes(name: str) -> None:
    assert said(name, b"") == []


def test_a_table_with_a_byte_is_no_empty_file() -> None:
    assert said("tides.csv", b"hour\n") == []


def test_a_page_that_names_no_body_has_its_text() -> None:
    page = "<!doctype html><title>Tides</title><section><h1>Tides</h1><p>The gate opens at low water.</p></section>"
    assert said("tides.html", page) == []


PARAGRAPHS = {
    "en": "The bar {} of the gate is checked once a year by the yard, and it is not to be moved by anyone else.",
    "de": "Der Riegel {} des Tors wird einmal im Jahr von der Werft geprüft, und er ist nicht von anderen zu bewegen.",
    "fr": "La barre {} de la porte est vérifiée une fois par an, et elle ne doit pas être déplacée par les autres.",
}


@pytest.mark.parametrize(
    ("end", "reported"),
    [
        ("The keeper closes the gate and", True),
        ("Der Wärter schließt das Tor, weil", True),
        ("Le gardien ferme la porte avec la", True),
        ("The keeper closes the gate, and is paid by the", True),
        ("The keeper closes the gate when the bell has rung", False),
        ("Der Wärter schließt das Tor, und danach fragt er bei der Werft an", False),
        ("Whoever wants to open the gate writes to keeper@gate.example", False),
        ("TODO: say how the keeper closes the gate and the", False),
        ("The keeper closes the gate, then goes home for the night TBD", False),
    ],
)
def test_where_a_text_breaks_off(end: str, reported: bool) -> None:
    language = "de" if "Wärter" in end else "fr" if "gardien" in end else "en"
    text = "# Gate\n" + "".join(f"\n\n{PARAGRAPHS[language].format(n)}" for n in range(20))
    assert [code for code, _ in said("gate.md", f"{text}\n\n{end}")] == (["FIL005"] if reported else [])
