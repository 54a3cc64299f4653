"""Links that one generator resolves in its own way are not dead; those that it can't resolve are."""

from pathlib import Path

import pytest

from tests.measuring.index.test_site import Files, messages

TEXT = "Each pump of the harbour has a valve, and each valve a wheel that turns it.\n"
HAML = "%h1 Pumps\n%p Each pump has a valve.\n"
CONFIG_RB = "activate :directory_indexes\nset :markdown_engine, :kramdown\n"
ANTORA = "name: harbour\nversion: '2'\nnav:\n- modules/ROOT/nav.adoc\n"
DOCUSAURUS = "export default { title: 'Harbour', baseUrl: '/', trailingSlash: false }"

SOUND: list[tuple[str, str, Files]] = [
    (
        "middleman",
        "",
        {
            "config.rb": CONFIG_RB,
            "source/index.html.md": f"# Harbour\n\n{TEXT}\n[a](a.html) [b](b.html) [c](c.html) [d](d.html) [e](f/)\n",
            "source/a.html.md": f"# A\n\n{TEXT}",
            "source/b.html.md.erb": f"# B\n\n{TEXT}",
            "source/c.html.haml": HAML,
            "source/d.html.slim": "h1 D\n",
            "source/f.html.md": f"# F\n\n{TEXT}",
        },
    ),
    (
        "middleman-languages",
        "",
        {
            "config.rb": CONFIG_RB,
            "source/localizable/guides/start.de.html.md": f"# Los\n\n{TEXT}\n[w](./locks.html) [v](valves.html)\n",
            "source/localizable/guides/valves.de.html.md": f"# Ventile\n\n{TEXT}",
            "source/guides/locks.html.md": f"# Locks\n\n{TEXT}",
        },
    ),
    (
        "middleman-kramdown",
        "",
        {
            "config.rb": CONFIG_RB,
            "source/a.html.md": f"# A\n\n[s](#setup-of-the-pump)\n\n## 1. Setup of the pump\n\n{TEXT}",
        },
    ),
    (
        "nanoc",
        "",
        {
            "nanoc.yaml": "string_pattern_type: glob\n",
            "content/index.md": f"# Harbour\n\n{TEXT}\n[a](a/) [b](b.html) [c](/doc/c/)\n",
            "content/a.dmark": "#p Pumps\n",
            "content/b.html.erb": "<p>Pumps</p>\n",
            "content/doc/c.adoc": f"= C\n\n{TEXT}",
        },
    ),
    (
        "other-templates",
        "",
        {
            "index.md": f"# Harbour\n\n{TEXT}\n[a](a.html) [b](b.html) [c](c.html) [d](d.html) [e](parts/e)\n",
            "a.html.pm": "#lang pollen\n",
            "b.html.twig": "<p>b</p>\n",
            "c.njk": "<p>c</p>\n",
            "d.11ty.js": "module.exports = 1;\n",
            "parts/e.astro": "<p>e</p>\n",
        },
    ),
    (
        "docusaurus-page-of-a-folder",
        "",
        {
            "docusaurus.config.ts": DOCUSAURUS,
            "docs/sea/pumps/index.md": f"# Pumps\n\n{TEXT}\n[a](./pumps/valves) [b](./locks) [c](valves.md)\n",
            "docs/sea/pumps/valves.md": f"# Valves\n\n{TEXT}\n[a](../locks)\n",
            "docs/sea/locks.md": f"# Locks\n\n{TEXT}\n[a](./pumps)\n",
            "docs/sea/gates/gates.md": f"# Gates\n\n{TEXT}\n[a](./locks) [b](./gates/wheel)\n",
            "docs/sea/gates/wheel.md": f"# Wheel\n\n{TEXT}\n[a](../gates)\n",
        },
    ),
    (
        "antora-folder-of-the-pages",
        "docs/modules/ROOT/pages/sea",
        {
            "docs/antora.yml": ANTORA,
            "docs/modules/ROOT/pages/sea/a.adoc": f"= A\n\n{TEXT}\nxref:sea/b.adoc[] xref:land/c.adoc[] xref:o:m:p.adoc[]\n",
            "docs/modules/ROOT/pages/sea/b.adoc": f"= B\n\n{TEXT}",
        },
    ),
    (
        "antora-partials",
        "docs/modules/ROOT/partials",
        {
            "docs/antora.yml": ANTORA,
            "docs/modules/ROOT/partials/a.adoc": f"{TEXT}\nxref:land/c.adoc[] <<elsewhere>> include::partial$b.adoc[]\n",
        },
    ),
    (
        "antora-module",
        "docs/modules/ROOT",
        {
            "docs/antora.yml": ANTORA,
            "docs/modules/ROOT/nav.adoc": "* xref:a.adoc[A]\n* xref:former.adoc[F]\n* xref:sea:x.adoc[X]\n",
            "docs/modules/ROOT/pages/a.adoc": f"= A\n:page-aliases: former.adoc, older/former.adoc\n\n{TEXT}",
        },
    ),
    (
        "antora-modules",
        "docs/modules",
        {
            "docs/antora.yml": ANTORA,
            "docs/modules/sea/pages/a.adoc": f"= A\n:page-aliases: ROOT:former.adoc, old.adoc\n\n{TEXT}\nxref:old.adoc[]\n",
            "docs/modules/ROOT/pages/b.adoc": f"= B\n\n{TEXT}\nxref:former.adoc[]\n",
        },
    ),
    (
        "labels-of-myst",
        "",
        {
            "myst.yml": "version: 1\nproject:\n  title: Harbour\n",
            "a.md": f"# A\n\n{TEXT}\n[a](#locks) [b](#fig:map) [c](#code:turn) [d](#eq:tide) [e](#page-b)\n",
            "b.md": f"---\nlabel: page-b\n---\n(locks)=\n# B\n\n{TEXT}\n:::{{figure}} m.png\n:label: fig:map\nMap\n:::\n\n"
            "```{code-block} python\n:name: code:turn\nturn()\n```\n\n$$\nt = 2\n$$ (eq:tide)\n",
            "m.png": b"\x89PNG",
        },
    ),
    (
        "labels-and-ids-of-sphinx",
        "",
        {
            "conf.py": "extensions = ['myst_parser', 'sphinx.ext.intersphinx']\n",
            "a.md": f"# 1. Tides\n\n{TEXT}\n[a](#tides) [b](sea/label) [c](#sea/label) [d](b.rst#tides) [e](b.rst#id2)"
            " [f](b.rst#low-water) [g](#harbour.Gate)\n",
            "c.md": f"(sea/label)=\n# C\n\n{TEXT}\n```{{automodule}} gate\n```\n",
            "b.rst": "Harbour\n=======\n\n2. Tides\n--------\n\n.. _Low water:\n\nTides\n-----\n\nTides\n-----\n\nText.\n",
        },
    ),
    ("labels-without-a-site", "", {"a.md": "# A\n\n[a](#locks) [b](locks)\n", "b.md": f"(locks)=\n# B\n\n{TEXT}"}),
    (
        "from-the-root-with-the-own-folder",
        "docs",
        {
            "docs/.vitepress/config.ts": "export default { title: 'Harbour' }",
            "docs/a.md": f"# A\n\n{TEXT}\n[a](/docs/b) [b](/docs/b.md#b) [c](/b) [d](/docs/)\n",
            "docs/b.md": f"# B\n\n{TEXT}",
            "docs/index.md": f"# Docs\n\n{TEXT}",
        },
    ),
    (
        "from-the-root-of-a-site-that-is-not-known",
        "guide",
        {
            "guide/a.md": f"# A\n\n{TEXT}\n[a](/guide/b.md) [b](/guide/gone) [c](/other/x)\n",
            "guide/b.md": f"# B\n\n{TEXT}",
        },
    ),
    (
        "book-of-atlas",
        "",
        {
            "atlas.json": '{"files": ["cover.html", "ch1.asciidoc", "ch2.asciidoc"]}',
            "ch1.adoc": f"= One\n\n{TEXT}\nSee <<tides>> and <<locks>>.\n",
            "ch2.adoc": f"[[tides]]\n= Two\n\n{TEXT}\n[[locks]]\n== Locks\n\n{TEXT}",
        },
    ),
    (
        "book-of-leanpub",
        "",
        {
            "manuscript/Book.txt": "one.md\ntwo.md\n",
            "manuscript/one.md": f"# One\n\n{TEXT}\n[b](#tides)\n",
            "manuscript/two.md": f"# Two\n\n## Tides\n\n{TEXT}",
        },
    ),
    (
        "book-of-pandoc",
        "",
        {
            "defaults.yaml": "to: pdf\ninput-files:\n- one.md\n- text/two.md\n",
            "one.md": f"# One\n\n{TEXT}\n[b](#tides)\n",
            "text/two.md": f"# Two\n\n## Tides\n\n{TEXT}",
        },
    ),
    (
        "book-of-a-makefile",
        "",
        {
            "Makefile": "book.pdf: text/*.md\n\tpandoc -o book.pdf text/*.md\n",
            "text/1.md": f"# One\n\n{TEXT}\n[b](#tides)\n",
            "text/2.md": f"# Two\n\n## Tides\n\n{TEXT}",
        },
    ),
    (
        "book-with-a-chapter-elsewhere",
        "",
        {"book.yml": "chapters:\n  - one.md\n  - two.md\n", "one.md": f"# One\n\n{TEXT}\n[b](#tides)\n"},
    ),
    (
        "previews-and-data-of-quarto",
        "",
        {
            "_quarto.yml": "project:\n  type: website\nwebsite:\n  title: Harbour\n",
            "a.qmd": f"# A\n\n{TEXT}\n[a](tides-preview.html) [b](b.embed-preview.html) [c](b.qmd#wheel)\n",
            "b.qmd": f"# B\n\n{TEXT}",
            "b.json": "{}",
            "tides.ipynb": '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
        },
    ),
    (
        "place-from-a-root-above",
        "book",
        {
            "README.md": f"# Harbour\n\n{TEXT}\n## Ask us\n",
            "book/README.md": f"# Book\n\n{TEXT}",
            "book/site/_config.yml": "title: Harbour\n",
            "book/site/a.md": f"# A\n\n{TEXT}\n[a](/README.md#ask-us)\n",
        },
    ),
    (
        "ignored-above",
        "docs/guide",
        {
            ".gitignore": "generated/\n/docs/guide/api.md\n*.pdf\n",
            "docs/guide/a.md": f"# A\n\n{TEXT}\n[a](generated/b.md) [b](api.md) [c](api.html) [d](plan.pdf)\n",
        },
    ),
    (
        "asciidoc-ids-of-words",
        "",
        {
            "a.adoc": f"= A\n\n{TEXT}\n. [#ask]*Ask the harbour.*\n. [#b]_Turn_ the wheel.\n\nSee <<ask,above>>, <<b>>, <<c>>.\n\n"
            "|===\na| [#c]\n* One\n|===\n"
        },
    ),
]


@pytest.mark.parametrize(("checked", "files"), [case[1:] for case in SOUND], ids=[case[0] for case in SOUND])
def test_what_a_generator_resolves_is_there(tmp_path: Path, checked: str, files: Files) -> None:
    assert messages(tmp_path, files, checked=checked) == []


BROKEN: list[tuple[str, str, Files, list[str]]] = [
    (
        "middleman",
        "",
        {
            "config.rb": CONFIG_RB,
            "source/a.html.md": f"# A\n\n{TEXT}\n[a](b.html) [b](gone.html) [c](#setup)\n\n## Set up\n",
            "source/b.html.md": f"# B\n\n{TEXT}",
        },
        ["gone.html", "#setup"],
    ),
    ("templates", "", {"index.md": f"# Harbour\n\n{TEXT}\n[a](a.html) [b](b.html)\n", "a.njk": "x\n"}, ["b.html"]),
    (
        "docusaurus",
        "",
        {"docusaurus.config.ts": DOCUSAURUS, "docs/sea/index.md": f"# Sea\n\n{TEXT}\n[a](./sea/gone) [b](gone/index.md)\n"},
        ["./sea/gone", "gone/index.md"],
    ),
    (
        "antora-pages",
        "docs/modules/ROOT/pages",
        {"docs/antora.yml": ANTORA, "docs/modules/ROOT/pages/a.adoc": f"= A\n\n{TEXT}\nxref:gone.adoc[]\n"},
        ["gone.adoc"],
    ),
    (
        "antora-relative",
        "docs/modules/ROOT/pages/sea",
        {"docs/antora.yml": ANTORA, "docs/modules/ROOT/pages/sea/a.adoc": f"= A\n\n{TEXT}\nxref:./gone.adoc[]\n"},
        ["./gone.adoc"],
    ),
    (
        "antora-navigation",
        "docs/modules/ROOT",
        {
            "docs/antora.yml": ANTORA,
            "docs/modules/ROOT/nav.adoc": "* xref:a.adoc[A]\n* xref:gone.adoc[G]\n",
            "docs/modules/ROOT/pages/a.adoc": f"= A\n\n{TEXT}",
        },
        ["gone.adoc"],
    ),
    (
        "ignored-above",
        "docs",
        {".gitignore": "*\n", "docs/a.md": f"# A\n\n{TEXT}\n[b](gone.md)\n"},
        ["gone.md"],
    ),
    (
        "labels-of-sphinx",
        "",
        {
            "conf.py": "extensions = ['myst_parser']\n",
            "a.md": f"# A\n\n{TEXT}\n[a](#loks) [b](sea/lable) [c](b.rst#low-tide)\n\n(locks)=\n## L\n\n(sea/label)=\n## S\n",
            "b.rst": "Harbour\n=======\n\n.. _Low water:\n\nText.\n",
        },
        ["#loks", "sea/lable", "#low-tide"],
    ),
    (
        "from-the-root-with-the-own-folder",
        "docs",
        {
            "docs/.vitepress/config.ts": "export default { title: 'Harbour' }",
            "docs/a.md": f"# A\n\n{TEXT}\n[a](/docs/gone) [b](/guide/b)\n",
            "docs/b.md": f"# B\n\n{TEXT}",
        },
        ["/docs/gone", "/guide/b"],
    ),
    (
        "book",
        "",
        {
            "atlas.json": '{"files": ["ch1.adoc", "ch2.adoc"]}',
            "ch1.adoc": f"= One\n\n{TEXT}\nSee <<tide>>.\n",
            "ch2.adoc": f"[[tides]]\n= Two\n\n{TEXT}",
            "ch3.adoc": f"= Three\n\n{TEXT}\nSee <<tides>>.\n",
        },
        ["#tide", "#tides"],
    ),
    (
        "previews-of-quarto",
        "",
        {
            "_quarto.yml": "project:\n  type: website\nwebsite:\n  title: Harbour\n",
            "a.qmd": f"# A\n\n{TEXT}\n[a](tides-preview.html) [c](b.qmd#wheel)\n",
            "b.qmd": f"# B\n\n{TEXT}",
            "b.yml": "title: B\n",
            "c.json": "{}",
        },
        ["tides-preview.html", "#wheel"],
    ),
    (
        "place-from-the-root",
        "",
        {
            "docs/a.md": f"# A\n\n{TEXT}\n[a](/docs/b.md#ask-us)\n",
            "docs/b.md": f"# B\n\n{TEXT}",
            "site/_config.yml": "title: Harbour\n",
            "site/a.md": f"# A\n\n{TEXT}\n[b](/b.md#asked)\n",
            "site/b.md": f"# B\n\n{TEXT}",
        },
        ["#ask-us", "#asked"],
    ),
    ("ids-without-a-site", "", {"a.md": "# A\n\n[a](#locks)\n", "b.md": f'# B\n\n<a id="locks"></a>{TEXT}'}, ["#locks"]),
    ("asciidoc-ids", "", {"a.adoc": f"= A\n\n{TEXT}\nSee <<ask>> and b.adoc[#ask].\n"}, ["#ask"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("checked", "files", "targets"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_what_no_generator_can_resolve_is_told(tmp_path: Path, checked: str, files: Files, targets: list[str]) -> None:
    told = messages(tmp_path, files, checked=checked)
    assert len(told) == len(targets)
    assert all(any(f"links to {target}," in message for message in told) for target in targets)
