"""What a configuration above the set or in it says of pages: which are listed, and which lie under another path."""

from pathlib import Path

import pytest

from tests.measuring.index.test_site import Files, messages

INDEX = "# Weir\n\n- [Gates](gates.md)\n"
PAGES: Files = {
    "docs/index.md": INDEX,
    "docs/gates.md": "# Gates\n\nText.\n",
    "docs/care/oil.md": "# Oil\n\nText.\n",
    "docs/fish pass.md": "# Fish pass\n\nText.\n",
}
NAV = "site_name: Weir\nnav:\n- index.md\n- Care:\n  - Oil: care/oil.md\n- 'Fish': \"fish pass.md\"\ntheme: x\n"
INLINE = "site_name: Weir\nnav: [index.md, {Care: care/oil.md}, 'fish pass.md']\n"


@pytest.mark.parametrize("configuration", [NAV, INLINE, "site_name: Weir\n"])
def test_the_navigation_above_the_set_lists_its_pages(tmp_path: Path, configuration: str) -> None:
    assert messages(tmp_path, {"mkdocs.yml": configuration, **PAGES}, checked="docs") == []


def test_a_page_that_no_navigation_has_is_told(tmp_path: Path) -> None:
    without = NAV.replace("  - Oil: care/oil.md\n", "  - Oil: care/fat.md\n")
    told = messages(tmp_path, {"mkdocs.yml": without, **PAGES}, checked="docs")
    assert told == ["IDX003 care/oil.md: no index lists it"]


MOUNTS = {
    "hugo.toml": 'title = "Weir"\n[[module.mounts]]\nsource = "manual"\ntarget = "content/manual"\n'
    '[[module.mounts]]\nsource = "content/fr"\ntarget = "content"\n',
    "hugo.yaml": "title: Weir\nmodule:\n  mounts:\n    - source: manual\n      target: content/manual\n"
    "    - target: content\n      source: content/fr\n",
    "config/_default/module.toml": '[[mounts]]\nsource = "manual"\ntarget = "content/manual"\n'
    '[[mounts]]\nsource = "content/fr"\ntarget = "content"\n',
}


@pytest.mark.parametrize("name", sorted(MOUNTS))
def test_mounted_pages_are_found(tmp_path: Path, name: str) -> None:
    pages: Files = {
        "content/fr/tides.md": "# Tides\n\n[oil](manual/oil.md), [gates](/manual/gates), [none](manual/none.md)\n",
        "manual/oil.md": "# Oil\n\n[tides](../tides.md)\n",
        "manual/gates.md": "# Gates\n\nText.\n",
    }
    told = messages(tmp_path, {name: MOUNTS[name], **pages})
    assert told == ["IDX006 content/fr/tides.md: links to manual/none.md, which is not there"]


def test_documents_of_other_projects_are_no_files(tmp_path: Path) -> None:
    page = (
        "Gates\n=====\n\nSee :doc:`python:library/x`, :external+rest:doc:`guide`, :doc:`my_other:start`,"
        " :ref:`other:label` and :doc:`none`.\n"
    )
    told = messages(tmp_path, {"conf.py": "project = 'x'\n", "gates.rst": page})
    assert told == ["IDX006 gates.rst: links to none, which is not there"]
