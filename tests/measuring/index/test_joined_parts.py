"""Places in the other parts of a page or a text, and places that a site's own program makes."""

import pytest

from checkfirst import Finding, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity

#: Numbered parts of a text; the places that links lead to are in other parts.
PARTS = {
    "aims": "# Aims\n\nWhat a keeper does is said in [duties](#duties), and when in [hours](#hours).\n",
    "duties": "# Duties\n\nThe keeper opens the gates at the [hours](#hours) of the table.\n",
    "hours": "# Hours\n\nThe gates open at six. The [fees](#fees) are due before.\n",
    "fees": "# Fees\n\nA ship pays for each night, as the [aims](#aims) say.\n",
}


def found(files: dict[str, str]) -> list[Finding]:
    return list(check_documents(files.items(), config=Config(select=("IDX007",))).findings)


@pytest.mark.parametrize(
    "name", ["text/{n}-{name}.md", "{n}_{name}.md", "src/1-0{n}-{name}.markdown", "rules/0{n}. {name}.md"]
)
def test_parts_of_one_text_link_to_places_of_one_another(name: str) -> None:
    files = {name.format(n=n, name=part): text for n, (part, text) in enumerate(PARTS.items())}
    assert found(files) == []
    more = {**files, name.format(n=9, name="annex"): "# Annex\n\nThe [list of bells](#bells) follows.\n"}
    assert [f.severity for f in found(more)] == [Severity.NOTE]


def test_texts_without_numbers_or_that_seldom_do_so_have_places_of_their_own() -> None:
    assert {f.severity for f in found({f"{part}.md": text for part, text in PARTS.items()})} == {Severity.WARNING}
    texts = {f"{n}-{part}.md": text.replace("](#", "](other.md#") for n, (part, text) in enumerate(PARTS.items())}
    lone = {**texts, "7-bells.md": "# Bells\n\nThey ring at the [hours](#hours).\n"}
    assert [f.path for f in found(lone) if f.severity is Severity.WARNING] == ["7-bells.md"]


@pytest.mark.parametrize("name", ["terms/keeper.html", "parts-of/gates.html", "fees.htm"])
def test_a_part_that_a_page_includes_links_to_places_of_the_page(name: str) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>Gates</title></head><body><h1>Gates</h1><section id='hours'><h2>Hours</h2>"
        f"<p>The gates open at six.</p></section><div data-include='{name}'></div></body></html>"
    )
    part = "<p>Who comes late, pays: see <a href='#hours'>the hours</a> and the table of the yard.</p>"
    assert found({"index.html": page, name: part}) == []
    assert [f.severity for f in found({"index.html": page.replace(name, "other.html"), name: part})] == [
        Severity.WARNING
    ]
    assert len(found({"index.html": page, name: part.replace("#hours", "#bells")})) == 1


PAGE = "<html><head><title>Yard</title></head><body><p><a href='#rules'>Rules</a></p><h2>Rules</h2><p>Keep clear of ropes.</p></body></html>"


@pytest.mark.parametrize("config", [".eleventy.js", "eleventy.config.ts", "eleventy.config.mjs"])
def test_places_in_pages_that_eleventy_changes_are_in_doubt(config: str) -> None:
    assert [f.severity for f in found({config: "export default () => {};\n", "yard.html": PAGE})] == [Severity.NOTE]
    assert [f.severity for f in found({"yard.html": PAGE})] == [Severity.WARNING]
    text = "# Yard\n\nSee [the rules](#rules) of the yard.\n"
    assert [f.severity for f in found({config: "module.exports = {};\n", "yard.md": text})] == [Severity.WARNING]


@pytest.mark.parametrize("plugin", ["anchors.rb", "heading_ids.rb", "auto-toc.rb"])
def test_places_that_a_plugin_of_jekyll_makes_are_in_doubt(plugin: str) -> None:
    files = {"_config.yml": "title: Yard\n", "yard.md": "# Yard\n\n- **Ropes:** see [below](#ropes).\n"}
    assert [f.severity for f in found({**files, f"_plugins/{plugin}": "module Jekyll\nend\n"})] == [Severity.NOTE]
    assert [f.severity for f in found({**files, "_plugins/feed.rb": "module Jekyll\nend\n"})] == [Severity.WARNING]
