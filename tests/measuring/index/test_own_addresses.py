"""Indexes that name the pages of the set by the addresses of its own site."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

TEXT = "# {}\n\nThe lamp is lit at dusk, and its wick is cut every four hours by whoever has the watch.\n"


def told(index: str, links: list[str], names: list[str]) -> list[tuple[str, str, str]]:
    documents = {name: TEXT.format(name) for name in names}
    documents[index] = "# Lighthouse\n\n" + "\n".join(f"- [{n}]({link}): page" for n, link in enumerate(links)) + "\n"
    report = check_documents(documents.items(), config=Config(select=("IDX002", "IDX003")))
    return sorted((f.code, f.severity.value, str(dict(f.data).get("target", f.path))) for f in report.findings)


SETS = {
    "sources": (
        "llms.txt",
        ["https://light.example/lamp.md", "https://light.example/wick.md", "https://light.example/old/fog.md"],
        ["lamp.md", "wick.md", "oil.md"],
        [("IDX002", "warning", "https://light.example/old/fog.md"), ("IDX003", "note", "oil.md")],
    ),
    "pages below a folder of the site": (
        "docs/index.md",
        ["http://leucht.example/de/hilfe/lampe/", "http://leucht.example/de/hilfe/docht.html", "http://leucht.example/de/hilfe/turm/treppe/"],
        ["docs/lampe.md", "docs/docht.md", "docs/turm/licht.md", "docs/oel.md"],
        [("IDX002", "warning", "http://leucht.example/de/hilfe/turm/treppe/"), ("IDX003", "note", "docs/oel.md"), ("IDX003", "note", "docs/turm/licht.md")],
    ),
    "a file on a code host": (
        "SUMMARY.md",
        [f"https://forge.example/phare/livre/blob/main/{name}" for name in ("lampe.md", "meche.md", "huile.md", "brume.md")],
        ["lampe.md", "meche.md", "huile.md"],
        [("IDX002", "warning", "https://forge.example/phare/livre/blob/main/brume.md")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("index", "links", "names", "expected"), SETS.values(), ids=list(SETS))
def test_what_the_own_site_lacks_is_told(
    index: str, links: list[str], names: list[str], expected: list[tuple[str, str, str]]
) -> None:
    assert told(index, links, names) == expected


SILENT = {
    "another site": ["https://other.example/fog.md", "https://other.example/horn.md", "https://third.example/lamp.md"],
    "few of its pages are here": [f"https://light.example/{n}.md" for n in ("lamp", "wick", "fog", "horn", "bell", "rock")],
    "parts of the site that are not in the set": ["https://light.example/lamp", "https://light.example/wick", "https://light.example/blog/fog"],
    "its first page, and files": ["https://light.example/lamp.md", "https://light.example/wick.md", "https://light.example/", "https://light.example/fog.zip"],
    "another place for a page": ["https://light.example/lamp.md", "https://light.example/wick.md", "https://light.example/care/oil.md"],
}  # fmt: skip


@pytest.mark.parametrize("links", SILENT.values(), ids=list(SILENT))
def test_addresses_that_may_be_right_are_silent(links: list[str]) -> None:
    found = told("llms.txt", links, ["lamp.md", "wick.md", "oil.md"])
    assert [one for one in found if one[0] == "IDX002"] == []
