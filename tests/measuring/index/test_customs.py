"""Each kind of site has customs of its own for links; what follows them is there, and what doesn't is told."""

from pathlib import Path

import pytest

from checkfirst import check
from checkfirst.config import Config
from checkfirst.model.finding import Severity

TEXT = "Each pump of the harbour has a valve, and each valve a wheel that turns it.\n"
Files = dict[str, str]
ZOLA = 'base_url = "https://harbour.example"\ntitle = "Harbour"\n'

#: Name, folder that is checked, files, and the targets of the warnings and errors.
CASES: list[tuple[str, str, Files, set[str]]] = [
    (
        "zola-from-content",
        "",
        {
            "config.toml": ZOLA,
            "content/quays/east.md": f"# East\n\n{TEXT}\n[a](@/quays/west.md) [b](@/pumps/_index.md#wheel-valve) [c](@/gone.md)\n",
            "content/quays/west.md": f"# West\n\n{TEXT}\n[a](@/pumps/_index.md#wheels)\n",
            "content/pumps/_index.md": f"# Pumps\n\n{TEXT}\n## Wheel & valve\n\n{TEXT}",
        },
        {"@/gone.md", "@/pumps/_index.md#wheels"},
    ),
    (
        "zola-above",
        "site/content/quays",
        {
            "site/zola.toml": ZOLA,
            "site/content/quays/east.md": f"# East\n\n{TEXT}\n[a](@/quays/west.md) [b](@/quays/gone.md)\n",
            "site/content/quays/west.md": f"# West\n\n{TEXT}",
        },
        {"@/quays/gone.md"},
    ),
    (
        "transliterated",
        "",
        {
            "tide.md": f"# Прилив\n\n{TEXT}\n[a](#kak-eto-ustroeno) [b](#vyshina-shlyuza) [c](#vysina-sljuza) [d](#obshchie-yavleniya) "
            "[e](#obsie-avlenia) [f](#kak-eto-ustroeno-1) [g](#kak-eto-slomano) [h](#vyshina)\n\n## Как это устроено?\n\n"
            "## Вышина шлюза\n\n## Общие явления\n\n## Как это устроено?\n",
            "quay.md": f"# Пристань\n\n{TEXT}\n[a](tide.md#kak-eto-ustroeno) [b](#yizhak-i-richka) [c](#nabig-hvyl)\n\n"
            "## Їжак і річка\n\n## Набіг хвиль\n",
            "sea.md": f"# Θάλασσα\n\n{TEXT}\n[a](#pos-leitoyrgei) [b](#pws-leitourgei) [c](#pos-leipei)\n\n## Πώς λειτουργεί\n",
        },
        {"#kak-eto-slomano", "#vyshina", "#pos-leipei"},
    ),
    (
        "gitbook",
        "",
        {
            ".gitbook.yaml": "root: ./\n",
            "SUMMARY.md": "# Table of contents\n\n* [Pumps](pumps.md)\n",
            "pumps.md": f"# Pumps\n\n{TEXT}\n[a](#id-2.-open-or-shut) [b](#2.-open-or-shut) [c](#tide-quay) [d](#less-than-valve-greater-than-part) "
            "[e](#usdbar.wheel) [f](#turn-pump.wheel-left-right) [g](#turn-pump-wheel-left-right) [h](#drain) [i](#tide-and-quay)\n\n"
            '## 2. Open or shut?\n\n## Tide/Quay\n\n## `<valve>` part\n\n## $BAR.wheel\n\n## turn pump.wheel(left, right)\n\n'
            '## Empty it - at night <a href="drain" id="drain"></a>\n\n[j](#empty-it-at-night) <a href="leak" id="leaks">Leak</a>\n',
        },
        {"#tide-and-quay", "leak", "#turn-pump.wheel-left-right"},
    ),
    (
        "gitbook-by-its-folder",
        "",
        {
            ".gitbook/assets/a.svg": "<svg/>",
            "README.md": f"# Pumps\n\n{TEXT}\n[a](pumps.md#on-off) [b](pumps.md#on-of)\n",
            "pumps.md": f"# Pumps\n\n{TEXT}\n## On/Off\n",
        },
        {"pumps.md#on-of"},
    ),
    (
        "gitbook-may-be-unknown",
        "",
        {"a.md": f"# Pumps\n\n{TEXT}\n[a](#on-off) [b](#onoff) [c](#off-on) [d](#less-than-bar)\n\n## On/Off\n\n## < bar\n"},
        {"#off-on"},
    ),
    (
        "mintlify",
        "docs",
        {
            "docs/docs.json": '{"$schema": "https://mintlify.com/docs.json", "navigation": {}, '
            '"redirects": [{"source": "/old/crane", "destination": "/pumps"}]}',
            "docs/pumps.mdx": f"# Pumps\n\n{TEXT}\n[a](#valves%2Fopen) [b](#https%3A%2F%2F) [c](old/crane) [d](wheels.md) [e](#valves%2Fshut) "
            "[f](old/bell) [g](gone.md)\n\n## `valves/open`\n\n## https://\n",
            "docs/wheels.mdx": f"# Wheels\n\n{TEXT}",
        },
        {"#valves%2Fshut", "old/bell", "gone.md"},
    ),
    (
        "next-router",
        "",
        {
            "app/docs/pumps/page.mdx": f"# Pumps\n\n{TEXT}\n[a](./wheels) [b](../bell) [c](./wheels#spokes) [d](./wheels#rims) [e](../gone)\n",
            "app/docs/wheels/page.mdx": f"# Wheels\n\n{TEXT}\n## Spokes\n",
            "app/(more)/bell/page.mdx": f"# Bell\n\n{TEXT}",
        },
        {"../gone", "./wheels#rims"},
    ),
    (
        "docfx",
        "",
        {
            "docfx.json": '{"metadata": [{"src": [{"files": ["**.csproj"]}], "dest": "ref/api"}], "build": {"content": []}}',
            "docs/a.md": f"# [Linux](#tab/linux)\n\n{TEXT}\n[a](../api/Harbour.Pump.yml) [b](api/Harbour.yml) [c](../ape/Harbour.yml) [d](#tap/linux)\n\n"
            f"# [Windows](#tab/windows)\n\n{TEXT}",
        },
        {"../ape/Harbour.yml", "#tap/linux"},
    ),
    (
        "exdoc",
        "",
        {
            "mix.exs": 'defmodule Harbour.MixProject do\n  def project, do: [docs: [extras: ["guides/a.md"]]]\nend\n',
            "guides/start/a.md": f"# A\n\n{TEXT}\n[a](b.md) [b](b.html) [c](Harbour.Pump.html#open) [d](Harbour.html) [e](c.md) [f](d-e.html)\n",
            "guides/more/b.md": f"# B\n\n{TEXT}",
        },
        {"c.md", "d-e.html"},
    ),
    (
        "wiki",
        "",
        {
            "Home.md": f"# Home\n\n{TEXT}\n[a](Open-The-Valve) [b](shut-the-valve) [c](Turn-The-Wheel)\n",
            "valves/Open-the-valve.md": f"# Open\n\n{TEXT}\n[a](../wiki/Home) [b](ring-the-bell)\n",
            "valves/.COM-port.md": f"# Port\n\n{TEXT}",
            "valves/images/a.svg": "<svg/>",
            "valves/more/Ropes.md": f"# Ropes\n\n{TEXT}\n[a](.COM-Port) ![b](valves/images/a.svg) ![c](valves/images/b.svg)\n",
            "valves/Shut-the-valve.md": f"# Shut\n\n{TEXT}",
            "valves/_Sidebar.md": "* [Home](Home)\n* [Open](Open-the-Valve)\n* [Bells](ring-all-bells)\n",
        },
        {"Turn-The-Wheel", "ring-the-bell", "ring-all-bells", "valves/images/b.svg"},
    ),
    (
        "no-wiki",
        "",
        {
            "Home.md": f"# Home\n\n{TEXT}\n[a](Open-The-Valve) [b](shut-the-valve)\n",
            "valves/Open-the-valve.md": f"# Open\n\n{TEXT}",
        },
        {"Open-The-Valve", "shut-the-valve"},
    ),
    (
        "rules-for-agents",
        "",
        {
            ".agents/rules/pumps.md": f"# Pumps\n\n{TEXT}\n[a](docs/a.md) [b](docs/b.md) [c](wheels.md)\n",
            ".agents/rules/wheels.md": f"# Wheels\n\n{TEXT}\n[a](pumps/a.md)\n",
            ".github/CONTRIBUTING.md": f"# Help\n\n{TEXT}\n[a](docs/c.md) [b](../docs/a.md)\n",
            "docs/a.md": f"# A\n\n{TEXT}\n[a](docs/a.md)\n",
            "docs/c.md": f"# C\n\n{TEXT}",
        },
        {"docs/a.md", "docs/b.md", "docs/c.md", "pumps/a.md"},
    ),
    (
        "ids-in-brackets",
        "",
        {"a.md": f"# A\n\n{TEXT}\n[a](#pump_wheel) [b](#pump_valve) [c](#turn)\n\n## Turning [pump_wheel]\n\n## [turn]\n\n## X [pump valve]\n"},
        {"#pump_valve"},
    ),
    (
        "hexo",
        "",
        {
            "_config.yml": "title: Harbour\nsource_dir: source\nnew_post_name: :title.md\n",
            "source/a.md": f"# A\n\n{TEXT}\n[a](#after-render-Ventil) [b](#after-render-Pumpe)\n\n## after_render Ventil\n",
        },
        {"#after-render-Pumpe"},
    ),
    (
        "own-slugs",
        "",
        {
            ".vitepress/config.ts": "import { slugify } from './slugs'\nexport default { markdown: { anchor: { slugify } } }",
            "a.md": f"# A\n\n{TEXT}\n[a](#Open--The-Valve) [b](b.md)\n\n## Open: the valve\n",
        },
        {"b.md"},
    ),
    (
        "specifications",
        "",
        {
            "a.md": f"# A\n\n{TEXT}\n[a](#dfn-valve)\n\nThe <dfn>valve</dfn> shuts.\n",
            "b.md": f"# B\n\nShortname: pumps\n\n{TEXT}\n[a](#term-for-valve)\n",
            "c.html": '<html><head><script src="https://tools.example/respec/respec-w3c.js"></script></head>'
            f'<body><h1>Pumps</h1><p>{TEXT}</p><p>See <a href="#sec-valves">valves</a>.</p></body></html>',
            "d.html": '<html><head><meta name="generator" content="ReSpec 34"><script>var respecConfig = {};</script></head>'
            f'<body><h1>Pumps</h1><p>{TEXT}</p><p>See <a href="#sec-wheels">valves</a>.</p></body></html>',
            "e.md": f"# E\n\n{TEXT}\n[a](#bell)\n\nThe <dfn>bell</dfn> rings.\n",
        },
        {"#bell", "#sec-wheels"},
    ),
    (
        "two-pages-of-a-folder",
        "",
        {
            "README.md": f"# Harbour\n\n{TEXT}",
            "index.md": f"# Harbour\n\n{TEXT}\n## Pictures\n",
            "pumps/a.md": f"# A\n\n{TEXT}\n[a](../#pictures) [b](../#bells) [c](../README.md#pictures)\n",
        },
        {"../#bells", "../README.md#pictures"},
    ),
    (
        "parts",
        "",
        {
            "images/pump.svg": "<svg/>",
            "parts/front.md": f"# Front\n\n{TEXT}\n![a](images/pump.svg) ![b](images/gone.svg) [c](#list-of-pictures)\n",
            "text/end.template.md": f"# End\n\n{TEXT}\n![a](images/pump.svg) [c](#list-of-wheels)\n",
            "text/end.md": f"# End\n\n{TEXT}\n![a](images/pump.svg) [c](#list-of-bells)\n",
        },
        {"images/gone.svg", "images/pump.svg", "#list-of-bells"},
    ),
    (
        "pages-for-languages",
        "",
        {
            **{f"valve-{x}.md": f"# Valve\n\n{TEXT}\n[a](./pump.md) [b](wheel.md#rim) [c](bell.md)\n" for x in ("go", "rust")},
            "pump-go-rust.md": f"# Pump\n\n{TEXT}\n[a](valve.md)\n",
            "wheel-rust.md": f"# Wheel\n\n{TEXT}",
            "bell-old.md": f"# Bell\n\n{TEXT}",
        },
        {"bell.md"},
    ),
    (
        "pages-that-were-renamed",
        "",
        {"valve-go.md": f"# Valve\n\n{TEXT}\n[a](pump.md) [b](valve.md)\n", "pump-go.md": f"# Pump\n\n{TEXT}"},
        {"pump.md", "valve.md"},
    ),
    (
        "pictures-of-a-sister-folder",
        "",
        {
            "text/a.md": f"# A\n\n{TEXT}\n![a](images/a.svg) ![b](../images/sea/b.svg) ![d](images/gone.svg)\n",
            "text/b.md": f"# B\n\n{TEXT}\n![c](images/c.svg) ![e](plans/e.svg)\n",
            **{f"assets/images/{x}.svg": "<svg/>" for x in ("a", "sea/b", "c")},
            "drawings/plans/e.svg": "<svg/>",
        },
        {"images/gone.svg", "plans/e.svg"},
    ),
    (
        "sample-paths",
        "",
        {
            "a.md": f"# A\n\n{TEXT}\n![a](path/to/a.svg) ![b](ruta/de/la/imagen.svg) [c](/x/../pfad/zur/datei.md) [d](chemin/vers/page.md)\n"
            "![e](../путь/к/файлу.svg) [f](caminho/para/x.md) [g](percorso/di/x.md) [h](paths/to/x.md) [i](ruta/mapa.md)\n"
        },
        {"paths/to/x.md", "ruta/mapa.md"},
    ),
    (
        "shown-by-templates",
        "",
        {
            "a.md": f"# A\n\n{TEXT}\n{{% set sample %}}\n[a](pump.md)\n{{% endset %}}\n\n{{% raw %}}\n[b](valve.md)\n{{% endraw %}}\n\n"
            "{%- highlight html -%}\n<a href=\"wheel.md\">\n{% endhighlight %}\n\n{% set x = 1 %}\n[c](bell.md)\n\n{% raw %}{{{% endraw %} [d](rope.md)\n"
        },
        {"bell.md", "rope.md"},
    ),
    (
        "addresses-in-latex",
        "",
        {
            "a.tex": "\\documentclass{article}\n\\begin{document}\n\\section{Pumps}\nSee \\url{pumps.example.org}, \\href{harbour.io/x}{x} "
            "and \\href{valve.pdf}{valves}.\n\\end{document}\n"
        },
        {"valve.pdf"},
    ),
    (
        "pages-with-addresses-of-their-own",
        "",
        {
            "_config.yml": "title: Harbour\n",
            "_pages/en/pumps.html": "---\npermalink: /en/pumps/all.html\n---\n<h1>Pumps</h1><p>Each pump has a valve.</p>"
            '<img src="../../assets/a.svg"><img src="../assets/b.svg"><a href="bell.html">x</a><a href="rope.html">y</a>',
            "_pages/en/b.md": f"---\npermalink: en/pumps/bell.html\n---\n# Bell\n\n{TEXT}",
            "assets/a.svg": "<svg/>",
        },
        {"../assets/b.svg", "rope.html"},
    ),
    (
        "ids-in-comments-of-mdx",
        "",
        {
            "a.mdx": f"# A {{/*start*/}}\n\n{TEXT}\n[a](#start) [b](#turn-it) [c](#wie-man-dreht) [d](#a-remark) [e](#shut-it)\n\n"
            "## Wie man dreht {/* turn-it */}\n\n## Zu {/* a remark: shut-it */}\n\nNicht {/*a-remark*/}\n",
        },
        {"#a-remark", "#shut-it"},
    ),
    (
        "long-ids",
        "",
        {
            "a.md": f"# A\n\n{TEXT}\n[a](#{'open-the-valve-' * 20}) [b](#{'shut-the-valve-' * 20})\n\n"
            f'## <a id="user-content-{"open-the-valve-" * 20}"></a>Turning\n',
        },
        {f"#{'shut-the-valve-' * 20}"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("checked", "files", "targets"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_site_resolves_by_its_custom(tmp_path: Path, checked: str, files: Files, targets: set[str]) -> None:
    assert told(tmp_path, files, checked) == targets


def told(folder: Path, files: Files, checked: str = "") -> set[str]:
    """The targets of all warnings and errors about links and entries."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    found = check(folder / checked, config=Config(select=("IDX002", "IDX006", "IDX007"))).findings
    facts = [dict(f.data) for f in found if f.severity is not Severity.NOTE]
    lists = (data.get("targets") or (data.get("target"),) for data in facts)
    return {str(target) for targets in lists if isinstance(targets, tuple) for target in targets}
