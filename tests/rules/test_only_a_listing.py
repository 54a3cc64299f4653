"""Pages that are nothing but links are worth nothing to a search; menus of a set and texts with links are."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

PLACES = ("quay", "weir", "lock", "mole", "buoy", "dock", "slip", "pier")


def severities(name: str, text: str, purpose: str = "retrieve") -> list[str]:
    documents = {
        name: text,
        "harbour.md": "# Harbour\n\nThe harbour has two moles and one lock that opens at high water.\n",
    }
    report = check_documents(documents.items(), config=Config(select=("KND004",)), purpose=purpose)
    return [f.severity.value for f in report.findings]


def lines(form: str) -> str:
    return "".join(form.format(p, p.title()) + "\n" for p in PLACES)


PAGES = {
    "list": ("places.md", lines("- [{1}](https://port.example/{0})")),
    "German, a heading and a table": ("orte.md", "# Orte\n\n| Ort |\n|---|\n" + lines("| [{1}](/orte/{0}) |")),
    "paragraphs": ("lieux.md", lines("[Le {0}](https://port.example/lieux/{0}/)\n")),
    "addresses in plain text": ("sitios.txt", lines("https://puerto.example/sitios/{0}")),
    "a saved page": ("places.html", "<ul>" + lines("<li><a href='https://port.example/{0}'>{1}</a></li>") + "</ul>"),
}


@pytest.mark.parametrize(("name", "text"), PAGES.values(), ids=list(PAGES))
def test_a_page_of_links_alone_is_a_note(name: str, text: str) -> None:
    assert severities(name, text) == ["note"]


SILENT = {
    "a menu of files": ("places.md", lines("- [{1}]({0}.md)")),
    "an index": ("index.md", lines("- [{1}](https://port.example/{0})")),
    "sources": ("report.md", "# Further reading\n\n" + lines("- [{1}](https://port.example/{0})")),
    "links that are described": (
        "places.md",
        lines("- [{1}](https://port.example/{0}): where boats of one length lie"),
    ),
    "a few links": ("places.md", "- [Quay](https://port.example/quay)\n- [Weir](https://port.example/weir)\n"),
    "a text": ("places.md", lines("The [{1}](https://port.example/{0}) is closed in winter.") * 2),
}


@pytest.mark.parametrize(("name", "text"), SILENT.values(), ids=list(SILENT))
def test_other_lists_are_silent_for_retrieval(name: str, text: str) -> None:
    assert severities(name, text) == []
