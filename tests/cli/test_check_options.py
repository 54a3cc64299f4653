"""Options of a check: where it reads and writes, what makes its verdict, what is left out."""

import io
import json
import sys
from pathlib import Path

import pytest

from checkfirst.cli.app import main
from tests.texts import LEDGER_SERIES, OPINION

LINKS = "# Berths\n\nSee [the wall](gone.md).\n\n" + "A berth is as long as its ship. " * 30


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in LEDGER_SERIES.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "berths.md").write_text(LINKS, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def out(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    return code, capsys.readouterr().out


def test_this_folder_is_checked_where_no_path_is_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert out(capsys, "-q") == out(capsys, ".", "--quiet")
    assert out(capsys)[1].startswith("READY  ./ · ")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.html", "<!doctype html>"),
        ("r.json", '{\n"version": 1'),
        ("r.jsonl", '{"type": "set"'),
        ("r.sarif", '{\n "$schema"'),
        ("r.sarif.json", '{\n "$schema"'),
        ("r.xml", "<?xml"),
        ("r.md", "**checkfirst"),
        ("gl-code-quality-report.json", "["),
        ("r.txt", "READY  "),
        ("report", "READY  "),
    ],
)
def test_the_name_of_the_output_says_the_format(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, name: str, begins: str
) -> None:
    written = tmp_path_factory.mktemp("out") / name
    assert main([str(folder), "-o", str(written)]) == 0
    assert written.read_text("utf-8").startswith(begins)


def test_a_format_that_is_named_wins(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    written = tmp_path_factory.mktemp("out") / "r.html"
    assert main([str(folder), "-f", "json", "-o", str(written)]) == 0
    assert json.loads(written.read_text("utf-8"))["verdict"] == "ready"


def test_standard_input_and_output(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OPINION.encode()), "utf-8"))
    code, printed = out(capsys, "-", "--stdin-filename", "fees.md", "-f", "concise", "-o", "-")
    assert code == 1
    assert printed.startswith("fees.md:")
    assert "is a news article" in printed


def test_what_makes_the_verdict(folder: Path) -> None:
    assert main(["."]) == 0
    assert main([".", "--strict"]) == 1
    assert main([".", "--fail-on", "warning"]) == 1
    assert main([".", "--fail-on", "warning", "--ignore", "IDX006"]) == 0
    assert main([".", "--fail-on", "note", "--ignore", "IDX006"]) == 1
    assert main([".", "--strict", "--exit-zero"]) == 0
    assert main([".", "--strict", "--min-confidence", "100%"]) == 0
    assert main([".", "--strict", "--exclude", "berths.*"]) == 0


def test_severities_and_rules_left_out_by_file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    config = tmp_path_factory.mktemp("above") / "checkfirst.toml"
    call = [".", "--config", str(config)]
    for text, code in (
        ('fail-on = "warning"\n', 1),
        ('fail-on = "warning"\n[per-file-ignores]\n"ber*.md" = ["IDX006"]\n', 0),
        ('fail-on = "warning"\n[per-file-ignores]\n"other/**" = ["IDX006"]\n', 1),
        ('[severity]\nIDX006 = "error"\n', 1),
        ('[severity]\nIDX = "error"\nIDX006 = "note"\nIDX001 = "note"\n', 0),
        ('strict = true\n[severity]\nIDX006 = "note"\n', 0),
        ("min-confidence = 0.999\nstrict = true\n", 0),
    ):
        config.write_text(text, "utf-8")
        assert main(call) == code, text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[severity]\nIDX006 = "fatal"\n', "severity.IDX006 is 'fatal'; it can be error, warning, note"),
        ('severity = "error"\n', "severity is 'error'; it is a table, such as IDX006"),
        ('[severity]\nIDY = "error"\n', "no rule 'IDY'; did you mean IDX?"),
        ('[per-file-ignores]\n"a.md" = "IDX006"\n', "per-file-ignores.a.md is 'IDX006'; it is a list of texts"),
        ('[per-file-ignores]\n"!" = ["IDX006"]\n', "per-file-ignores: not a pattern as in .gitignore"),
        ("min-confidence = true\n", "min-confidence is True; it is a number from 0 to 1"),
        ('fail-no = "error"\n', "unknown key 'fail-no'; did you mean 'fail-on'?"),
    ],
)
def test_a_wrong_configuration_is_one_line(
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    text: str,
    said: str,
) -> None:
    config = tmp_path_factory.mktemp("above") / "checkfirst.toml"
    config.write_text(text, "utf-8")
    assert main([".", "--config", str(config)]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_colours_as_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b[" in out(capsys, "--color", "always")[1]
    assert "\x1b[" not in out(capsys, "--color", "never")[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "tcsh"])
def test_every_shell_completes(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    code, script = out(capsys, "completion", shell)
    assert code == 0
    assert "min-confidence" in script
