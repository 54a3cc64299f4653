"""Links are resolved by the site that a tree belongs to; what no site can make is still reported."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from checkfirst import check
from checkfirst.config import Config
from checkfirst.measuring.index.site import Generator, from_root, site_for
from checkfirst.measuring.index.sites import sites_of
from checkfirst.measuring.index.slugs import Dialect
from checkfirst.sources.interface import SiteFile

SELECTED = Config(select=("IDX001", "IDX002", "IDX003", "IDX006", "IDX007"))
Files = Mapping[str, str | bytes]


def messages(folder: Path, files: Files, *, checked: str = "") -> list[str]:
    """What is reported on the files below ``folder``, or on those in one of its folders."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = check(folder / checked, config=SELECTED).findings
    return [f"{f.code} {f.path}: {f.message}" for f in found if f.code != "IDX001"]


MKDOCS = "site_name: Ferry\nnav:\n  - index.md\n"
BOOK = "project:\n  type: book\nbook:\n  chapters:\n    - index.qmd\n    - hull.qmd\n    - made.qmd\n"
DOCSIFY = "<body><div id=app>Wait.</div><script>window.$docsify = {alias: {'/fr/(.*)': 'x'}}</script></body>"

SOUND: list[tuple[str, Files]] = [
    (
        "mkdocs-attr-list",
        {"mkdocs.yml": MKDOCS, "docs/index.md": "# Quais\n\n[a](#a-quai), [b](#gruen-b)\n\n## À quai\n\n## Grün {: #gruen-b }\n"},
    ),
    ("mkdocs-second", {"mkdocs.yml": MKDOCS, "docs/index.md": "# A\n\n[b](#tide_1)\n\n## Tide\n\n## Tide\n"}),
    (
        "mkdocs-macros",
        {
            "mkdocs.yml": f"{MKDOCS}  - terms.md\n",
            "docs/index.md": "# A\n\n[b](terms.md#ebb)\n",
            "docs/terms.md": "# Terms\n\n{{ glossary('tide') }}\n",
        },
    ),
    (
        "mkdocs-left-out",
        {
            "mkdocs.yml": f"{MKDOCS}not_in_nav: |\n  /log.md\nexclude_docs: |\n  notes/\n",
            "docs/index.md": "# A\n\nText.\n",
            "docs/log.md": "# Log\n\nText.\n",
            "docs/notes/a.md": "# Note\n\nText.\n",
        },
    ),
    (
        "docusaurus-number-and-slug",
        {
            "docusaurus.config.ts": "export default { baseUrl: '/ferry/' }",
            "docs/01-start.md": "# Start\n\n[a](./sailing), [b](/ferry/docs/sailing), [c](@site/docs/02-sailing.md), [d](/tides)\n",
            "docs/02-sailing.md": "# Sailing\n\nText.\n",
            "docs/03-ebb.mdx": "---\nslug: /tides\n---\n\n# Ebb\n",
        },
    ),
    (
        "docusaurus-from-content",
        {
            "docusaurus.config.js": "",
            "docs/a/b.md": "# B\n\n[c](c/d.md#über-uns)\n",
            "docs/c/d.md": "# D\n\n## Über uns\n",
        },
    ),
    (
        "vitepress",
        {
            ".vitepress/config.mts": "export default { base: '/x/' }",
            "public/logo.svg": "<svg/>",
            "index.md": "# Boot\n\n[a](/fluss/hafen), [b](/fluss/hafen#_2-gruß-an-alle), ![l](/logo.svg), [c](/x/fluss/hafen)\n",
            "fluss/hafen.md": "# Hafen\n\n## 2. Gruß an alle!\n",
        },
    ),
    (
        "vitepress-rewrites",
        {".vitepress/config.js": "rewrites: { 'a/(.*)': 'b/(.*)' }", "index.md": "# A\n\n[a](/b/x), [b](./b/x)\n"},
    ),
    (
        "quarto-book",
        {
            "_quarto.yml": BOOK,
            "index.qmd": "# Boat\n\n[a](#sec-hull), [b](#wood), [c](#made)\n",
            "hull.qmd": "# Hull {#sec-hull}\n\n{{< include _wood.qmd >}}\n",
            "_wood.qmd": "## Oak {#wood}\n\nSee [mast](#sec-hull).\n",
        },
    ),
    (
        "bookdown",
        {
            "_bookdown.yml": 'rmd_files: ["index.Rmd", "02-rumpf.Rmd"]\n',
            "index.Rmd": "# Boot\n\n[a](#rumpf)\n",
            "02-rumpf.Rmd": "# Der Rumpf {#rumpf}\n\nText.\n",
        },
    ),
    (
        "mdbook",
        {
            "book.toml": '[book]\nsrc = "text"\n',
            "text/SUMMARY.md": "# Summary\n\n[Avant](avant.md)\n\n- [Quai](quai/index.html)\n\n---\n\n[Merci](merci.md)\n",
            "text/avant.md": "# Avant\n\n[q](quai/index.html#la-marée), [p](print.html)\n",
            "text/merci.md": "# Merci\n\nTexte.\n",
            "text/quai/README.md": "# Quai\n\n## La marée\n",
        },
    ),
    (
        "jekyll",
        {
            "_config.yml": "title: Fähre\nbaseurl: /faehre\n",
            "index.md": "# A\n\n[b](/faehre/abfahrt/), [c]({% link plan.md %}), [d]({{ site.baseurl }}/x), [e](/feed.xml)\n",
            "plan.md": "---\npermalink: /abfahrt/\nredirect_from:\n  - /alt/plan\n---\n\n# Plan\n\n[a](/alt/plan)\n",
        },
    ),
    (
        "hugo",
        {
            "hugo.toml": 'baseURL = "https://x.example"\ntitle = "x"\n',
            "content/_index.md": '# A\n\n[b](fleet/barge), [c]({{< ref "barge" >}}), [d](/fleet/barge/)\n',
            "content/fleet/barge.md": "# Barge\n\n[up](../../), [t](/tags/)\n",
        },
    ),
    (
        "hugo-page-by-any-name",
        {
            "hugo.toml": 'baseURL = "https://x.example"\ntitle = "x"\n',
            "content/fr/a/b.md": "# B\n\n[c](../quai/index.md), [d](../quai/_index.md), [e](mole.md), [f](mole), [g](quai.md)\n",
            "content/fr/quai.md": "# Quai\n\n[up](a/b/index.md), [m](a/mole.md)\n",
            "content/fr/a/mole/index.md": "# Mole\n\n[b](b.md), [q](/quai/index.md)\n",
        },
    ),
    (
        "hugo-former-address",
        {
            "hugo.toml": 'baseURL = "https://x.example"\ntitle = "x"\n',
            "content/a.md": "# A\n\n[b](alt/quai/), [c](/alt/pier)\n",
            "content/quai.md": "---\naliases: [/alt/quai/, /alt/pier]\n---\n\n# Quai\n",
        },
    ),
    (
        "hugo-template-of-its-own",
        {
            "hugo.toml": 'baseURL = "https://x.example"\ntitle = "x"\n',
            "content/flotte/_index.md": "---\ntype: flotte\n---\n\n# Flotte\n",
            "content/a.md": "# A\n\n[b](/flotte/#barkasse)\n",
        },
    ),
    (
        "hugo-made-by-a-build",
        {
            "hugo.toml": 'baseURL = "https://x.example"\ntitle = "x"\n',
            "content/a/api/.gitignore": "v*.md\nfahrplan.md\n",
            "content/a/b.md": "# B\n\n[c](api/v2#x), [d](../a/api/v3.md), [e](api/fahrplan/)\n",
            "content/c/d/index.md": "# D\n\n[c](a/api/fahrplan/#y)\n",
        },
    ),
    (
        "docsify",
        {
            "index.html": DOCSIFY,
            "_sidebar.md": "- [Quai](/quai/nord)\n- [Bac](quai/bac.md)\n- [FR](/fr/)\n",
            "quai/nord.md": "# Nord\n\n[b](quai/bac.md?id=horaires), [c](bac.md)\n",
            "quai/bac.md": "# Bac\n\nTexte.\n",
        },
    ),
    (
        "antora",
        {
            "antora.yml": "name: ferry\nnav:\n- modules/ROOT/nav.adoc\n",
            "modules/ROOT/nav.adoc": "* xref:start.adoc[Start]\n",
            "modules/ROOT/pages/start.adoc": "= Start\n\nxref:tief/quai.adoc[Quai], xref:mooring[here], link:++https://x.example/a__b++[x]\n\n[[mooring]]\n== Mooring\n",
            "modules/ROOT/pages/tief/quai.adoc": "= Quai\n\nxref:start.adoc[Start], xref:other:page.adoc[x]\n",
        },
    ),
    (
        "antora-former-names",
        {
            "antora.yml": "name: ferry\nnav:\n- modules/ROOT/nav.adoc\n",
            "modules/ROOT/pages/start.adoc": "= Start\n\nxref:abfahrt.adoc[a], xref:alt/plan.adoc[b]\n",
            "modules/ROOT/pages/zeiten.adoc": "= Zeiten\n:page-aliases: abfahrt.adoc, \\\n  alt/plan.adoc, flotte:boote.adoc\n\nText.\n",
            "modules/flotte/pages/schiffe.adoc": "= Schiffe\n\nxref:boote.adoc[c]\n",
        },
    ),
    (
        "sphinx",
        {
            "conf.py": "html_extra_path = ['../tool/rechner.html']\nhtml_additional_pages = {'preise': 'p.html'}\n",
            "index.rst": "Fähre\n=====\n\n.. toctree::\n\n   plan\n\n:doc:`/plan`, `r <rechner.html>`_, `p <preise.html>`_, `g <genindex.html>`_\n",
            "plan.rst": "Plan\n====\n\n.. include:: teil.rst\n\nExample::\n\n   .. image:: none.png\n\n   `x <none.html>`_\n",
            "teil.rst": "Text.\n",
            "mail.rst": ":orphan:\n\nMail\n====\n\nText.\n",
        },
    ),
    (
        "sphinx-copied-folder",
        {
            "text/conf.py": "html_extra_path = [\n    '../zugabe',\n]\n",
            "text/a/b.rst": "B\n=\n\n`s <tarif.json>`_, `t </a/tarif.json>`_\n",
            "zugabe/a/tarif.json": "{}",
        },
    ),
    (
        "sphinx-copied-folder-unknown",
        {"conf.py": "html_extra_path = ['../zugabe']\n", "a.rst": "A\n=\n\n`s <tarif.json>`_\n"},
    ),
    (
        "mkdocs-redirects",
        {
            "mkdocs.yml": f"plugins:\n  - redirects:\n      redirect_maps:\n        'alt/quai.md': index.md\n        pier.md: index.md\n{MKDOCS}",
            "docs/index.md": "# A\n\n[b](alt/quai.md), [c](pier/), [d](pier.md#x)\n",
        },
    ),
    (
        "docusaurus-redirects",
        {
            "docusaurus.config.js": "plugins: [['@docusaurus/plugin-client-redirects', {redirects: [{from: ['/docs/alt', '/docs/pier'], to: '/docs/a'}]}]]",
            "docs/a.md": "# A\n\n[b](./alt), [c](pier)\n",
        },
    ),
    (
        "obsidian",
        {
            ".obsidian/app.json": "{}",
            "Notes/a.md": "# A\n\n![p](plan.png), [b](b.md#The%20long%20tide), [c](Deep/b)\n",
            "Pictures/plan.png": b"\x89PNG",
            "Notes/Deep/b.md": "# B\n\n## The long tide\n",
        },
    ),
    (
        "myst-labels",
        {
            "conf.py": "",
            "index.md": "# Fähre\n\n```{toctree}\nb\n```\n\n[x](fahrplan-winter), [y](b.md#fahrplan-winter)[^1], [z](#fn:1)\n\n[^1]: Ab Mai.\n",
            "b.md": "# B\n\n(fahrplan-winter)=\n## Winter\n\nText.\n",
        },
    ),
    (
        "eleventy-input",
        {"eleventy.config.mjs": "return { dir: { input: 'src' } }", "src/a/b.md": "# B\n\n[c](/a/c.md), [d](a/c.md)\n", "src/a/c.md": "# C\n\nText.\n"},
    ),
    (
        "linked-folder",
        {"a.md": "# A\n\n[b](.github/CONTRIBUTING.md), [c](.claude/), [d](www/x.md)\n", ".github/CONTRIBUTING.md": "# C\n", ".claude/x.md": "# X\n", "www/x.md": "# X\n\nText.\n"},
    ),
    (
        "made-by-a-build",
        {".gitignore": "/api/\n*.pdf\n", "a.md": "# A\n\n[b](api/index.md), [c](handbuch.pdf), [d](generated/list.md)\n"},
    ),
    (
        "part-of-a-larger-tree",
        {"a.md": "# A\n\n[b](regeln/b.md), [c](regeln/c.pdf), [d](regeln/d.md)\n", "b.md": "# B\n\nText.\n", "c.pdf": "%PDF-1.4\n", "d.md": "# D\n\nText.\n"},
    ),
    (
        "beside-copies",
        {"vorlagen/protokoll.md": "# Protokoll\n\nSiehe [Liste](./teilnehmer.md).\n", "a.md": "# A\n\nText.\n"},
    ),
    ("eleventy", {"eleventy.config.js": "", "a.md": "# A\n\n[b](/boats/), [c]({{ boat.url }})\n"}),
    (
        "vuepress-redirect-plugin",
        {
            "docs/.vuepress/config.ts": "import x from 'y'\nexport default {\n  plugins: [redirectPlugin({\n    config: {\n      '/alt/mole.html': '/hafen/mole.html',\n      \"/kai/\": '/hafen/',\n    },\n  })],\n}",
            "docs/README.md": "# A\n\n[b](alt/mole.md), [c](./kai/), [d](/alt/mole.html)\n",
        },
    ),
    (
        "vitepress-redirects-beside",
        {
            ".vitepress/config.mts": "import { redirects } from './redirects'\nexport default { base: '/f/' }",
            ".vitepress/redirects.ts": "export const redirects = [\n  { from: '/vieux/quai', to: '/quai' },\n  { from: ['/a', '/b/index.html'], to: '/quai' },\n]",
            "quai.md": "# Quai\n\n[x](/vieux/quai), [y](vieux/quai.html), [z](./a), [w](b/)\n",
        },
    ),
    (
        "vuepress-theme",
        {
            ".vuepress/config.ts": "import theme from './theme.js'\nexport default { theme }",
            ".vuepress/theme.ts": "export default hopeTheme({ plugins: { redirect: { config: { '/wehr.html': '/tide.html' } } } })",
            "tide.md": "# Tide\n\n[x](wehr.md)\n",
        },
    ),
    (
        "vuepress-file-of-redirects",
        {
            ".vuepress/config.js": "module.exports = {}",
            ".vuepress/redirects": "/old/tide.html /tide.html\n/ebb/ -> /tide.html\n",
            "tide.md": "# Tide\n\n[x](old/tide.md) and [y](ebb/)\n",
        },
    ),
    ("html-attribute", {"a.md": '# A\n\n<img :src="boat.url" alt="x">\n'}),
]  # fmt: skip


@pytest.mark.parametrize("files", [files for _, files in SOUND], ids=[name for name, _ in SOUND])
def test_what_a_generator_makes_is_not_missing(tmp_path: Path, files: Files) -> None:
    assert messages(tmp_path, files) == []


BROKEN: list[tuple[str, Files, str]] = [
    (
        "mkdocs",
        {"mkdocs.yml": MKDOCS, "docs/index.md": "# A\n\n[b](#tide--flow)\n\n## Tide & flow\n"},
        "IDX007 docs/index.md: links to #tide--flow, but it has no such place; did you mean tide-flow?",
    ),
    (
        "mkdocs-nav",
        {"mkdocs.yml": f"{MKDOCS}not_in_nav: |\n  a.md\n", "docs/index.md": "# A\n\nText.\n", "docs/b.md": "# B\n\nText.\n"},
        "IDX003 docs/b.md: no index lists it",
    ),
    (
        "docusaurus",
        {"docusaurus.config.js": "", "docs/01-a.md": "# A\n\n[b](./c)\n", "docs/02-b.md": "# B\n\nText.\n"},
        "IDX006 docs/01-a.md: links to ./c, which is not there",
    ),
    (
        "vitepress",
        {".vitepress/config.js": "export default {}", "a.md": "# A\n\n[b](/nord/quai)\n"},
        "IDX006 a.md: links to /nord/quai, which is not there",
    ),
    (
        "quarto",
        {"_quarto.yml": BOOK, "index.qmd": "# A\n\n[b](#sec-mast)\n", "hull.qmd": "# Hull {#sec-hull}\n\nText.\n"},
        "IDX007 index.qmd: links to #sec-mast, but it has no such place",
    ),
    (
        "mdbook",
        {"book.toml": "", "src/SUMMARY.md": "# S\n\n[A](a.md)\n\n- [B](b/index.html)\n", "src/a.md": "# A\n\nText.\n"},
        "IDX002 src/SUMMARY.md: lists b/index.html, which is not there",
    ),
    (
        "docsify",
        {"index.html": DOCSIFY, "_sidebar.md": "- [A](/a)\n- [Bac](/bac)\n", "a.md": "# A\n\nTexte.\n"},
        "IDX002 _sidebar.md: lists /bac, which is not there",
    ),
    (
        "sphinx",
        {"conf.py": "html_extra_path = ['../x/y.html']\n", "a.rst": "A\n=\n\n`r <rechner.html>`_\n"},
        "IDX006 a.rst: links to rechner.html, which is not there",
    ),
    (
        "sphinx-copied-folder",
        {
            "text/conf.py": "html_extra_path = ['../zugabe']\n",
            "text/a/b.rst": "B\n=\n\n`s <preise.json>`_\n",
            "zugabe/tarif.json": "{}",
        },
        "IDX006 text/a/b.rst: links to preise.json, which is not there",
    ),
    (
        "mkdocs-redirects",
        {
            "mkdocs.yml": f"plugins:\n  - redirects:\n      redirect_maps:\n        pier.md: index.md\n{MKDOCS}",
            "docs/index.md": "# A\n\n[b](mole.md)\n",
        },
        "IDX006 docs/index.md: links to mole.md, which is not there",
    ),
    (
        "hugo-former-address",
        {
            "hugo.toml": 'baseURL = "https://x.example"\ntitle = "x"\n',
            "content/a.md": "# A\n\n[b](alt/mole/)\n",
            "content/quai.md": "---\naliases: [/alt/quai/]\n---\n\n# Quai\n",
        },
        "IDX006 content/a.md: links to alt/mole/, which is not there",
    ),
    (
        "jekyll-index-of-the-folder",
        {"_config.yml": "title: x\n", "alt/a.md": "# A\n\n[b](./index#stand)\n", "index.md": "# I\n\n## Stand\n"},
        "IDX006 alt/a.md: links to ./index#stand, which is not there; did you mean ../index.md?",
    ),
    (
        "own-page-by-its-name",
        {"alt/a.md": "# A\n\n[b](./a.md#stand), [c](#lage)\n\n## Lage\n"},
        "IDX007 alt/a.md: links to ./a.md#stand, but it has no such place",
    ),
    (
        "hugo-place-in-the-page-of-a-folder",
        {
            "hugo.toml": 'baseURL = "https://x.example"\ntitle = "x"\n',
            "content/flotte/_index.md": "---\ntype: docs\n---\n\n# Flotte\n",
            "content/a.md": "# A\n\n[b](/flotte/#barkasse)\n",
        },
        "IDX007 content/a.md: links to #barkasse, but content/flotte/_index.md has no such place",
    ),
    (
        "hugo-page-by-any-name",
        {
            "hugo.toml": 'baseURL = "https://x.example"\ntitle = "x"\n',
            "content/a/b.md": "# B\n\n[c](../quai/index.md)\n",
            "content/a/quai/data.md": "# Q\n\nText.\n",
        },
        "IDX006 content/a/b.md: links to ../quai/index.md, which is not there",
    ),
    (
        "made-by-a-build",
        {"api/.gitignore": "v*.md\n", "a.md": "# A\n\n[b](api/x.md), [c](api/v1)\n"},
        "IDX006 a.md: links to api/x.md, which is not there",
    ),
    (
        "antora",
        {"antora.yml": "name: x\n", "modules/ROOT/pages/a.adoc": "= A\n\nxref:mole.adoc[Mole]\n"},
        "IDX006 modules/ROOT/pages/a.adoc: links to mole.adoc, which is not there",
    ),
    (
        "antora-former-name-of-another-module",
        {
            "antora.yml": "name: x\n",
            "modules/a/pages/a.adoc": "= A\n\nxref:mole.adoc[Mole]\n",
            "modules/b/pages/b.adoc": "= B\n:page-aliases: mole.adoc, other:a:mole.adoc\n\nText.\n",
        },
        "IDX006 modules/a/pages/a.adoc: links to mole.adoc, which is not there",
    ),
    (
        "dot-folder",
        {"a.md": "# A\n\n[b](.github/leak.md)\n", ".github/CONTRIBUTING.md": "# C\n"},
        "IDX006 a.md: links to .github/leak.md, which is not there",
    ),
    (
        "template",
        {"vorlagen/protokoll.md": "# Protokoll\n\nSiehe [Liste](../regeln.md).\n", "a.md": "# A\n\nText.\n"},
        "IDX006 vorlagen/protokoll.md: links to ../regeln.md, which is not there",
    ),
    (
        "vuepress",
        {
            ".vuepress/config.js": "module.exports = { redirects: { '/old/': '/a.html' }, sidebar: { '/none/': ['/new'] } }",
            "a.md": "# A\n\n[x](old/), [y](none/), [z](/none/)\n",
        },
        "IDX006 a.md: links to none/, which is not there",
    ),
    (
        "obsidian",
        {".obsidian/app.json": "{}", "a.md": "# A\n\n![p](plan.png)\n"},
        "IDX006 a.md: shows plan.png, which is not there",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("files", "message"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_what_no_generator_makes_is_missing(tmp_path: Path, files: Files, message: str) -> None:
    assert messages(tmp_path, files) == [message]


def test_a_path_from_the_root_counts_once_another_one_leads_there(tmp_path: Path) -> None:
    page = "# A\n\n[b](/guide/b.md), [c](/guide/c.md), [d](/guide/d/), [e](/other/e.md)\n"
    assert messages(tmp_path / "1", {"a.md": page, "guide/b.md": "# B\n\nText.\n"}) == [
        "IDX006 a.md: links to /guide/c.md, which is not there"
    ]
    assert messages(tmp_path / "2", {"a.md": page.replace("/b.md", "/b"), "guide/x.md": "# B\n\nText.\n"}) == []


def test_where_links_follow_one_program_the_names_of_others_are_missing(tmp_path: Path) -> None:
    headings = "".join(f"## Locks & keys {n}\n\nText.\n\n" for n in range(20))
    links = "".join(f"- [{n}](#locks--keys-{n})\n" for n in range(20))
    other = "# B\n\n[x](#lock-key-1)\n\n## Lock & key 1\n\nText.\n"
    assert messages(tmp_path / "1", {"b.md": other}) == []
    assert messages(tmp_path / "2", {"a.md": f"# A\n\n{links}\n{headings}", "b.md": other}) == [
        "IDX007 b.md: links to #lock-key-1, but it has no such place; did you mean lock--key-1?"
    ]


def test_a_configuration_above_the_set_counts(tmp_path: Path) -> None:
    files = {
        ".git/HEAD": "",
        "handbook/mkdocs.yml": "docs_dir: text\n",
        "handbook/text/guide/a.md": "# À\n\n[b](#l-ete), [c](/guide/b), [d](../guide/b.md)\n\n## L’été\n",
        "handbook/text/guide/b.md": "# B\n\n[gone](#no-such-place)\n",
    }
    found = messages(
        tmp_path,
        {**files, "handbook/text/guide/a.md": files["handbook/text/guide/a.md"].replace("l-ete", "lete")},
        checked="handbook/text/guide",
    )
    assert found == ["IDX007 b.md: links to #no-such-place, but it has no such place"]


def test_links_through_a_linked_folder_lead_to_its_files(tmp_path: Path) -> None:
    (tmp_path / "bac").mkdir()
    (tmp_path / "bac" / "commun").symlink_to("../partage")
    page = "# A\n\n[b](bac/commun/b.md#nuit), [c](bac/commun/c.md)\n"
    found = messages(tmp_path, {"a.md": page, "partage/b.md": "# B\n\n## Nuit\n"})
    assert found == ["IDX006 a.md: links to bac/commun/c.md, which is not there"]


def test_a_document_that_links_to_the_others_is_their_index(tmp_path: Path) -> None:
    parts = {f"{n}.md": f"# Teil {n}\n\nText.\n" for n in range(1, 4)}
    for name, content in {**parts, "0.md": "# Teile\n\n[1](1.md) [2](2.md) [3](3.md)\n"}.items():
        (tmp_path / name).write_text(content)
    assert [f.code for f in check(tmp_path, config=SELECTED).findings] == []
    (tmp_path / "0.md").write_text("# Teile\n\n[1](1.md)\n")
    assert [f.code for f in check(tmp_path, config=SELECTED).findings] == ["IDX001"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (("README.de.md", "a.md", "b.md"), "no index: 3 documents, and README.de.md does not list them"),
        (("a.md", "b.md", "alt/README.md"), "no index: 3 documents, and no file that says what they are"),
        (("a.md",), "no index: one document, and no file that says what it is"),
        (("README.rst",), None),
    ],
)
def test_a_readme_may_say_what_the_documents_are(tmp_path: Path, files: tuple[str, ...], message: str | None) -> None:
    for n, name in enumerate(files):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Protokolle {n}\n============\n\nVon allen Sitzungen des Vereins.\n")
    found = check(tmp_path, config=SELECTED).findings
    assert [f.message for f in found if f.code == "IDX001"] == ([message] if message else [])


def test_nothing_far_above_the_set_counts() -> None:
    sites = sites_of([SiteFile(path="../mkdocs.yml", text="docs_dir: other\n")], "repository/docs")
    assert site_for("page.md", sites).generator is Generator.UNKNOWN
    assert from_root("../docs/a.md", "repository/docs") == "a.md"
    assert from_root("../a.md", "repository/docs") == "../a.md"


def test_the_innermost_site_decides() -> None:
    files = [SiteFile(path="conf.py", text=""), SiteFile(path="web/mkdocs.yml", text="")]
    sites = sites_of(files)
    assert site_for("web/docs/a.md", sites).dialects == (Dialect.MKDOCS,)
    assert site_for("a.rst", sites).generator is Generator.SPHINX


@pytest.mark.parametrize("text", ["", "nav:", "a: [" * 10_000, "\x00", "nav:\n" + "  - x\n" * 10_000, "'" * 50_000])
@pytest.mark.parametrize("name", ["mkdocs.yml", "conf.py", "_quarto.yml", "book.toml", "index.html", ".vitepress"])
def test_no_configuration_is_too_odd(name: str, text: str) -> None:
    assert len(sites_of([SiteFile(path=name, text=text)])) <= 1


def test_a_long_chain_of_included_files_is_followed_to_its_end(tmp_path: Path) -> None:
    count = 1_200
    files = {f"p{n}.md": f"# Part {n}\n\n{{{{#include p{n + 1}.md}}}}\n" for n in range(count)}
    files[f"p{count}.md"] = "# Keel\n\n{{#include p0.md}}\n"
    files["index.md"] = "# Boat\n\n[a](p0.md#keel), [b](p0.md#mast)\n"
    assert messages(tmp_path, files) == ["IDX007 index.md: links to #mast, but p0.md has no such place"]


def test_configuration_is_found_among_many_pages(tmp_path: Path) -> None:
    pages = {f"shown/{n:03}/index.html": "<h1>Page</h1><p>Of the harbour.</p>" for n in range(230)}
    files = {**pages, "mkdocs.yml": MKDOCS, "docs/index.md": "# Kai\n\n[a](#uber-see)\n\n## Über See\n"}
    assert messages(tmp_path, files) == []


def test_git_ignores_the_page_of_a_source_and_not_the_source(tmp_path: Path) -> None:
    files = {".gitignore": "*.html\n", "a.md": "# A\n\n[b](rules/KEEL-63), [c](mooring)\n"}
    assert len(messages(tmp_path, files)) == 2


def test_docusaurus_makes_addresses_from_ids(tmp_path: Path) -> None:
    files = {
        "docusaurus.config.js": "module.exports = { baseUrl: '/' }",
        "docs/hull.md": "---\nid: hull-of-the-boat\n---\n\n# Hull\n\n## Keel { /*#the-keel*/ }\n\nText.\n",
        "docs/mast.md": "---\nid: mast\n---\n\n# Mast\n\n[a](hull-of-the-boat), [b](hull.md#the-keel), [c](hull-of-a-ship)\n",
    }
    assert [message.partition(" links to ")[2].partition(",")[0] for message in messages(tmp_path, files)] == [
        "hull-of-a-ship"
    ]
