"""A saved page of search results is told by the line that counts them; texts about searches are left alone."""

import pytest

from checkfirst.api import check_documents
from checkfirst.model.finding import Severity

SPEC = "# Mooring\n\nA boat MUST pay within {} days. The harbour answers each request within two hours.\n"
RESULTS = """{}

Tide tables of the northern coast
coast.example › tides › north
Times of high and low water for each harbour between the two capes.

When is the tide at Brook Pier?
boats.example › questions › 1882
Ask the warden, who has the tables of this year.

Tide tables in print
https://prints.example/tables
Posters of tide tables, framed or not.
"""


def told(name: str, text: str) -> list[Severity]:
    documents = {"a.md": SPEC.format(3), "b.md": SPEC.format(5) + "\nA ferry waits.\n", name: text}
    report = check_documents(documents.items())
    return [f.severity for f in report.findings if f.code == "KND004" and f.path == name]


@pytest.mark.parametrize(
    "count",
    [
        "About 48,200 results (0.38 seconds)",
        "Ungefähr 1.240 Ergebnisse (0,41 Sekunden)",
        "Environ 3 210 résultats (0,29 secondes)".replace("3 210", "3210"),
        "Resultados 1-10 de 482 resultados",
        "Showing 1 to 20 of 1,204 results",
        "Search results for “tide tables”",
        "Suchergebnisse für „Gezeitentafel“",
    ],
)
def test_the_line_that_counts_them(count: str) -> None:
    assert told("tides.txt", RESULTS.format(count)) == [Severity.WARNING]


def test_in_html() -> None:
    rows = "".join(
        f'<h3><a href="https://c{n}.example/t">Tides {n}</a></h3><p>Times of high water {n}.</p>' for n in range(5)
    )
    page = f"<html><head><title>tides - Search</title></head><body><div>About 912 results (0.2 s)</div>{rows}</body></html>"
    assert told("tides.html", page) == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "# Search\n\nThe page MUST show a line such as `About 912 results (0.2 s)`, and at most ten results.\n",
        "# Search\n\nA search of the archive gave 912 results in 3 seconds, which was too slow; see coast.example.\n",
        "# Trials\n\nThe results for “Brook Pier” were better than those of the year before.\n",
    ],
)
def test_texts_about_searches(text: str) -> None:
    assert told("search.md", text) == []
