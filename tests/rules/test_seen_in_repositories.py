"""What repositories of specifications and books hold, and what was once told falsely of it."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
from tests.reading.binary.rich_files import LEDGER_XLSX, docx, paragraph, run, with_members
from tests.texts import LEDGER_SERIES

PROGRAMS = {
    "a solution, with scripts of the book": """<!doctype html>
<base href="https://book.example/">
<script src="code/tides.js"></script>
<body>
<script>
  // Draws a circle of tides.
  async function circle(position) {
    let radius = Math.sqrt(position.x ** 2);
    for (let step = 0; step < 12; step++) {
      await mark(radius, step);
    }
  }
  circle(START);
</script>
</body>
""",
    "a demonstration, German comments": """<!DOCTYPE html>
<html><head><title>Uhr</title><script src="lib/uhr.js"></script></head>
<body><div id="uhr"></div>
<script>
// Zeichnet die Zeiger jede Sekunde neu.
const uhr = new Uhr("uhr");
setInterval(() => {
  uhr.stelle(new Date());
  uhr.zeichne();
}, 1000);
</script></body></html>
""",
    "a class": """<!doctype html><title>Jeu</title>
<script src="jeu/niveaux.js"></script>
<div></div>
<script>
class Monstre {
  constructor(x, y) { this.x = x; this.y = y; }
  avance() { this.x += 1; }
}
let monstre = new Monstre(3, 4);
monstre.avance();
joue(monstre);
</script>
""",
}
SHELLS = {
    "a bundle": '<!doctype html><html><body><div id="root"></div><script src="/static/main.js"></script></body></html>',
    "counts visitors": """<!doctype html><html><body><div class="page"></div><script src="/assets/page.js"></script>
<script>
window.dataLayer = window.dataLayer || [];
function gtag() {
  dataLayer.push(arguments);
}
gtag("js", new Date());
gtag("config", "G-1");
</script></body></html>
""",
    "state of a site": """<!doctype html><html><body><div class="view"></div><script src="/assets/page.js"></script>
<script>
window.__INITIAL_STATE__ = {
  "page": "limits",
  "user": null,
  "loaded": false,
};
const start = () => {};
</script></body></html>
""",
}


def found(files: dict[str, str], *codes: str) -> list[Finding]:
    return list(check_documents(files.items(), config=Config(select=codes)).findings)


@pytest.mark.parametrize("page", PROGRAMS.values(), ids=list(PROGRAMS))
def test_a_page_that_is_a_program_is_no_page_without_text(page: str) -> None:
    told = found({"code/answers/circle.html": page, **LEDGER_SERIES}, "FIL004")
    assert [f.severity for f in told] == [Severity.NOTE]


@pytest.mark.parametrize("page", SHELLS.values(), ids=list(SHELLS))
def test_the_shell_of_a_site_is_a_page_without_text(page: str) -> None:
    assert [f.severity for f in found({"limits.html": page, **LEDGER_SERIES}, "FIL004")] == [Severity.ERROR]


BLANK = (
    "# Rules\n\n## Review\n\nTBD\n\n## Release\n\nTBD\n\n## Tracking\n\nTBD\n\n## Change\n\nTBD\n\n## Roles\n\nTBD\n"
)


@pytest.mark.parametrize("folder", ["archive", "proposals/archived-2019", "docs/archiv"])
def test_an_unfilled_text_of_an_archive_stops_nothing(folder: str) -> None:
    assert [f.severity for f in found({f"{folder}/rules.md": BLANK, **LEDGER_SERIES}, "KND006")] == [Severity.NOTE]
    assert [f.severity for f in found({"proposals/rules.md": BLANK, **LEDGER_SERIES}, "KND006")] == [Severity.ERROR]


CLAUSE = (
    "== Conventions\n\nThis section gives the conventions of the standard. Names of requirements are in bold, and each has"
    " an address below the base of the standard. Examples are no part of it. A requirement that has no address is of the"
    " class that stands above it, and a server that has the class must have it.\n"
)


@pytest.mark.parametrize("folder", ["template", "vorlagen", "docs/modèles"])
def test_what_was_made_from_a_template_beside_it_may_be_alike(folder: str) -> None:
    files = {f"{folder}/clause.adoc": CLAUSE, "tides/clause.adoc": CLAUSE, **LEDGER_SERIES}
    assert [f.severity for f in found(files, "DUP001")] == [Severity.NOTE]
    files = {"gauges/clause.adoc": CLAUSE, "tides/clause.adoc": CLAUSE, **LEDGER_SERIES}
    assert [f.severity for f in found(files, "DUP001")] == [Severity.WARNING]


TEMPLATES = {
    "double angles": '<a href="<<t $in.next>>.html">next</a> <a href="index.html">cover</a>',
    "braces": '<a href="{{ page.next }}">next</a> <a href="index.html">cover</a>',
    "a program's text": '<a href="${page.next}.html">weiter</a> <a href="index.html">Titel</a>',
}


@pytest.mark.parametrize("links", TEMPLATES.values(), ids=list(TEMPLATES))
def test_links_of_a_template_of_pages_lead_from_where_its_pages_are(links: str) -> None:
    page = "<!doctype html><html><body>{}<h1>Chapter</h1><p>The tide is read twice a day, at nine and at six.</p></body></html>"
    assert found({"src/chapter.html": page.format(links), **LEDGER_SERIES}, "IDX006") == []
    plain = '<a href="next.html">next</a>'
    assert [f.path for f in found({"src/chapter.html": page.format(plain), **LEDGER_SERIES}, "IDX006")] == [
        "src/chapter.html"
    ]


def test_a_row_of_blanks_in_a_sheet_is_no_damage() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Tide</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>Gauge</t></is></c></row></sheetData></worksheet>'
    )
    book = with_members(LEDGER_XLSX, {"xl/worksheets/sheet1.xml": sheet})
    report = check_documents([("tides.xlsx", book)], config=Config(select=("FIL006",)))
    assert report.findings == ()


def test_links_of_footnotes_are_named_in_the_list_of_their_part() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    of_notes = "http://schemas.openxmlformats.org/package/2006/relationships"
    note = (
        f'<w:footnotes xmlns:w="{word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<w:footnote w:id="2"><w:p><w:hyperlink r:id="rId1">{run("the standard")}</w:hyperlink></w:p></w:footnote></w:footnotes>'
    )
    of_text = f'<Relationships xmlns="{of_notes}"><Relationship Id="rId1" Target="numbering.xml"/></Relationships>'
    outside = '<Relationship Id="rId1" Target="https://tides.example/standard" TargetMode="External"/>'
    text = paragraph(
        run("The gauge of the harbour is read at nine and at six, and each reading is kept for six years.")
    )
    document = with_members(
        docx(text),
        {
            "word/footnotes.xml": note,
            "word/_rels/document.xml.rels": of_text,
            "word/_rels/footnotes.xml.rels": f'<Relationships xmlns="{of_notes}">{outside}</Relationships>',
        },
    )
    report = check_documents([("tides.docx", document)], config=Config(select=("IDX006",)))
    assert report.findings == ()


PAGES = "".join(f"/gauges/g{n}\n   " for n in range(4))
GAUGE = (
    "Gauge {n}\n=======\n\nThe gauge is read at nine and at six, and each reading is kept for {n} years in the book.\n"
)


@pytest.mark.parametrize("name", ["map.rst.inc", "map.rst", "_parts/map.txt"])
def test_a_part_that_a_page_includes_is_no_stub(name: str) -> None:
    index = f"Gauges\n======\n\n.. toctree::\n   :hidden:\n\n   {PAGES}\n\n.. include:: {name}\n"
    files = {f"gauges/g{n}.rst": GAUGE.format(n=n) for n in range(4)}
    files |= {"index.rst": index, name: "".join(f"* :doc:`/gauges/g{n}`\n" for n in range(4))}
    assert [f for f in found(files, "FIL016") if f.path == name] == []


SETUP = (
    "# Search\n\n{}1. Log in to search.example\n2. Create an account\n\n<p>You need to log in to see this page.</p>\n"
)


@pytest.mark.parametrize("fields", ["title: Search\nlayout: page\n", "permalink: /suche/\n", "layout: default\n"])
def test_the_source_of_a_page_is_no_answer_of_a_server(fields: str) -> None:
    body = "<html><head><title>Log in</title></head><body><h1>Please log in</h1><p>You must log in to continue.</p></body></html>"
    told = found({"search/start.html": f"---\n{fields}---\n{body}", **LEDGER_SERIES}, "KND003")
    assert [f.severity for f in told if f.severity is Severity.ERROR] == []
    assert [f.severity for f in found({"search/start.html": body, **LEDGER_SERIES}, "KND003")] == [Severity.ERROR]


KEY = (
    "-----BEGIN PRIVATE "
    + "KEY-----\n"
    + "\n".join("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"[n:] + "aZ7Qk"[:n] for n in range(5))
    + "\n-----END PRIVATE "
    + "KEY-----\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "Key pair for examples and verification (**DO NOT REUSE!**):",
        "Testschlüssel, nicht verwenden:",
        "La clé d'exemple de cette page:",
        "This test key is used below.",
    ],
)
def test_the_key_of_an_example_is_a_note(words: str) -> None:
    assert [f.severity for f in found({"keys.md": f"# Keys\n\n{words}\n\n{KEY}"}, "SAF005")] == [Severity.NOTE]
    told = found({"keys.md": f"# Keys\n\nThe key of the gauge server:\n\n{KEY}"}, "SAF005")
    assert [f.severity for f in told] == [Severity.WARNING]


@pytest.mark.parametrize(
    "line",
    [
        "**The content in this repository has migrated to https://tides.example/new. It is kept as it was.**",
        "This repository was public archived on September 7th, 2023.",
        "Note: this repo has been publicly archived.",
    ],
)
def test_a_set_that_says_it_has_ended(line: str) -> None:
    readme = f"{line}\n\n# Gauges\n\nThe gauges of the harbour are read at nine and at six.\n"
    assert [f.path for f in found({"README.md": readme, **LEDGER_SERIES}, "IDX010")] == ["README.md"]


@pytest.mark.parametrize("name", ["page-template.md", "docs/0000-template.md", "vorlage.md"])
def test_links_of_a_form_are_notes(name: str) -> None:
    text = "# Title\n\n* [Section 1](#words-of-the-first-section)\n\n## Section\n\nWrite what the section says here.\n"
    assert {f.severity for f in found({name: text, **LEDGER_SERIES}, "IDX007")} <= {Severity.NOTE}
    assert [f.severity for f in found({"page.md": text, **LEDGER_SERIES}, "IDX007")] == [Severity.WARNING]


def test_widths_of_pictures_are_no_values() -> None:
    shown = '# {0}\n\n![Error Screen](img.png){{:style="width:{1}%;float:center;"}}\n\nThe screen shows the error of the gauge.\n'
    files = {"a.md": shown.format("A", 70), "b.md": shown.format("B", 55), "img.png": "x"}
    assert found(files, "GAP006") == []
