"""References of an AsciiDoc document to its own places: a missing one is told where all ids are certain."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

TEXT = "The weir has three gates, and each of them is opened by hand."


def told(page: str, **others: str) -> list[tuple[str, str, str]]:
    documents = [("weir.adoc", page), *((f"{name}.adoc", text) for name, text in others.items())]
    report = check_documents(documents, config=Config(select=("IDX006", "IDX007")))
    return [(f.code, f.severity.value, f.message) for f in report.findings]


@pytest.mark.parametrize(
    ("place", "reference"),
    [
        ("== Fish & eel pass", "<<_fish_eel_pass>>"),
        ("== Fish-Pass 2.1", "xref:_fish_pass_2_1[the pass]"),
        ("== Pass\n\n== Pass", "<<_pass_2,again>>"),
        ("== Fischtreppe für Aale", "<<_fischtreppe_für_aale>>"),
        ("== Fish pass", "<<fish-pass>>"),
        ("[[pass]]\n== Fish pass", "<<pass>>"),
        ("[#pass.wide]\n== Fish pass", "<<pass>>"),
        ('[id="pass"]\n== Fish pass', "<<#pass>>"),
        ("[quote#pass, Ada]\nText.", "<<pass>>"),
        ("Here is anchor:pass[] it.", "<<pass>>"),
        ("A [#pass]#word# here.", "<<pass>>"),
        ("* [[[pass]]] A book.", "<<pass>>"),
    ],
)
def test_places_that_are_there(place: str, reference: str) -> None:
    assert told(f"= Weir\n\n{TEXT} See {reference}.\n\n{place}\n\n{TEXT}\n") == []


def test_own_prefix_and_separator() -> None:
    head = "= Weir\n:idprefix: id.\n:idseparator: -\n\n"
    assert told(f"{head}See <<id.fish-pass>> and <<none>>.\n\n== Fish pass\n\n{TEXT}\n") == [
        ("IDX007", "warning", "links to #none, but it has no such place")
    ]


@pytest.mark.parametrize("reference", ["<<_fish_pas>>", "xref:_fish_pas[it]", "<<_fish_pas,la passe>>"])
def test_a_missing_place_is_told(reference: str) -> None:
    assert told(f"= Weir\n\n{TEXT} See {reference}.\n\n== Fish pass\n\n{TEXT}\n") == [
        ("IDX007", "warning", "links to #_fish_pas, but it has no such place; did you mean _fish_pass?")
    ]


@pytest.mark.parametrize(
    "page",
    [
        '= Weir\n\nSee <<none>>.\n\n[id="pass-{context}"]\n== Pass\n',
        "= Weir\n\nSee <<none>>.\n\ninclude::{partials}/pass.adoc[]\n",
        "= Weir\n\nSee <<none>>.\n\ninclude::missing.adoc[]\n",
        "= Weir\n\nSee <<none>>.\n\nendpoint::gates[]\n",
        "== Part\n\nSee <<none>>.\n",
        "= Weir\n\n----\ncat <<none>> x\n----\n\n`<<none>>` and a List<<none>> and \\<<none>>.\n",
        "= Weir\n\nSee <<pass>>.\n\ninclude::pass.adoc[]\n",
    ],
)
def test_what_can_not_be_known_is_left_alone(page: str) -> None:
    assert [code for code, *_ in told(page, **{"pass": f"[[pass]]\n== Pass\n\n{TEXT}\n"}) if code == "IDX007"] == []


PAGE = "= Locks\n\n[[gate]]\n== The gates\n\nText.\n\n=== Using `turn`\n\nText.\n\n[#wheel]*Turn it.*\n\n++++\n<a id='old'></a>\n++++\n"


@pytest.mark.parametrize(
    "place",
    [
        "gate",
        "_the_gates",
        "the-gates",
        "_using_turn",
        "using-turn",
        "wheel",
        "old",
    ],
)
def test_a_place_of_another_page_is_there(place: str) -> None:
    files = [("a.adoc", f"= A\n\nSee xref:b.adoc#{place}[it].\n"), ("b.adoc", PAGE)]
    assert [f.code for f in check_documents(files, config=Config(select=("IDX006", "IDX007"))).findings] == []


@pytest.mark.parametrize(
    "page",
    [
        f"{PAGE}\ninclude::more.adoc[]\n",
        f"{PAGE}\ninclude::{{parts}}/more.adoc[]\n",
        f"{PAGE}\n== The {{product}} gates\n",
        f"{PAGE}\n[[{{name}}-tide]]\n== Tide\n",
        f"{PAGE}\nlist::tide[]\n",
    ],
)
def test_a_place_of_a_page_that_is_not_whole_is_not_judged(page: str) -> None:
    files = [("a.adoc", "= A\n\nSee xref:b.adoc#tide[it].\n"), ("b.adoc", page), ("more.adoc", "Text.\n")]
    assert [f.code for f in check_documents(files, config=Config(select=("IDX006", "IDX007"))).findings] == []


@pytest.mark.parametrize(
    "link",
    ["xref:b.adoc#tide[the tide]", "xref:./b.adoc#_the_gate[]", "* xref:b.adoc#gates[G]", "xref:b.adoc#Gates-two[]"],
)
def test_a_place_that_another_page_lacks_is_told(link: str) -> None:
    files = [("a.adoc", f"= A\n\n{link}\n"), ("b.adoc", PAGE)]
    assert [f.code for f in check_documents(files, config=Config(select=("IDX006", "IDX007"))).findings] == ["IDX007"]
