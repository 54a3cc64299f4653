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
