"""What repositories of specifications and books hold, and what was once told falsely of it."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity
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
