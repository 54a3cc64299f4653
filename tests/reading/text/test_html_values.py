"""Pages whose text is in their controls, and pages that run scripts or show frames."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.reading.read import read


def told(page: str, name: str = "gate.html") -> list[str]:
    report = check_documents([(name, page)], config=Config(select=("FIL004",)))
    return [finding.severity.value for finding in report.findings]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<input type="button" value="Open  the gate">', "Open the gate"),
        ('<form>\n<input placeholder="Schiffsname">\n<input type=submit value=Anlegen></form>', "Schiffsname\nAnlegen"),
        ('<select><optgroup label="Ports"><option label="Kiel"></option></optgroup></select>', "Ports\nKiel"),
        ("<button>Ouvrir</button>", "Ouvrir"),
    ],
)
def test_what_controls_show_is_text(body: str, shown: str) -> None:
    page = f"<!DOCTYPE html>\n<html><body>{body}</body></html>"
    assert read("gate.html", page.encode()).text == shown
    assert told(page) == []


@pytest.mark.parametrize(
    "body", ['<div id="app"></div>', '<input type="hidden" value="7f3a">', '<input type="checkbox" value="on">']
)
def test_what_shows_nothing_is_none(body: str) -> None:
    assert told(f"<!DOCTYPE html>\n<html><body>{body}</body></html>") == ["error"]


def test_values_add_nothing_to_a_page_with_text() -> None:
    page = '<html><body><p>The gate is shut.</p><input value="Open"></body></html>'
    assert read("gate.html", page.encode()).text == "The gate is shut."


@pytest.mark.parametrize(
    "page",
    [
        '<html><head><title>Tides</title></head><body><script src="tides.js"></script></body></html>',
        '<!doctype html>\n<html>\n<head>\n<script src="//cdn.example/draw.js"></script>\n<script src="js/lock.js"></script>\n</head>\n<body>\n\n</body></html>',
        '<html><body><!-- run it --><br><script type="module" src="./src/start.mjs"></script></body></html>',
        '<html><body><center><applet code="Lock" archive="lock.jar" width="9"></applet></center></body></html>',
        '<html><body><embed src="lock.swf"></body></html>',
        '<html><frameset cols="20,80"><frame src="a.html"><frame src="b.html"></frameset></html>',
    ],
)
def test_a_page_that_runs_scripts_or_shows_frames_is_a_note(page: str) -> None:
    assert told(page, "anything.html") == ["note"]


@pytest.mark.parametrize(
    "page",
    [
        '<html><head><title>App</title></head><body><div id="root"></div><script src="main.js"></script></body></html>',
        '<html><body><app-root></app-root><script src="runtime.js"></script></body></html>',
        '<html><head><script src="/assets/site.js"></script></head><body></body></html>',
        '<html><head></head><body><script src="assets/vendor-4f2a91bc.js"></script></body></html>',
        '<html><head></head><body><script src="https://cdn.example/all.js"></script></body></html>',
    ],
)
def test_the_shell_of_a_site_stays_an_error(page: str) -> None:
    assert told(page) == ["error"]
