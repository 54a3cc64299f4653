"""Short specifications, in several languages and forms, are something to build from; texts that persons speak are not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from tests.texts import OPINION, SPECIFICATION

CONFIG = Config(select=("IDX009", "KND002"))

PERMITS = """# Parking permits

Issued by the street office. Residents and traders are covered.

A permit is valid for twelve months. A household has at most two permits. The second one costs 80 euros a year, the first 30.

A change of car is entered at the counter or by post. The old permit is void from the day of the change. No more than one
change is made in a month.

A permit that is used in another zone is withdrawn after the third report.
"""
SMOKER = """# Räucherschrank

Version 2 vom März.

## Ablauf

Die Steuerung hält die Temperatur auf 62 °C. Sie darf die Klappe erst öffnen, wenn der Fühler 5 Minuten lang unter 65 °C
liegt.

## Störung

Fällt der Fühler aus, muss der Heizstab innerhalb von 2 Sekunden abschalten. Die Anzeige zeigt `E4`.

| Stufe | Dauer | Rauch |
|---|---|---|
| Trocknen | 40 | aus |
| Räuchern | 180 | an |
"""
TIDES = """# Servicio de mareas

El servicio entrega la altura del agua en un puerto.

## Consulta

`GET /mareas/{puerto}` devuelve una lista. Cada elemento tiene `hora` y `altura`. La hora debe estar en UTC.

## Límites

Un cliente puede hacer como máximo 30 consultas por minuto. La consulta 31 recibe el estado 429.
"""
BOARD = """# Dice and docks

A set for three to five players.

Each player starts with 12 coins and 3 boats. A boat carries at most 4 crates. A crate is sold for the price on the board,
which falls by 1 coin after each sale.

| crate | price | most in the harbour |
|---|---|---|
| salt | 3 | 8 |
| cloth | 5 | 6 |

A player without coins must sell a boat for 6 coins. The round ends when the harbour has no crate left.
"""
SPEECH = """# A word before the vote

My friends, you have waited for this evening as long as I have. We must not let the old ferry go. I remember how my father
took me across when I was six, and how he said that the river belongs to nobody. "You must never be in a hurry here," he told
me. I have not forgotten it.

Some of you will ask what it costs. It costs 40 euros a year for each of us. Is that too much? I think that we should be
ashamed to ask. Our neighbours have paid twice as much for a bridge that nobody uses, and they should know better by now.

So come on Thursday, bring your children, and tell them why you came. We shall win this, and I shall buy the first ticket.
"""
BRIEF = """# Liebe Nachbarn

Ich muss euch etwas erzählen. Gestern stand ich am Zaun und sah, wie mein Apfelbaum kippte. Ich dachte: Das darf nicht wahr
sein! Meine Frau rief mich ins Haus, und wir haben lange gelacht. Ihr müsst wissen, dass dieser Baum älter ist als ich.

Was sollen wir nun tun? Ich will ihn nicht fällen. Mein Bruder sagt, dass er ihn mit zwei Seilen halten kann. Ich glaube ihm
nicht, aber ich lasse ihn machen. Kommt doch am Samstag vorbei und seht es euch an, wir grillen danach.
"""


def codes(text: str) -> set[str]:
    return {finding.code for finding in check_documents({"text.md": text}.items(), config=CONFIG).findings}


@pytest.mark.parametrize("text", [PERMITS, SMOKER, TIDES, BOARD], ids=["rules", "German", "Spanish", "game"])
def test_a_short_specification_is_something_to_build_from(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize("text", [SPEECH, OPINION], ids=["speech", "opinion"])
def test_obligations_that_persons_speak_of_are_none(text: str) -> None:
    assert codes(text) & {"IDX009", "KND002"}


def test_a_letter_in_a_language_from_which_nothing_was_learned_cannot_be_judged() -> None:
    assert "IDX009" not in codes(BRIEF)


HELP = """# The lamp of the pump

Most trouble with the lamp is trouble with its plug, so look there first. Take it off and blow into it. You will laugh, but it
works.

## Why does it blink twice?

Because the tank is empty, mostly. Fill it, wait, and push the button. If it goes on blinking, the float hangs; shake the tank
a bit.

## Can you use another lamp?

Sure, any lamp that fits. People have used the one of a bicycle. Don't use a big one, though, or the button gets hot.

## It worked yesterday

Then something changed. Look at the cable. Look at the plug again. Ask at the yard, they have seen it all by now.
"""
KEYWORDS = """# Greeter

The greeter MUST NOT say "I am glad to see you" or "My name is". It MUST begin with the name of the guest.

It says "We have missed you" only to guests who have been here before. It SHOULD be silent after ten at night.
"""


@pytest.mark.parametrize("text", [HELP, KEYWORDS], ids=["help in plain words", "quoted phrases"])
def test_nobody_narrates_in_them(text: str) -> None:
    beside = {f"{n}.md": SPECIFICATION for n in range(2)}
    found = check_documents({"text.md": text, **beside}.items(), config=Config(select=("KND002",))).findings
    assert {f.severity.value for f in found} <= {"note"}
