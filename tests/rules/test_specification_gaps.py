"""Open questions, requirements without a measure, specifications without behaviour: told in preview, each once a document."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

SPEC = """# Gauge service

Version 3. This document specifies how the gauge of a quay measures the tide and reports it to the harbour office.

## Measuring

The gauge MUST measure the level every 60 seconds. It MUST reject a level that differs by more than 400 mm from the one
before, and answers with `bad-level`.

## Reporting

The service MUST send each level to `POST /levels` with its time. When the office answers 503, it MUST send the level again
after 30 seconds, at most five times.

"""


def told(code: str, text: str, name: str = "gauge.md") -> list[str]:
    report = check_documents([(name, text)], config=Config(select=(code,)))
    assert not report.failures
    return [f.message for f in report.findings]


@pytest.mark.parametrize(
    "words",
    [
        "## Open questions\n\n- Who sets the clock of a gauge?\n- Does it report at low water?\n",
        "## Offene Fragen\n\n1. Wer stellt die Uhr?\n2. Meldet er bei Ebbe?\n",
        "## Questions ouvertes\n\n- Qui règle l'horloge ?\n- Que dit-elle à marée basse ?\n",
        "## Cuestiones abiertas\n\n- ¿Quién ajusta el reloj?\n- ¿Qué pasa con la bajamar?\n",
        "## 未決事項\n\n- 時計は誰が合わせるのか？\n- 干潮時に報告するか？\n",
        "## Clock\n\nIt is not yet decided who sets the clock.\n\n## Ebb\n\nThe answer at low water is still to be determined.\n",
    ],
)
def test_open_questions(words: str) -> None:
    assert told("GAP004", SPEC + words) == ["leaves 2 questions open"]
    assert told("GAP", SPEC + words) == []


@pytest.mark.parametrize(
    "words",
    [
        "## Open questions\n\nNone.\n",
        "## Open questions\n\n- Who sets the clock? Resolved: the warden.\n",
        "## Offene Fragen\n\nKeine.\n",
        "## Questions and answers\n\n- Who sets the clock? The warden does.\n",
        "## Ebb\n\nThe gate MUST remain open until the level is determined.\n",
        "## Ebb\n\n> It is not yet decided who sets the clock.\n",
    ],
)
def test_nothing_left_open(words: str) -> None:
    assert told("GAP004", SPEC + words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The display must be user-friendly.",
        "The service shall respond quickly to each warden.",
        "Die Anzeige muss benutzerfreundlich sein.",
        "L'affichage doit être intuitif et convivial.",
        "La pantalla debe ser fácil de usar.",
    ],
)
def test_requirements_without_a_measure(words: str) -> None:
    assert told("GAP005", f"{SPEC}## Display\n\n{words}\n") == ["a requirement has no measure"]


@pytest.mark.parametrize(
    "words",
    [
        "The service must respond quickly, within 200 ms.",
        "Wardens find the display user-friendly.",
        "The display should be easy to use.",
        "Clients must be robust and not rely on the order of levels.",
        "The colours must be as simple as possible (see [colours](colours.md)).",
        "```\nThe display must be user-friendly.\n```",
    ],
)
def test_what_can_be_tested_or_is_advice(words: str) -> None:
    assert told("GAP005", f"{SPEC}## Display\n\n{words}\n") == []


VISION = (
    "The harbour is old, and its quays were built before anyone wrote levels down. Masters have asked for years for a better"
    " way to know the tide. The office believes that a modern gauge is the answer to most of their complaints. Wardens like to"
    " talk about the weather and about the old days. Visitors come in summer and take pictures of the water. The harbour"
    " becomes the best known one of the coast. People speak of it with respect. The gauge stands for a new beginning, for"
    " trust and for pride. Masters are busy people with little patience. Everyone is proud of the lamps on the pier."
    " The old gauge was a gift of the town, and nobody remembers who painted it."
)


@pytest.mark.parametrize(
    ("name", "title"),
    [("a.md", "Specification of the gauge"), ("gauge-spec.md", "The gauge"), ("b.md", "Pflichtenheft"), ("c.md", "Gauge service: Specification")],
)  # fmt: skip
def test_a_specification_without_behaviour(name: str, title: str) -> None:
    assert len(told("GAP007", f"# {title}\n\n{VISION}\n", name)) == 1


@pytest.mark.parametrize(
    ("name", "title", "more"),
    [
        ("a.md", "Specification of the gauge", "The gauge must send a level every 60 seconds."),
        ("a.md", "The harbour", ""),
        ("a.md", "Use of Specification", ""),
    ],
)
def test_behaviour_or_no_specification(name: str, title: str, more: str) -> None:
    assert told("GAP007", f"# {title}\n\n{VISION} {more}\n", name) == []
