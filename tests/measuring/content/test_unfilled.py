"""Blanks of forms, in the conventions that people use; and the same signs where they are no blanks."""

import pytest

from checkfirst.measuring.content.blanks import is_unfilled
from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.content import Unfilled
from checkfirst.reading.read import read


def unfilled(name: str, text: str) -> Unfilled:
    return measure(read(name, text.encode()), load_weights()).unfilled


@pytest.mark.parametrize(
    "line",
    [
        "- **Owner**: [name of the team]",
        "Status: <draft or final>",
        "* {first option}",
        '> Chosen: "{option 2}", since {what speaks for it}',
        "| Reviewer | <full name> |",
        "Datum: ____________",
        "Unterschrift ....................",
        "TBD",
        "_Describe the interfaces to other systems._",
        "👉 *Explain how the service is restarted.*",
        "Prepared for {{client name}}",
        "[SERVICE_NAME]",
    ],
)
def test_blanks_and_marked_instructions(line: str) -> None:
    assert is_unfilled(line)


@pytest.mark.parametrize(
    "line",
    [
        "- [[how the tide is predicted]]",
        "When [event] happens, the [system] shall answer within [time] seconds.",
        "tide forecast [station] [days]",
        "tide forecast <station> prints the heights of a day for that station.",
        "`tide --since YYYY-MM-DD`",
        "The file is named report-YYYY-MM-DD.csv and holds a row for each day.",
        "{% for gate in gates %}",
        "The release is {{ version }}, of {{ date }}.",
        "GET /gates/{id}/state",
        "See [the manual](manual.md) and [the list][gates].",
        "<b>Heights</b> are in metres.",
        "Posted Mar 12, 2025 by tiller (subscriber, #11204) [Link]",
        "- [x] measured",
        ":MUST: pass:[<b>MUST</b>]",
        "GATE_<NAME>_HEIGHT holds the height of the gate with that name.",
    ],
)
def test_what_only_looks_like_a_blank(line: str) -> None:
    assert not is_unfilled(line)


def test_sections_that_hold_blanks_alone_are_empty() -> None:
    text = (
        "# Plan of [project]\n\n## Purpose\n\n_Describe what it is for._\n\n## Parts\n\n### Inlet\n\n<who builds it>\n\n"
        "## Limits\n\nAt most two gates are open at once.\n"
    )
    found = unfilled("plan.md", text)
    assert (found.empty_sections, found.sections) == (2, 3)
    assert found.lines == 2


def test_code_holds_no_blanks() -> None:
    text = "# Calls\n\nA call names its gate.\n\n```\ncall [gate]\ncall <gate>\n{the gate that is called}\n```\n"
    assert unfilled("calls.md", text).lines == 0


TEMPLATES = {
    "protokoll.md": "# Protokoll der Sitzung vom [Datum]\n\nLeitung: [Name]\nAnwesend: [Namen]\n\n## Beschlüsse\n\n"
    "- [Beschluss]\n- [Beschluss]\n\n## Nächste Sitzung\n\n[Ort und Zeit]\n",
    "postmortem.rst": "Outage of <service>\n===================\n\n:Author: <who writes this>\n:Date: <day of the outage>\n\n"
    "Impact\n------\n\n<Who could not do what, and for how long?>\n\nTimeline\n--------\n\n<When did what happen?>\n\n"
    "Causes\n------\n\n<What led to it?>\n",
    "decision.txt": "Decision record\n\nTitle: {short title}\nStatus: {proposed | accepted}\n\nWhy: {what makes it needed}\n"
    "Chosen: {the option that was taken}\nRejected: {the options that were not}\n",
}
CONTROLS = {
    "grammar.md": "# How requirements are written\n\nWrite each in one of three forms.\n\n- When [trigger], the [part] shall"
    " [do something], and nothing else.\n- While [state], the [part] shall [do something] until it ends.\n- The [part] shall"
    " [do something] at all times.\n\nThe words in brackets are replaced by those of the system, as the examples show.\n",
    "befehle.md": "# Befehle\n\n- `tor auf [Nummer]` öffnet ein Tor.\n- `tor zu [Nummer]` schließt es.\n- Mit `tor liste [Art]`"
    " werden alle gezeigt.\n\nOhne [Nummer] gilt der Befehl für alle Tore der Schleuse.\n",
    "notes.md": "# Links\n\n- [[how gates are named]]\n- [[why the inlet silts up]]\n- [[what a tide table holds]]\n\nRead"
    " them in this order.\n",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_in_other_words_and_formats(name: str) -> None:
    found = unfilled(name, TEMPLATES[name])
    assert found.lines >= 3
    assert max(found.share, found.empty_sections / max(1, found.sections)) >= 0.4


@pytest.mark.parametrize("name", CONTROLS)
def test_documents_that_speak_of_blanks(name: str) -> None:
    assert unfilled(name, CONTROLS[name]).lines < 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "pump.adoc",
            "= Pump\n\n[tabs]\n====\nYAML::\n+\n--\n[source,yaml]\n----\nlevel: 3\n----\n--\n====\n\n[cols=2]\n|===\n|a |b\n|===\n\n"
            "[source,shell]\n----\npump start\n----\n\n<<levels>>\n\n<<levels,The levels of a pump>>\n",
        ),
        ("pompa.rst", "Pompa\n=====\n\n``<PumpRequest>``\n\n``<PumpAnswer>``\n\n``<PumpStatus>``\n\n``<PumpLevel>``\n"),
        ("pumpe.md", "# Pumpe\n\n``<Anfrage>``\n\n``<Antwort der Pumpe>``\n\n``[Pegel in cm]``\n\n``<Stand>``\n"),
    ],
)
def test_markup_in_angles_and_brackets_is_no_blank(name: str, text: str) -> None:
    assert unfilled(name, text).lines == 0


def test_blanks_in_asciidoc_are_still_blanks() -> None:
    text = "= Pump\n\nOwner: <name of the owner>\n\nLevel: <level of the water>\n\n[Describe the pump]\n\nState: <draft or final>\n"
    assert unfilled("pump.adoc", text).lines >= 3


def test_an_underlined_heading_is_one_section() -> None:
    parts = "".join(
        f"Version {n}.0\n===========\n\nThe gate {n} opens at low water. It had a bell.\n\n" for n in range(1, 9)
    )
    found = unfilled("changes.rst", f"{parts}<name of the gate>\n\n<name of the bell>\n\n<name of the yard>\n")
    assert (found.sections, found.empty_sections) == (8, 0)
