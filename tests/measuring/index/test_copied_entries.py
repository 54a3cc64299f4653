"""Two entries of one text: the one whose title and file name the text does not fit is an error."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config

TIDES = """# Tide tables

The harbour master prints a table for each month. It gives the hour of high water to the minute and its height above the
sill in centimetres. A table is signed, dated and hung in the window of the office before the last day of the month. When
the wind stands in the north for two days, a note below the table says so, because the water then comes early. Old tables
are kept for ten years in the drawer under the window.
"""
HECKEN = """# Heckenschnitt

Die Hecken am Deich werden zweimal im Jahr geschnitten, im Februar und im August. Der Gärtner lässt am Boden mehr stehen
als oben, damit das Licht bis unten reicht. Brütet ein Vogel, so bleibt das Stück stehen, und ein rotes Band hängt am
Zweig. Die Äste kommen auf den Haufen hinter dem Schuppen. Am Abend wird die Schere geölt und in die Kiste gelegt.
"""
MAREES = """Table des marées
================

Le capitaine du port affiche une table chaque mois. Elle donne l'heure de la pleine mer et sa hauteur au-dessus du seuil.
Une table est signée, datée et pendue dans la fenêtre du bureau. Quand le vent du nord souffle deux jours, une note le
dit sous la table, car l'eau arrive alors plus tôt. Les vieilles tables restent dix ans dans le tiroir.
"""
#: Words that no other line has.
WORDS = [3, 5, 7, 11, 13, 17, 19, 23]


def errors(documents: dict[str, str]) -> list[Finding]:
    report = check_documents(documents.items(), config=Config(select=("IDX004", "IDX005")), purpose="build")
    return [f for f in report.findings if f.severity.value == "error"]


COPIES = {
    "same bytes": (
        {
            "index.md": "# Harbour\n\n- [Tide tables](tides.md): high water by month\n- [Crane](crane.md): loads and signals\n",
            "tides.md": TIDES,
            "crane.md": TIDES,
        },
        "crane.md",
    ),
    "German, other markup, a table": (
        {
            "INDEX.md": "# Garten\n\n| Blatt | Inhalt |\n|---|---|\n| [Bewässerung](wasser.txt) | Pumpe |\n| [Heckenschnitt](hecken.md) | Hecken |\n",
            "hecken.md": HECKEN,
            "wasser.txt": HECKEN.replace("# ", "").replace(" am Deich ", "\nam Deich "),
        },
        "wasser.txt",
    ),
    "French, a toctree": (
        {
            "index.rst": "Port\n====\n\n.. toctree::\n\n   Marées <marees>\n   Écluse <ecluse>\n",
            "marees.rst": MAREES,
            "ecluse.rst": MAREES,
        },
        "ecluse.rst",
    ),
}


@pytest.mark.parametrize(("documents", "path"), COPIES.values(), ids=list(COPIES))
def test_the_entry_that_the_shared_text_does_not_fit_is_an_error(documents: dict[str, str], path: str) -> None:
    (finding,) = errors(documents)
    keeper = next(name for name in documents if name != path and "ndex" not in name.lower())
    assert (finding.path, dict(finding.data)["target_path"]) == (next(iter(documents)), path)
    assert f"holds the text of {keeper}" in finding.message


SILENT = {
    "two entries of one subject": "- [Tide tables](tides.md)\n- [Tables of the tide](tables.md)\n",
    "the text speaks of it": "- [Tide tables](tides.md)\n- [The window](window.md): where they hang\n",
    "a format": "- [Tide tables](tides.md)\n- [PDF](print.md)\n",
    "one entry": "- [Tide tables](tides.md)\n",
    "neither fits": "- [Gauge](gauge.md)\n- [Crane](crane.md)\n",
}


@pytest.mark.parametrize("entries", SILENT.values(), ids=list(SILENT))
def test_copies_that_may_be_meant_are_no_error(entries: str) -> None:
    names = ("tides.md", "tables.md", "window.md", "print.md", "gauge.md", "crane.md")
    documents = {name: TIDES for name in names if name in entries or name == "crane.md"}
    assert errors({"index.md": f"# Harbour\n\n{entries}", **documents}) == []


@pytest.mark.parametrize(
    ("name", "entry", "more"),
    [
        ("crane.md", "Crane", "The office is closed on Sundays."),
        ("keulen.md", "Kräne am Kai", "Signed: the harbour master."),
        ("gauge.markdown", "The gauge at the lock", "Printed in May."),
    ],
)
def test_an_entry_whose_file_holds_nearly_the_text_of_another_is_an_error(name: str, entry: str, more: str) -> None:
    body = "".join(f"In month {n} the hand {n} of the clerk copied page {n} into book {n * n}. " for n in WORDS)
    text = f"{TIDES}\n{body}\n"
    index = f"# Harbour\n\n- [Tide tables](tides.md)\n- [{entry}]({name})\n"
    (finding,) = errors({"index.md": index, "tides.md": text, name: f"{text}\n{more}\n"})
    assert "holds the text of tides.md, but for a few lines" in finding.message
    # A text of its own title and subject may have been written after the other.
    own = text.replace("Tide tables", entry) + f"\n{more} {entry}.\n"
    assert errors({"index.md": index, "tides.md": text, name: own}) == []
    assert errors({"index.md": index, "tides.md": text, name: f"{text}\n{more} {entry}: two, {entry}: three.\n"}) == []
