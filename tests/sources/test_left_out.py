"""Folders that tools made or fetched are left out and named; folders of documents with the same names stay."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest

from checkfirst.api import check_documents
from checkfirst.checking.listing import prepare
from checkfirst.config import Config
from checkfirst.model.left_out import Made
from checkfirst.sources.folder import list_paths
from checkfirst.sources.interface import Found, Listing
from checkfirst.sources.records import list_records

TEXT = "# Locks\n\nThe keeper opens the upper gate when the chamber is level with the reach above it.\n"
PAGE = "<!DOCTYPE html><html><head><title>Locks</title>{}</head><body><p>The keeper opens the upper gate.</p></body></html>"


def page(head: str = "") -> str:
    return PAGE.format(head)


def generator(name: str) -> str:
    return page(f'<meta name="generator" content="{name}">')


def listed(files: Mapping[str, str], include: tuple[str, ...] = ()) -> Listing:
    return prepare(list_records(files.items()), Config(include=include))[0]


def left_out(files: Mapping[str, str]) -> dict[str, Made]:
    return {item.path: item.what for item in listed({"README.md": TEXT, **files}).left_out}


TOOLS: dict[str, tuple[dict[str, str], dict[str, Made]]] = {
    "npm": ({"node_modules/pad/package.json": "{}", "node_modules/pad/README.md": TEXT}, {"node_modules": Made.PACKAGES}),
    "npm with scopes": (
        {"web/node_modules/@acme/pad/package.json": "{}", "web/node_modules/@acme/pad/GUIDE.md": TEXT},
        {"web/node_modules": Made.PACKAGES},
    ),
    "bower": ({"bower_components/grid/bower.json": "{}", "bower_components/grid/README.md": TEXT}, {"bower_components": Made.PACKAGES}),
    "PHP": ({"vendor/autoload.php": "<?php", "vendor/acme/log/README.md": TEXT}, {"vendor": Made.PACKAGES}),
    "Python environment": ({"tools/env/pyvenv.cfg": "home = /usr", "tools/env/lib/LICENSE.md": TEXT}, {"tools/env": Made.VIRTUAL_ENVIRONMENT}),
    "conda": ({"py/conda-meta/history": "", "py/share/doc/README.md": TEXT}, {"py": Made.VIRTUAL_ENVIRONMENT}),
    "cache": ({"work/store/CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55", "work/store/a.md": TEXT}, {"work/store": Made.CACHE}),
    "vendored C": (
        {"third_party/zlib/LICENSE": "licence", "third_party/zlib/zlib.c": "int x;", "third_party/zlib/README.md": TEXT},
        {"third_party": Made.VENDORED},
    ),
    "vendored Go": (
        {"src/vendor/host/acme/log/LICENSE": "licence", "src/vendor/host/acme/log/go.mod": "", "src/vendor/host/acme/log/a.md": TEXT},
        {"src/vendor": Made.VENDORED},
    ),
    "vendored Ruby": (
        {"vendor/bundle/ruby/3.2.0/gems/log-1.0/log.gemspec": "", "vendor/bundle/ruby/3.2.0/gems/log-1.0/README.md": TEXT},
        {"vendor": Made.VENDORED},
    ),
    "Hugo theme": ({"themes/plain/theme.toml": "", "themes/plain/README.md": TEXT}, {"themes": Made.PACKAGES}),
    "Python packages": (
        {"lib/site-packages/pad/guide.rst": TEXT, "lib/site-packages/pad-1.0.dist-info/METADATA": "x"},
        {"lib/site-packages": Made.PACKAGES},
    ),
    "vendored Rust": (
        {"external/rand/COPYING": "licence", "external/rand/Cargo.toml": "", "external/rand/CHANGELOG.md": TEXT},
        {"external": Made.VENDORED},
    ),
}  # fmt: skip
SITES: dict[str, tuple[dict[str, str], dict[str, Made]]] = {
    "Sphinx": ({"out/objects.inv": "x", "out/a.html": page()}, {"out": Made.SITE}),
    "MkDocs, another folder": (
        {"mkdocs.yml": "site_name: x\nsite_dir: www/pages\n", "www/pages/a/index.html": page()},
        {"www/pages": Made.SITE},
    ),
    "Hugo": (
        {"hugo.toml": 'title = "x"\n', "content/gates.md": TEXT, "public/gates/index.html": page()},
        {"public": Made.SITE},
    ),
    "Quarto in a folder of its own choice": (
        {"_quarto.yml": "project:\n  type: book\n", "eins.qmd": TEXT, "web/eins.html": page(), "web/site_libs/x.js": ""},
        {"web": Made.SITE},
    ),
    "mdBook": (
        {"book.toml": '[book]\ntitle = "x"\n', "src/one.md": TEXT, "book/one.html": page(), "book/print.html": page()},
        {"book": Made.SITE},
    ),
    "Eleventy": (
        {"eleventy.config.js": 'export default {dir: {output: "_out"}};', "_out/a/index.html": page()},
        {"_out": Made.SITE},
    ),
    "without any configuration": (
        {"docs/schleuse.adoc": TEXT, "docs/nacht.adoc": TEXT, "dist/schleuse.html": page(), "dist/nacht.html": page()},
        {"dist": Made.SITE},
    ),
    "sources with sort numbers": (
        {"docs/01-eau.md": TEXT, "docs/02-nuit/readme.md": TEXT, "_site/eau/index.html": page(), "_site/nuit/index.html": page()},
        {"_site": Made.SITE},
    ),
    "a generator's name": (
        {"manual/ponts.rst": TEXT, "manual/quais.rst": TEXT, "pages/ponts.html": generator("Docutils 0.21"), "pages/quais.html": page()},
        {"pages": Made.SITE},
    ),
    "build folder as a whole": (
        {"doc/a.rst": TEXT, "doc/b.rst": TEXT, "doc/_build/html/a.html": page(), "doc/_build/html/b.html": page(), "doc/_build/doctrees/a.doctree": "x"},
        {"doc/_build": Made.SITE},
    ),
}  # fmt: skip
API: dict[str, tuple[dict[str, str], dict[str, Made]]] = {
    "Javadoc": ({"javadoc/index-all.html": page(), "javadoc/help-doc.html": page()}, {"javadoc": Made.API_PAGES}),
    "Doxygen": ({"doc/cpp/doxygen.css": "", "doc/cpp/classA.html": page()}, {"doc/cpp": Made.API_PAGES}),
    "rustdoc by its pages": (
        {"rust/lock/index.html": generator("rustdoc"), "rust/lock/all.html": generator("rustdoc")},
        {"rust": Made.API_PAGES},
    ),
    "dartdoc by its pages": (
        {"dart/index.html": generator("made with love by dartdoc 8"), "dart/lock.html": generator("made with love by dartdoc 8")},
        {"dart": Made.API_PAGES},
    ),
    "JSDoc by a comment": (
        {"js/Gate.html": page(), "js/index.html": page("<!-- Documentation generated by JSDoc 4 -->")},
        {"js": Made.API_PAGES},
    ),
    "sphinx-apidoc": (
        {f"doc/api/locks.{name}.rst": f"{name}\n=====\n\n.. automodule:: locks.{name}\n   :members:\n" for name in ("a", "b", "c")},
        {"doc/api": Made.API_PAGES},
    ),
    "Cobra": (
        {f"docs/cmd/lock_{name}.md": f"## lock {name}\n\nOpens.\n\n###### Auto generated by spf13/cobra\n" for name in ("a", "b", "c")},
        {"docs/cmd": Made.API_PAGES},
    ),
    "TypeDoc as Markdown": (
        {f"docs/api/{name}.md": f"[**lock v1.0**](README.md) • **Docs**\n\n# {name}\n\nDefined in: a.ts:1\n" for name in ("a", "b", "c")},
        {"docs/api": Made.API_PAGES},
    ),
}  # fmt: skip
CASES = {**TOOLS, **SITES, **API}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_what_tools_made_is_left_out(files: Mapping[str, str], expected: Mapping[str, Made]) -> None:
    assert left_out(files) == expected


OWN = {
    "folders by their names alone": {
        f"docs/{name}/canal.md": TEXT for name in ("build", "dist", "site", "vendor", "env", "node_modules", "cache", "api")
    },
    "a site written by hand": {"site/gates.html": page(), "site/water.html": page(), "docs/night.md": TEXT},
    "pages saved from the web": {"raw/gates.html": page(), "raw/water.html": page(), "notes/gates.md": TEXT, "notes/water.md": TEXT},
    "pages of another generator, without sources": {"mirror/a.html": generator("Hugo 0.1"), "mirror/b.html": generator("Hugo 0.1")},
    "documents of vendors, with a licence": {"vendor/kelda/LICENSE.md": TEXT, "vendor/kelda/pump.md": TEXT},
    "a release that was kept": {"_quarto.yml": "project:\n  type: book\n", "a.qmd": TEXT, "v1.0/a.html": page(), "v1.0/site_libs/x.js": ""},
    "pages beside their sources": {"docs/a.md": TEXT, "docs/a.html": page(), "docs/b.md": TEXT, "docs/b.html": page()},
    "own documents among vendored code": {"vendor/pumps.md": TEXT, "vendor/zlib/LICENSE": "x", "vendor/zlib/zlib.c": "int x;"},
    "an API described by people": {
        f"docs/api/{name}.md": f"# {name}\n\nThe endpoint returns the level of the reach as JSON.\n" for name in ("a", "b", "c")
    },
    "API texts with words of their own": {
        f"docs/api/{name}.rst": f"{name}\n====\n\n.. automodule:: locks.{name}\n\n"
        "Each lock has a keeper, who writes each filling of the chamber into the book with the hour.\n"
        for name in ("a", "b", "c")
    },
}  # fmt: skip


@pytest.mark.parametrize("files", OWN.values(), ids=OWN)
def test_what_people_wrote_stays(files: Mapping[str, str]) -> None:
    assert left_out(files) == {}


def test_a_set_that_is_nothing_but_a_built_site_is_checked() -> None:
    listing = listed({"html/objects.inv": "x", "html/a.html": page(), "html/b.html": page()})
    assert len(listing.found) == 3
    assert not listing.left_out


def test_the_folder_named_itself_is_checked(tmp_path: Path) -> None:
    for name in ("node_modules/pad/package.json", "node_modules/pad/README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    listing, _ = prepare(list_paths([tmp_path / "node_modules"]), Config())
    assert [found.path for found in listing.found] == ["pad/README.md", "pad/package.json"]


def test_include_brings_in_a_folder_or_a_part_of_it() -> None:
    files = {"a.md": TEXT, **{f"node_modules/{name}/package.json": "{}" for name in ("pad", "grid")}}
    assert len(listed(files, ("node_modules",)).found) == 3
    part = listed(files, ("/node_modules/pad",))
    assert [found.path for found in part.found] == ["a.md", "node_modules/pad/package.json"]
    assert [(item.path, item.files) for item in part.left_out] == [("node_modules", 1)]


def test_the_members_of_archives_are_not_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    with ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("node_modules/pad/package.json", "{}")
    listing, _ = prepare(list_paths([tmp_path]), Config())
    assert "packed.zip/node_modules/pad/package.json" in {found.path for found in listing.found}


def test_one_finding_for_each_folder_and_no_broken_link_into_one() -> None:
    files = {
        "README.md": "# Locks\n\nSee the [page](site/gates/index.html), the [pad](node_modules/pad/README.md), and [this](site/none.html).\n",
        "mkdocs.yml": "site_name: Locks\n",
        "site/gates/index.html": page(),
        "node_modules/pad/package.json": "{}",
        "node_modules/pad/README.md": TEXT,
    }
    report = check_documents(files.items(), purpose="retrieve")
    assert [f.path for f in report.findings if f.code == "IDX011"] == ["node_modules", "site"]
    assert [dict(f.data)["target"] for f in report.findings if f.code == "IDX006"] == ["site/none.html"]
    assert {d.path for d in report.documents} == {"README.md", "mkdocs.yml"}


def test_no_file_is_opened_twice() -> None:
    """A page that is opened to look for its generator, and stays, keeps its bytes for the check."""
    opened: list[str] = []

    def loading(path: str) -> bytes:
        opened.append(path)
        return page().encode()

    paths = ("a.md", "pages/one.html", "pages/two.html")
    found = tuple(Found(path=path, load=partial(loading, path)) for path in paths)
    listing, _ = prepare(Listing(root="", found=found), Config())
    assert opened == ["pages/one.html"]
    assert [item.load() for item in listing.found] == [page().encode()] * 3
    assert sorted(opened) == list(paths)
