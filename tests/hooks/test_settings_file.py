"""Hooks in a host's settings: added, shown, replaced and taken out, and nothing else is touched."""

import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

from checkfirst.cli.app import main
from checkfirst.hooks.hosts import HOSTS
from tests.hooks.hosts import DOCUMENTED


@pytest.fixture(autouse=True)
def in_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def settings(host: str) -> Path:
    return Path(import_module(HOSTS[host]).FILE)


@pytest.mark.parametrize("host", HOSTS)
def test_it_is_shown_then_written_then_taken_out(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = settings(host)
    assert main(["hook", "install", host, "seeds"]) == 1
    assert f"checkfirst hook {host} seeds" in capsys.readouterr().out
    assert not file.exists()
    assert main(["hook", "install", host, "seeds", "--write"]) == 0
    written = file.read_text("utf-8")
    assert main(["hook", "install", host, "seeds", "--write"]) == 0
    assert file.read_text("utf-8") == written
    assert main(["hook", "remove", host, "--write"]) == 0
    assert not file.exists()


def test_it_says_what_the_host_asks_of_the_user(capsys: pytest.CaptureFixture[str]) -> None:
    # Codex skips hooks that nobody trusted, and says nothing.
    assert main(["hook", "install", "codex", "--write"]) == 0
    assert "type /hooks" in capsys.readouterr().err
    assert main(["hook", "remove", "codex", "--write"]) == 0
    assert "type /hooks" not in capsys.readouterr().err


@pytest.mark.parametrize("host", HOSTS)
def test_the_settings_have_the_documented_form(host: str) -> None:
    main(["hook", "install", host, "--write", "--reading", "ask"])
    written, documented = json.loads(settings(host).read_text("utf-8")), DOCUMENTED[host]["settings"]
    assert written.get("version") == documented.get("version")
    assert set(written["hooks"]) <= set(documented["hooks"])
    for entries in written["hooks"].values():
        for entry in entries:
            assert set(entry) <= set(documented["entry"])
            for handler in entry.get("hooks", ()):
                assert set(handler) <= set(documented["handler"])


@pytest.mark.parametrize("host", HOSTS)
def test_what_others_put_there_stays(host: str) -> None:
    file = settings(host)
    event = next(iter(import_module(HOSTS[host]).EVENTS))
    mine = {"command": "lint --all", "type": "command"}
    others = {"model": "m", "hooks": {event: [mine, {"matcher": "Bash", "hooks": [mine]}], "stop": [mine]}}
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(others))
    main(["hook", "install", host, "--write"])
    assert mine in json.loads(file.read_text("utf-8"))["hooks"]["stop"]
    assert main(["hook", "remove", host, "--write"]) == 0
    left = json.loads(file.read_text("utf-8"))
    assert {key: left[key] for key in others} == others


@pytest.mark.parametrize("text", ["{// a comment\n}", "[]", '{"hooks": []}', '{"hooks": {"stop": {}}}', "[" * 50_000])
def test_what_can_not_be_read_is_left_alone(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = settings("cursor")
    file.parent.mkdir(parents=True)
    file.write_text(text)
    assert main(["hook", "install", "cursor", "--write"]) == 2
    assert "hooks.json" in capsys.readouterr().err
    assert file.read_text("utf-8") == text


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_out_of_the_project_is_not_followed(tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("home") / "settings.json"
    outside.write_text("{}")
    file = settings("claude")
    file.parent.mkdir(parents=True)
    file.symlink_to(outside)
    assert main(["hook", "install", "claude", "--write"]) == 2
    assert outside.read_text() == "{}"


def test_a_host_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hook", "install", "vim"]) == 2
    assert "claude|cursor|copilot|codex" in capsys.readouterr().err
