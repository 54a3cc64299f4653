"""Links in the form in which a site publishes its pages."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity

HARBOURS = ["bremen", "rostock", "emden", "husum", "kiel", "wismar"]


def found(files: dict[str, str]) -> list[Finding]:
    return list(check_documents(files.items(), config=Config(select=("IDX006",))).findings)


def linked(form: str, file: str, count: int) -> dict[str, str]:
    """As many pages, each of which links to the next in this form."""
    names = HARBOURS[:count]
    pages = {
        file.format(name): f"# The harbour of {name.capitalize()}\n\nShips moor at the wall; the next are listed.\n"
        for name in names
    }
    links = {
        f"lists/{n}.md": f"# List {n}\n\nThe list of ships that goes on in [the next harbour]({form.format(name)}).\n"
        for n, name in enumerate(names)
    }
    return {**pages, **links}


@pytest.mark.parametrize(
    ("form", "file"),
    [
        ("../Harbours/{}.md", "harbours/{}.md"),
        ("../harbours/{}.html", "harbours/2024/{}.html"),
        ("../harbours/1.2/{}", "harbours/v2/{}.html"),
        ("../Harbours/{}.html", "harbours/21/{}.html"),
        ("../harbours/{}_.html", "harbours/{}.xml"),
    ],
)
def test_links_in_the_form_that_a_site_publishes_are_one_note(form: str, file: str) -> None:
    assert [f.severity for f in found(linked(form, file, 6))] == [Severity.NOTE]
    assert {f.severity for f in found(linked(form, file, 3))} == {Severity.WARNING}


def test_pages_in_capitals_that_many_links_have_otherwise_are_told() -> None:
    files = linked("../harbours/{}.md", "harbours/{}.md", 6)
    files = {path: text.replace("harbours/", "harbours/To") for path, text in files.items()}
    files |= {f"harbours/to{name}.md": f"# To {name}\n\nThe way leads along the wall.\n" for name in HARBOURS}
    assert {f.severity for f in found(files)} == {Severity.WARNING}


def test_a_missing_page_is_told_beside_links_in_the_published_form() -> None:
    files = linked("../Harbours/{}.md", "harbours/{}.md", 6)
    files["lists/9.md"] = "# List 9\n\nThe list goes on in [another harbour](../harbours/lübeck.md).\n"
    assert sorted(f.severity for f in found(files)) == [Severity.NOTE, Severity.WARNING]


@pytest.mark.parametrize(
    ("page", "target", "file"),
    [
        ("site/a.xhtml", "b.html", "site/b.xhtml"),
        ("pages/a.xhtml", "../b.html", "b.xhtml"),
        ("lessons/a.md", "demo/", "lessons/demo.view/index.html"),
        ("lessons/a.md", "demo/server.js", "lessons/demo.view/server.js"),
    ],
)
def test_what_a_site_makes_of_a_file_beside_the_page_is_there(page: str, target: str, file: str) -> None:
    text = f"# Gates\n\nSee [the gates]({target}) first.\n"
    text = f"<html><body><p>See <a href='{target}'>the gates</a> first.</p></body></html>" if "xhtml" in page else text
    other = "<html><body><p>The gates open at six.</p></body></html>"
    assert found({page: text, file: other}) == []
    assert [f.severity for f in found({page: text, "far/away.html": other})] == [Severity.WARNING]
