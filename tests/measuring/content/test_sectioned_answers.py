"""Answers of servers that have sections, and texts about such answers."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

CONFIG = Config(select=("KND003",))
CHALLENGE = """# Hold on a second

## Prove that you are no machine to reach tides.example

## Why am I asked?

Somebody at your address has sent many requests. The answer shows that you are a person, and lets you in for an hour.

## What can I do about it?

If you are at home, look whether a program on your device sends requests of its own.

If you are at work, ask who runs the network.

Request ID: 7f3a-22c1-90ab • Your IP: 203.0.113.9
"""
WARTUNG = """# Diese Seite ist vorübergehend nicht erreichbar

Der Server ist wegen zu vieler Anfragen überlastet. Bitte versuchen Sie es in einigen Minuten noch einmal.

## Was kann ich tun?

Laden Sie die Seite später neu, oder rufen Sie uns an.

## Sie betreiben diesen Laden?

Prüfen Sie Ihre Einstellungen, und schreiben Sie unserem Dienst. Er antwortet an Werktagen.

Vorgangsnummer: 20240207-5512
"""
MISSING = """<html><head><title>Harbour office</title></head><body><h1>Oops, that went wrong</h1>
<p>This was not meant to happen, and somebody here has been told of it.</p>
<h2>What you can try</h2><p>Load the page once more, for some faults pass by themselves.</p>
<h2>Go back</h2><p>Return to where you were before, or begin at the start of our site.</p>
<h2>Get help</h2><p>Write to the office and give the number below, so that we find what happened on that day.</p>
<p>404</p></body></html>
"""


@pytest.mark.parametrize(("name", "text"), [("a.md", CHALLENGE), ("b.md", WARTUNG), ("c.html", MISSING)])
def test_an_answer_with_sections_is_told(name: str, text: str) -> None:
    findings = check_documents([(name, text)], config=CONFIG).findings
    assert [f.severity.value in {"error", "warning"} for f in findings] == [True]


HELP = """# Page temporarily unavailable

Shops show this message when a plan has ended or a payment has failed.

## Causes

The plan of the shop has ended, or the owner has closed it for the winter. A payment that failed is tried three times, on
three days in a row, before the shop is closed.

## Open the shop again

Choose a plan in the settings, and pay what is open. The page is shown again within an hour.

## Related topics

Plans and payments.
"""
FAQ = """# Security checks

## Why am I asked to prove that I am human?

The harbour's site counts requests. Above a hundred a minute it asks for a proof.

## What can I do?

Wait a minute, and send fewer requests. The number of the request is in the answer.
"""
RUNBOOK = """# Error pages

Each error page of the site shows a number: `Request ID: 7f3a-22c1-90ab`.

## 404

The page was not found. Look whether it was moved.

## 503

The server is down for maintenance. Call the harbour office.
"""


@pytest.mark.parametrize("text", [HELP, FAQ, RUNBOOK])
def test_texts_about_answers_are_none(text: str) -> None:
    assert not check_documents([("guide.md", text)], config=CONFIG).findings
