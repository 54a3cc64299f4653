"""Nothing that a set brings is a command of what shows the report: a terminal, or the log of a CI system."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from checkfirst.api import check_documents
from checkfirst.cli.app import main
from checkfirst.reporting.registry import MODULES, parts_of
from checkfirst.safe_text import cut_message, inert

#: Commands of GitHub's runner, of Azure Pipelines, TeamCity and of terminals.
_COMMANDS = (
    "::error::here",
    " \t::stop-commands::x",
    "a ##[set-output name=verdict]ready",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[buildStatus status='SUCCESS']",
    "\x1b[2J\x1b]8;;https://host.invalid\x07here",
    "<img src=x onerror=alert(1)>",
)
_OBEYED = re.compile(r"^\s*::(?!(?:error|warning|notice) )|##\w*\[", re.MULTILINE)
#: Characters that act on a terminal: control characters but for line feed and tab.
_ACTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def hostile(command: str) -> dict[str, str]:
    """A set whose names, titles, targets and quotes are a command."""
    name = command.replace("/", "").strip()
    return {
        f"{name}.md": f"# {command}\n\nSee [it](<gone {command}.md>).\n\n{command}\n",
        "other.md": f"# Other\n\n[x](<nothere {'a' * 60} {command}.md>) and [y](#{'b' * 90}).\n\n<<<<<<< {command}\n",
        "INDEX.md": f"# {command}\n\n- [{command}](<{name}.md>)\n- [b {command}](missing.md)\n",
    }


@pytest.mark.parametrize("command", _COMMANDS)
@pytest.mark.parametrize("form", MODULES)
def test_no_line_of_a_report_is_a_command(form: str, command: str) -> None:
    text = "".join(parts_of(form, check_documents(hostile(command).items())))
    assert not _OBEYED.search(text)
    assert not _ACTS.search(text)
    if form in {"json", "sarif", "gitlab"}:
        assert json.loads(text)
    if form == "junit":
        assert ET.fromstring(text) is not None


@pytest.mark.parametrize("command", _COMMANDS)
def test_no_line_on_the_terminal_is_one(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in hostile(command).items():
        (tmp_path / name).write_text(text, "utf-8")
    main([str(tmp_path), "--no-cache", "--verbose", "--show-files"])
    main(["index", str(tmp_path)])
    main(["show", str(tmp_path / "other.md")])
    main(["diff", str(tmp_path), f"{tmp_path}/"])
    main(["diff", str(tmp_path), f"{tmp_path}/", "--format", "json"])
    main([str(tmp_path / f"{command} no such file")])
    (tmp_path / "INDEX.md").unlink()
    main(["index", str(tmp_path)])
    shown = "".join(capsys.readouterr())
    assert not _OBEYED.search(shown)
    assert not re.search(r"^\s*::", shown, re.MULTILINE)
    assert not _ACTS.search(shown)


@pytest.mark.parametrize("command", _COMMANDS)
def test_no_line_of_a_thread_is_one(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("ada-m", "ben-k", "cleo", "dan-r", "ada-m", "ben-k")
    comments = (f"{name} commented {n + 2} days ago\n\nI saw it, too: {command}\n\n" for n, name in enumerate(names))
    (tmp_path / "gate.txt").write_text("The gate does not shut #12\n\n" + "".join(comments), "utf-8")
    main(["clean", "--comments", str(tmp_path / "gate.txt")])
    shown = capsys.readouterr().out
    assert not _OBEYED.search(shown)
    assert any(command.split()[-1] in comment["text"] for comment in json.loads(shown)["comments"])


def test_what_no_ci_system_obeys_stays() -> None:
    for text in ("a :: b", "## [Unreleased]", "std::vector", "# a ## b", "::1 is no line's beginning"[2:]):
        assert inert(text) == text


def test_a_hash_in_json_is_the_same_for_a_reader() -> None:
    report = check_documents({"a.md": "# A\n\nSee [it](gone.md) ##[x]y and more text.\n"}.items())
    found = json.loads("".join(parts_of("json", report)))["findings"]
    assert any("##[x]y" in evidence["quote"] for finding in found for evidence in finding["evidence"])


@pytest.mark.parametrize("form", MODULES)
def test_a_long_target_is_cut_in_messages(form: str) -> None:
    report = check_documents(
        {"a.md": f"# A\n\nSee [it]({'long' * 5_000}.md).\n", "b.md": "# B\n\nMore text.\n"}.items()
    )
    assert all(len(finding.message) < 700 for finding in report.findings)
    if form not in {"json", "jsonl"}:
        assert "long" * 100 not in "".join(parts_of(form, report))


def test_a_cut_message_keeps_both_ends() -> None:
    cut = cut_message(f"links to {'a' * 300}.md, which is not there")
    assert cut.startswith("links to aaaa")
    assert cut.endswith("aa.md, which is not there")
    assert len(cut_message("word " * 1_000)) <= 600


def test_no_words_of_a_document_are_a_link_in_sarif() -> None:
    text = (
        "# Limits\n\nAs an AI language model, I can't say; [read on](https://host.invalid) or [here](1).\n\n[x](b.md)\n"
    )
    report = check_documents([("a.md", text), ("[c](https://host.invalid/d).txt", "")])
    log = json.loads("".join(parts_of("sarif", report)))
    results = [result for run in log["runs"] for result in run["results"]]
    said = [place["message"]["text"] for result in results for place in (result, *result["relatedLocations"])]
    assert any("read on] (https" in text for text in said)
    assert not any(re.search(r"\]\(", text) for text in said)
