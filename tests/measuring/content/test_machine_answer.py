"""Answers of servers in a document's place, in several formats and languages; and texts that speak of such answers."""

import pytest

from checkfirst.measuring.document import measure
from checkfirst.measuring.models.weights import load_weights
from checkfirst.model.traces import TraceKind
from checkfirst.reading.read import read


def answered(name: str, text: str) -> bool:
    """Whether the text is taken for a machine's answer."""
    return bool(
        measure(read(name, text.encode()), load_weights()).traced(TraceKind.MACHINE_ANSWER, TraceKind.LIKELY_ANSWER)
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "ferry.md",
            "# Wir sind gleich zurück\n\nDie Seite wird gewartet. Bitte versuchen Sie es später noch einmal.\n",
        ),
        ("ferry.txt", "Página no encontrada\n\nLo sentimos, la página que busca no existe o ha sido movida.\n"),
        ("ferry.md", "# 请稍候\n\n我们需要验证您的浏览器。请稍候。\n\nRay ID: 81f0a2c44d7b9e10\n"),
        ("ferry.txt", "HTTP/1.1 502 Bad Gateway\nServer: proxy\n\nThe upstream closed.\n"),
        ("ferry.txt", '{"fault": {"faultstring": "Quota used up", "detail": {"code": "Q-7"}}}'),
        ("ferry.txt", "error: invalid_grant\nerror_description: The key is too old\n"),
        ("ferry.md", "Timetables of the sound\n\nLaden…\n"),
        ("ferry.txt", "Directory listing for /tides/\nName Size Date\n..\n"),
        ("ferry.txt", "Staff entrance\nUsername\nPassword\nSign in\n"),
        (
            "ferry.md",
            "Your choices\n\nWe and 91 partners keep cookies on your device.\n\nReject all\n\nAccept all\n\nSettings\n",
        ),
        (
            "ferry.html",
            "<html><head><title>Seite nicht gefunden – Fähre</title></head><body><ul><li>Start</ul></body></html>",
        ),
        ("ferry.txt", "Menu\n" + "Deals\n" * 14 + "Sorry, this page doesn’t exist.\n" + "Help\n" * 130),
        (
            "ferry.md",
            "# Before you go on\n\nHold the button to show that you are a human.\n\nReference ID 77ab-0142-9c3e\n",
        ),
        ("ferry.md", "# Gone fishing\n\nThe page you are looking for is no longer here. Perhaps it never existed.\n"),
        ("ferry.md", "# Fährhafen\n\nDie Seite, die Sie suchen, ist nicht mehr verfügbar.\n"),
        ("tides/ferry.xml", "<?xml version='1.0'?>\n<Error><Code>Gone</Code><Key>tides/ferry.xml</Key></Error>\n"),
    ],
)
def test_a_machine_answered(name: str, text: str) -> None:
    assert answered(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "texts.md",
            "# Texts of pages\n\nIf there is no such berth, the page says “Berth not found”, and offers a search.\n",
        ),
        (
            "signing-in.md",
            "# Signing in\n\nA harbour master signs in with a card. The service MUST lock the account after five tries.\n",
        ),
        (
            "maintenance.md",
            "# Maintenance\n\nThe pumps are greased in March. A pump that leaks is taken out of the line.\n",
        ),
        ("samples/refused.json", '{"status": 409, "message": "The berth is taken"}'),
        ("berth.json", '{"status": "free", "name": "B12", "width": 4, "depth": 3, "side": "east", "title": "Berth"}'),
        (
            "INDEX.md",
            "# Errors\n\n- [Not found](gone.md): what you see if a page is gone\n- [Denied](no.md): why access is denied\n",
        ),
        ("cookies.md", "# Cookies\n\nThe desk's page keeps one cookie for the language. It is deleted after a year.\n"),
        ("codes.md", "# Codes\n\n| code | text |\n|---|---|\n| 404 | page not found |\n| 403 | access denied |\n"),
        (
            "filters.md",
            "Filters give you the ability to narrow the list of berths. Pick as many of them as you like.\n",
        ),
        ("rounds.md", "You attend each patient in the order of arrival. Your notes go to the desk of the ward.\n"),
        ("voice.md", "Write in the active voice: it makes our guides shorter. Your readers thank you for it.\n"),
        ("labels.md", "You can no longer assign labels to a ship that left. Ask the desk for a new one.\n"),
        (
            "labels.md",
            "# Labels\n\nYou can no longer assign labels to a device by a request. Use the page of the account.\n",
        ),
        (
            "e-verify.md",
            "# E-Verify\n\nClick on the links below to verify your papers. Write to desk@harbour.example for help.\n",
        ),
        (
            "reports.md",
            "# Reports\n\nThe bounty is closed. We no longer pay for reports about the website; please write to us.\n",
        ),
        (
            "split.md",
            "# split_by_end\n\nEnable the split of packets by their end. `check_end` has to be on if you use it.\n",
        ),
        (
            "eyes.md",
            "# Eyes of the siren\n\nYou charm a humanoid that you can see. It obeys you until the spell ends.\n",
        ),
        (
            "lieu.md",
            "# Salle d'attente\n\nLes patients attendent ici. Votre nom est appelé à votre tour par le bureau d'accueil.\n",
        ),
        ("plan.adoc", "= Plan\n\nThis page does not exist yet, but is needed for the navigation.\n"),
        ("settings.yml", "title: Berths\nmessage: Welcome to the harbour\nlanguage: en\ntheme: dark\n"),
    ],
)
def test_a_text_of_its_own(name: str, text: str) -> None:
    assert not answered(name, text)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("The account is closed. Your website is no longer shown.\n", False),
        ("Ihr Konto wurde gesperrt.\nIhr Zugriff auf die Seite ist nicht verfügbar.\n", False),
        ("Votre compte est bloqué.\nL'accès au serveur est refusé.\n", False),
        ("Access denied.\nYour account is blocked.\nRay ID: 81f0a2c44d7b9e10\n", True),
        ("Sorry, the page you requested does not exist.\n", True),
    ],
)
def test_words_that_a_text_may_have_are_no_certain_answer(text: str, certain: bool) -> None:
    traces = measure(read("ferry.txt", text.encode()), load_weights()).traces
    assert (TraceKind.MACHINE_ANSWER in {trace.kind for trace in traces}) is certain
